"""Requests about routes."""

from dataclasses import dataclass

from designer.state.route import Route


@dataclass(frozen=True, slots=True)
class AddRoute:
    """Add a route, or put it in the place of the one with its key."""

    namespace: str
    route: Route

    def __str__(self) -> str:
        """Say it in one line."""
        return f"add route {self.route} in {self.namespace}"


@dataclass(frozen=True, slots=True)
class DeleteRoute:
    """Delete a route."""

    namespace: str
    route: Route

    def __str__(self) -> str:
        """Say it in one line."""
        return f"delete route {self.route} in {self.namespace}"
