"""Everybody joined to everybody."""

from itertools import combinations
from typing import ClassVar

from pydantic import Field

from designer.generators.graph import Graph, circle, hosts_outward
from designer.generators.shape import Shape


class Mesh(Shape):
    """A cable between any two: the shortest way is always one hop."""

    label: ClassVar[str] = "Full mesh"

    nodes: int = Field(default=4, ge=2, le=40, description="How many are joined.")

    def graph(self) -> Graph:
        """Join every two."""
        corners = circle(self.nodes, self.hosts)
        edges = tuple(combinations(range(self.nodes), 2))
        return Graph(corners, edges, hosts_outward(corners, self.hosts))
