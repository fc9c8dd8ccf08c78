"""Corners in a row."""

from typing import ClassVar

from pydantic import Field

from designer.generators.graph import Graph, hosts_below, row, width_of
from designer.generators.shape import Shape


class Line(Shape):
    """One after the other: what is at one end passes all to reach the other."""

    label: ClassVar[str] = "Line"

    nodes: int = Field(default=4, ge=2, le=200, description="How many in the row.")

    def graph(self) -> Graph:
        """Join each to the next."""
        corners = row(self.nodes, width_of(self.hosts))
        edges = tuple((number, number + 1) for number in range(self.nodes - 1))
        return Graph(corners, edges, hosts_below(corners, self.hosts))
