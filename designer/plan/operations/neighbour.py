"""Requests about neighbours."""

from dataclasses import dataclass

from designer.state.neighbour import Neighbour
from designer.topology.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class SetNeighbour:
    """Make a permanent entry, in the place of any other for the address."""

    namespace: str
    neighbour: Neighbour

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "set neighbour {neighbour} in {namespace}",
            neighbour=self.neighbour,
            namespace=self.namespace,
        )


@dataclass(frozen=True, slots=True)
class DeleteNeighbour:
    """Delete an entry."""

    namespace: str
    neighbour: Neighbour

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "delete neighbour {neighbour} in {namespace}",
            neighbour=self.neighbour,
            namespace=self.namespace,
        )
