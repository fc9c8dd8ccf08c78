"""Requests about routes."""

from dataclasses import dataclass

from designer.state.route import Route
from designer.topology.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class AddRoute:
    """Add a route, or put it in the place of the one with its key."""

    namespace: str
    route: Route

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say("add route {route} in {namespace}", route=self.route, namespace=self.namespace)


@dataclass(frozen=True, slots=True)
class DeleteRoute:
    """Delete a route."""

    namespace: str
    route: Route

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "delete route {route} in {namespace}", route=self.route, namespace=self.namespace
        )
