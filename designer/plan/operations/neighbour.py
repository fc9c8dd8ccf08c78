"""Requests about neighbours."""

from dataclasses import dataclass

from designer.state.neighbour import Neighbour


@dataclass(frozen=True, slots=True)
class SetNeighbour:
    """Make a permanent entry, in the place of any other for the address."""

    namespace: str
    neighbour: Neighbour

    def __str__(self) -> str:
        """Say it in one line."""
        return f"set neighbour {self.neighbour} in {self.namespace}"


@dataclass(frozen=True, slots=True)
class DeleteNeighbour:
    """Delete an entry."""

    namespace: str
    neighbour: Neighbour

    def __str__(self) -> str:
        """Say it in one line."""
        return f"delete neighbour {self.neighbour} in {self.namespace}"
