"""Corners in a ring."""

from typing import ClassVar

from pydantic import Field

from designer.generators.graph import Graph, circle, hosts_outward
from designer.generators.shape import Shape


class Ring(Shape):
    """A line whose ends meet: two ways everywhere, so one cable may be cut."""

    label: ClassVar[str] = "Ring"

    nodes: int = Field(default=5, ge=3, le=200, description="How many in the ring.")

    def graph(self) -> Graph:
        """Join each to the next, and the last to the first."""
        corners = circle(self.nodes, self.hosts)
        edges = tuple((number, (number + 1) % self.nodes) for number in range(self.nodes))
        return Graph(corners, edges, hosts_outward(corners, self.hosts))
