"""Permanent neighbours as they are found, as neighbours of the drawing."""

from designer.state.lower_neighbour import lower_neighbour
from designer.state.namespace import Namespace
from designer.topology.neighbour import Neighbour as Drawn
from designer.topology.node import Node


def lift_neighbours(node: Node, wanted: Namespace, found: Namespace) -> tuple[Drawn, ...]:
    """Return the drawn neighbours that are there, and after them what is new.

    One that the kernel cannot have now, for its interface is down, stays drawn.
    """
    lowered = [(one, lower_neighbour(one, wanted.interfaces)) for one in node.neighbours]
    kept = (one for one, low in lowered if low is None or low in found.neighbours)
    new = sorted(found.neighbours - wanted.neighbours, key=str)
    return (
        *kept,
        *(Drawn(address=one.address, mac=one.mac, interface=one.interface) for one in new),
    )
