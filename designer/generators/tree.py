"""A root, and below each corner so many others."""

from typing import ClassVar

from pydantic import Field

from designer.generators.graph import HEIGHT_PX, Graph, Place, hosts_below, width_of
from designer.generators.shape import Shape


class Tree(Shape):
    """From one root down to the hosts: one way only between any two."""

    label: ClassVar[str] = "Tree"

    depth: int = Field(
        default=3, ge=2, le=6, description="Rows of the tree, the root's among them."
    )
    fanout: int = Field(default=2, ge=1, le=10, description="How many hang below each.")

    def graph(self) -> Graph:
        """Join each to those below it; hosts hang on the lowest row."""
        rows = [self.fanout**depth for depth in range(self.depth)]
        corners = tuple(place for depth in range(self.depth) for place in self._row(depth))
        edges = tuple((number, (number - 1) // self.fanout) for number in range(1, len(corners)))
        upward = tuple((above, below) for below, above in edges)
        lowest = len(corners) - rows[-1]
        return Graph(corners, upward, hosts_below(corners, self.hosts, first=lowest))

    def _row(self, depth: int) -> list[Place]:
        """Return a row's places, each in the middle above its own leaves."""
        leaves = self.fanout ** (self.depth - 1 - depth)
        step = leaves * width_of(self.hosts)
        middle = (self.fanout**depth - 1) / 2
        y = depth * 2 * HEIGHT_PX
        return [Place((number - middle) * step, y) for number in range(self.fanout**depth)]
