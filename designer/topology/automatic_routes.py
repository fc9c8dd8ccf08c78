"""Automatic routes: the static routes of shortest paths, as a patient person would type them.

The shortest path is the one with the fewest routers. Of paths that are as short, the one by the
router that the document names first wins, and of two cables to it the one that is named first.

A host has one route, the default: by the router on its wire that is nearest to an internet node
or, in a lab without one, from which all networks together are the nearest. It has a route to a
network of its own only where that router has no way to it. A router has a default route to the
nearest internet node, and a route to each network that the default does not lead to by the same
neighbour. Routes that are drawn win, and a host with a default route of its own gets none.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from designer.topology.addressing import Addresses
from designer.topology.node import Node
from designer.topology.route import MAIN_TABLE
from designer.topology.segment import Segments
from designer.topology.stack import table_of
from designer.topology.topology import Topology
from designer.topology.values import BOTH_ZEROS, Address, End, Network

FAR = 1 << 30


class Way(NamedTuple):
    """Out of which interface, and to which router on its wire."""

    interface: str
    gateway: Address


class AutomaticRoute(NamedTuple):
    """A route that nobody drew; several ways are as short."""

    destination: Network
    ways: tuple[Way, ...]


AutomaticRoutes = Mapping[str, tuple[AutomaticRoute, ...]]


def automatic_routes(
    topology: Topology, segments: Segments, assigned: Addresses
) -> AutomaticRoutes:
    """Return the routes of each node that has some, none if the drawing wants none."""
    found: defaultdict[str, list[AutomaticRoute]] = defaultdict(list)
    if topology.routing is not None:
        for version in (4, 6):
            net = _Net(topology, segments, assigned, version)
            if len(net.networks) > 1 or net.gates:
                for name in topology.nodes:
                    found[name] += net.routes(name)
    return {name: tuple(routes) for name, routes in found.items() if routes}


def forwards(node: Node) -> bool:
    """Tell whether a node passes packets on."""
    if node.forwarding is not None:
        return node.forwarding
    if node.kind == "switch":
        return any(said.addresses for said in node.interfaces.values())
    return node.kind in {"router", "internet"}


class _Net:
    """The routers of a lab and its networks, in one address family."""

    def __init__(
        self, topology: Topology, segments: Segments, assigned: Addresses, version: int
    ) -> None:
        self._topology = topology
        self._zero = BOTH_ZEROS[version == 6]  # noqa: PLR2004
        self._order = {name: number for number, name in enumerate(topology.nodes)}
        self._own: defaultdict[str, set[Network]] = defaultdict(set)
        self._ways: defaultdict[str, dict[str, list[Way]]] = defaultdict(dict)
        self.networks: dict[Network, dict[str, None]] = {}
        for segment in segments:
            self._join(segment.members, assigned, version)
        self._neighbours = {
            name: [other for other in self._sorted(ways) if forwards(topology.nodes[other])]
            for name, ways in self._ways.items()
        }
        nodes = topology.nodes
        self.gates = [name for name, node in nodes.items() if node.kind == "internet"]
        self._to_gate = self._distances(tuple(self.gates))
        self._groups = self._grouped()
        self._far = {group: self._distances(group) for group in self._groups}

    def _sorted(self, names: Mapping[str, object]) -> list[str]:
        return sorted(names, key=self._order.__getitem__)

    def _join(self, members: Sequence[End], assigned: Addresses, version: int) -> None:
        """Note who is in which network of a segment, and how each reaches its routers."""
        nodes = self._topology.nodes
        inside: defaultdict[Network, list[tuple[End, Address]]] = defaultdict(list)
        for end in members:
            if _is_used(nodes[end.node], end.interface):
                for address in assigned.get(end, ()):
                    if address.version == version:
                        inside[address.network].append((end, address.ip))
        for network, those in inside.items():
            routers = [(end, ip) for end, ip in those if forwards(nodes[end.node])]
            attached = self.networks.setdefault(network, {})
            attached.update(dict.fromkeys(end.node for end, _ in routers))
            for end, _ in those:
                self._own[end.node].add(network)
                for other, ip in routers:
                    if other.node != end.node:
                        ways = self._ways[end.node].setdefault(other.node, [])
                        ways.append(Way(end.interface, ip))

    def _grouped(self) -> dict[tuple[str, ...], list[Network]]:
        """Return the networks by the routers that are in them: all of a group are as far."""
        groups: defaultdict[tuple[str, ...], list[Network]] = defaultdict(list)
        for network, attached in self.networks.items():
            if attached:
                groups[tuple(self._sorted(attached))].append(network)
        return groups

    def _distances(self, goals: tuple[str, ...]) -> dict[str, int]:
        """Return how many routers away each router is from the nearest of some."""
        far = dict.fromkeys(goals, 0)
        edge = list(goals)
        while edge:
            reached = []
            for name in edge:
                beyond = far[name] + 1
                for other in self._neighbours.get(name, ()):
                    if other not in far:
                        far[other] = beyond
                        reached.append(other)
            edge = reached
        return far

    def routes(self, name: str) -> Iterator[AutomaticRoute]:
        """Yield the routes of a node."""
        node = self._topology.nodes[name]
        if not self._neighbours.get(name):
            return
        drawn = {
            route.network
            for route in node.routes
            if route.table == MAIN_TABLE and route.version == self._zero.version
        }
        if forwards(node):
            yield from self._routes_of_router(name, node, drawn)
        elif node.kind != "switch" and self._zero not in drawn:
            yield from self._routes_of_host(name, drawn)

    def _routes_of_router(
        self, name: str, node: Node, drawn: set[Network]
    ) -> Iterator[AutomaticRoute]:
        default: tuple[Way, ...] = ()
        if node.kind != "internet" and self._zero not in drawn:
            default = self._ways_nearer(name, self._to_gate)
            if default:
                yield AutomaticRoute(self._zero, default)
        own = self._own[name]
        for group, networks in self._groups.items():
            wanted = [one for one in networks if one not in own and one not in drawn]
            ways = self._ways_nearer(name, self._far[group]) if wanted else ()
            if ways and ways != default:
                for network in wanted:
                    yield AutomaticRoute(network, ways)

    def _ways_nearer(self, name: str, far: Mapping[str, int]) -> tuple[Way, ...]:
        """Return the way to the first router that is nearer, or to all of them if it is wanted."""
        nearer = far.get(name, FAR) - 1
        ways: list[Way] = []
        for other in self._neighbours[name]:
            if far.get(other) == nearer:
                ways += self._ways[name][other]
                if not self._shares():
                    return (ways[0],)
        return tuple({way.gateway: way for way in ways}.values())

    def _shares(self) -> bool:
        return self._topology.routing is not None and self._topology.routing.equal_cost

    def _routes_of_host(self, name: str, drawn: set[Network]) -> Iterator[AutomaticRoute]:
        best = self._best_router(name)
        yield AutomaticRoute(self._zero, (self._ways[name][best][0],))
        own = self._own[name]
        for group, networks in self._groups.items():
            far = self._far[group]
            if best in far:
                continue
            others = [other for other in self._neighbours[name] if other in far]
            if others:
                nearest = min(others, key=lambda other: (far[other], self._order[other]))
                way = (self._ways[name][nearest][0],)
                for network in networks:
                    if network not in own and network not in drawn:
                        yield AutomaticRoute(network, way)

    def _best_router(self, name: str) -> str:
        """Return the router that a host's default route leads to."""
        candidates = self._neighbours[name]
        if len(candidates) == 1:
            return candidates[0]
        return min(candidates, key=self._remoteness)

    def _remoteness(self, router: str) -> tuple[int, int, int]:
        """Return how bad a default route by a router is; what it cannot reach counts most."""
        total = sum(
            len(networks) * self._far[group].get(router, FAR)
            for group, networks in self._groups.items()
        )
        return self._to_gate.get(router, FAR), total, self._order[router]


def _is_used(node: Node, interface: str) -> bool:
    """Tell whether routes may lead out of an interface: one that is up, and in no VRF."""
    said = node.interfaces.get(interface)
    return (said is None or said.up is not False) and table_of(node, interface) == MAIN_TABLE
