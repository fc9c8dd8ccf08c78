"""The way of packets as a person sees it: node by node, switches too, and the cables between."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from designer.state.bond import Bond
from designer.state.bond_member import active_member
from designer.state.host_state import HostState
from designer.state.interface import InterfaceId
from designer.state.macvlan import Macvlan
from designer.state.outside import outside_name
from designer.state.path import PING, Way, follow, follow_back
from designer.state.route import Address
from designer.state.vlan_device import Vlan
from designer.topology.expectation import Probe
from designer.topology.topology import Topology

NO_LINK = -1
STACK_MAX = 8
"""So many devices may stand on each other."""

ROUNDS_MAX = 1

Cables = Mapping[str, list[tuple[str, int, str]]]
"""By node: its interface, the link's index, and the node at the other end."""


class Steps(NamedTuple):
    """Nodes in order, and the link before each but the first, NO_LINK where none is drawn."""

    nodes: tuple[str, ...] = ()
    links: tuple[int, ...] = ()


class Traced(NamedTuple):
    """The way there; the way of the answer where that one stops; and why, empty if none does."""

    there: Steps
    back: Steps = Steps()
    fault: str = ""


def trace(
    state: HostState, topology: Topology, source: str, target: Address, probe: Probe = PING
) -> Traced | None:
    """Return the way there, and that of its answer if it is lost; None for who is not there."""
    start = outside_name(source) if outside_name(source) in state.namespaces else source
    if start not in state.namespaces:
        return None
    there = follow(state, start, target, probe)
    steps = _steps(state, topology, there)
    if there.fault or there.source is None:
        return Traced(steps, fault=there.fault)
    answer = follow_back(state, there, probe)
    if not answer.fault:
        return Traced(steps)
    return Traced(steps, _steps(state, topology, answer), answer.fault)


def _steps(state: HostState, topology: Topology, way: Way) -> Steps:
    cables = _cables(topology)
    nodes, links = [_node(way.namespaces[0])], list[int]()
    for left, namespace in zip(way.left_by, way.namespaces[1:], strict=False):
        here, there = nodes[-1], _node(namespace)
        if nodes.count(there) > ROUNDS_MAX:  # in circles: nobody needs to see all of it
            break
        if here == there:  # from an internet node into what stands behind it
            continue
        ports = frozenset(_ports(state, left))
        for link, node in _wires(topology, cables, (here, there), ports):
            links.append(link)
            nodes.append(node)
    return Steps(tuple(nodes), tuple(links))


def _node(namespace: str) -> str:
    return namespace.removesuffix(".outside")


def _cables(topology: Topology) -> Cables:
    found: dict[str, list[tuple[str, int, str]]] = {}
    for index, link in enumerate(topology.links):
        for end, other in (link.ends, reversed(link.ends)):
            found.setdefault(end.node, []).append((end.interface, index, other.node))
    return found


def _ports(state: HostState, place: InterfaceId, depth: int = 0) -> Iterator[str]:
    """Yield the interfaces with cables on which an interface stands in the end."""
    interface = state.interface(place)
    if interface is None or depth > STACK_MAX:
        return
    match interface.device:
        case Vlan(parent=parent) | Macvlan(parent=parent):
            yield from _ports(state, place._replace(interface=parent), depth + 1)
        case Bond():
            active = active_member(state, place)
            yield from [active.name] if active is not None else []
        case _ if interface.kind == "bridge":
            ports = state.namespaces[place.namespace].interfaces.values()
            yield from (one.name for one in ports if one.master == place.interface)
        case _:
            yield place.interface


def _wires(
    topology: Topology, cables: Cables, ends: tuple[str, str], ports: Collection[str]
) -> list[tuple[int, str]]:
    """Return the links and nodes from one to another through switches alone, the fewest.

    Where no cable leads there, as through a tunnel, it is one step without a link.
    """
    start, goal = ends
    came: dict[str, tuple[str, int]] = {}
    waiting = deque([start])
    while waiting and goal not in came:
        here = waiting.popleft()
        for port, link, node in cables.get(here, ()):
            is_out = (here != start or port in ports) and not topology.links[link].cut
            passes = node == goal or topology.nodes[node].kind == "switch"
            if is_out and passes and node not in came and node != start:
                came[node] = (here, link)
                waiting.append(node)
    if goal not in came:
        return [(NO_LINK, goal)]
    steps, node = [], goal
    while node != start:
        before, link = came[node]
        steps.append((link, node))
        node = before
    return steps[::-1]
