"""What is there of a drawing, in the drawing's words, as the canvas shows it."""

from collections.abc import Sequence
from typing import Literal

from designer.plan.operations import Operation
from designer.state.host_state import HostState
from designer.state.interface import InterfaceId
from designer.state.namespace import HOST_NAMESPACE
from designer.state.outside import outside_name
from designer.topology.link import Link
from designer.topology.topology import Topology

NodeState = Literal["up", "partial", "absent"]
LinkState = Literal["up", "down", "cut", "absent"]


def node_states(
    topology: Topology, observed: HostState, left: Sequence[Operation]
) -> dict[str, NodeState]:
    """Return each node's state; `left` is what would still have to be done for the drawing."""
    unfinished = {operation.namespace for operation in left}
    states: dict[str, NodeState] = {}
    for name in topology.nodes:
        place = _place(name, observed)
        if place not in observed.namespaces:
            states[name] = "absent"
        else:
            states[name] = "partial" if {place, outside_name(name)} & unfinished else "up"
    return states


def link_states(topology: Topology, observed: HostState) -> dict[str, LinkState]:
    """Return each link's state by its index: up when both its ends are, cut when drawn so."""
    return {str(number): _link_state(link, observed) for number, link in enumerate(topology.links)}


def _link_state(link: Link, observed: HostState) -> LinkState:
    places = [InterfaceId(_place(end.node, observed), end.interface) for end in link.ends]
    found = [observed.interface(place) for place in places]
    if any(interface is None for interface in found):
        return "absent"
    ups = [interface.up for interface in found if interface]
    if link.cut and not any(ups):
        return "cut"
    return "up" if all(ups) else "down"


def _place(node: str, observed: HostState) -> str:
    """Return the namespace of a node that may have been put into the host's."""
    return node if node in observed.namespaces or not _has_host(observed) else HOST_NAMESPACE


def _has_host(observed: HostState) -> bool:
    return HOST_NAMESPACE in observed.namespaces
