"""Requests about forwarding."""

from dataclasses import dataclass

from designer.plan.operations.words import on_off
from designer.state.namespace import Family


@dataclass(frozen=True, slots=True)
class SetForwarding:
    """Have a namespace forward packets of one address family between its interfaces, or not."""

    namespace: str
    family: Family
    enabled: bool

    def __str__(self) -> str:
        """Say it in one line."""
        return f"set IPv{self.family} forwarding {on_off(self.enabled)} in {self.namespace}"
