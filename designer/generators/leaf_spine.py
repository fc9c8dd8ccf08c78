"""Two rows, all of one joined to all of the other."""

from itertools import product
from typing import ClassVar

from pydantic import Field

from designer.generators.graph import HEIGHT_PX, WIDTH_PX, Graph, hosts_below, row, width_of
from designer.generators.shape import Shape


class LeafSpine(Shape):
    """A data centre: hosts below leaves, and every leaf joined to every spine (a Clos network)."""

    label: ClassVar[str] = "Leaf and spine"

    spines: int = Field(default=2, ge=1, le=20, description="Spines, the upper row.")
    leaves: int = Field(default=4, ge=1, le=60, description="Leaves, the lower row.")
    hosts: int = Field(default=2, ge=0, le=50, description="Hosts at each leaf.")

    def graph(self) -> Graph:
        """Join every leaf to every spine."""
        lower = row(self.leaves, width_of(self.hosts), 3 * HEIGHT_PX)
        width = max(width_of(self.hosts) * self.leaves / self.spines, WIDTH_PX * 2)
        upper = row(self.spines, width)
        edges = tuple(product(range(self.spines), range(self.spines, self.spines + self.leaves)))
        corners = (*upper, *lower)
        return Graph(corners, edges, hosts_below(corners, self.hosts, first=self.spines))
