"""What every shape has: what stands at its corners, and what hangs on them."""

from abc import ABC, abstractmethod
from typing import ClassVar, Literal

from pydantic import Field

from designer.generators.graph import Graph
from designer.topology.values import Element

MOST_NODES = 2000

Core = Literal["router", "switch"]


class Shape(Element, ABC):
    """A shape with its numbers chosen; the docstring of a subclass says what it is to people."""

    label: ClassVar[str]
    apart: ClassVar[bool] = False
    """Whether each host has a cable of its own to its router, where others share a switch."""

    core: Core = Field(
        default="router",
        description="What is joined: routers, with routes worked out; or switches, with a spanning"
        " tree where there is a loop.",
    )
    hosts: int = Field(default=1, ge=0, le=50, description="Hosts at each.")
    ipv6: bool = Field(default=False, description="IPv6 addresses beside IPv4.")

    @abstractmethod
    def graph(self) -> Graph:
        """Return who is joined to whom, and where each stands on the canvas."""
