"""Drawn neighbours, as the kernel should have them."""

from collections.abc import Iterator, Mapping

from designer.state.interface import Interface
from designer.state.lower_route import interface_towards
from designer.state.neighbour import Neighbour
from designer.topology.neighbour import Neighbour as DrawnNeighbour
from designer.topology.node import Node


def lower_neighbours(node: Node, interfaces: Mapping[str, Interface]) -> Iterator[Neighbour]:
    """Yield the neighbours that are drawn and can be there now."""
    for drawn in node.neighbours:
        lowered = lower_neighbour(drawn, interfaces)
        if lowered is not None:
            yield lowered


def lower_neighbour(drawn: DrawnNeighbour, interfaces: Mapping[str, Interface]) -> Neighbour | None:
    """Return a neighbour; an interface that is down has none."""
    interface = drawn.interface or interface_towards(drawn.address, interfaces)
    if interface not in interfaces or not interfaces[interface].up:
        return None
    return Neighbour(interface, drawn.address, drawn.mac)
