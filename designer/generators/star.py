"""Hosts around one middle."""

from typing import ClassVar

from pydantic import Field

from designer.generators.graph import Graph, Place, circle
from designer.generators.shape import Core, Shape


class Star(Shape):
    """All hosts around one switch or router."""

    label: ClassVar[str] = "Star"
    apart: ClassVar[bool] = True

    core: Core = Field(default="switch", description="What is in the middle.")
    hosts: int = Field(default=6, ge=1, le=1000, description="Hosts around the middle.")

    def graph(self) -> Graph:
        """Put the hosts on a circle."""
        return Graph((Place(0, 0),), (), tuple((0, place) for place in circle(self.hosts)))
