"""Requests about forwarding."""

from dataclasses import dataclass

from designer.plan.operations.words import on_off
from designer.state.namespace import Family
from designer.topology.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class SetForwarding:
    """Have a namespace forward packets of one address family between its interfaces, or not."""

    namespace: str
    family: Family
    enabled: bool

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "set IPv{version} forwarding {state} in {namespace}",
            version=self.family,
            state=on_off(self.enabled),
            namespace=self.namespace,
        )
