"""Rows and columns."""

from typing import ClassVar

from pydantic import Field

from designer.generators.graph import HEIGHT_PX, Graph, hosts_below, row, width_of
from designer.generators.shape import Shape


class Grid(Shape):
    """Each joined to the next one beside it and below it: many ways that are as long."""

    label: ClassVar[str] = "Grid"

    rows: int = Field(default=3, ge=1, le=20, description="Rows.")
    columns: int = Field(default=3, ge=1, le=20, description="Columns.")

    def graph(self) -> Graph:
        """Join neighbours."""
        height = HEIGHT_PX * (4 if self.hosts else 2)
        corners = tuple(
            place
            for number in range(self.rows)
            for place in row(self.columns, width_of(self.hosts), number * height)
        )
        across = (at for at in range(len(corners)) if (at + 1) % self.columns)
        down = range(len(corners) - self.columns)
        edges = (
            *((at, at + 1) for at in across),
            *((at, at + self.columns) for at in down),
        )
        return Graph(corners, edges, hosts_below(corners, self.hosts))
