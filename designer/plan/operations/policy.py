"""Requests about policies."""

from dataclasses import dataclass

from designer.state.policy import Policy
from designer.topology.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class AddPolicy:
    """Add a policy."""

    namespace: str
    policy: Policy

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "add policy {policy} in {namespace}", policy=self.policy, namespace=self.namespace
        )


@dataclass(frozen=True, slots=True)
class DeletePolicy:
    """Delete a policy."""

    namespace: str
    policy: Policy

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "delete policy {policy} in {namespace}", policy=self.policy, namespace=self.namespace
        )
