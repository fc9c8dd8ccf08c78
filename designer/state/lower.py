"""From the drawing to what the kernel should have: the only place that translates its words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from designer.state.device import Device
from designer.state.family import forwarded_families, lo_is_up
from designer.state.host_state import HostState
from designer.state.impairment import Netem, lower_impairment
from designer.state.interface import (
    LOOPBACK,
    Interface,
    InterfaceAddress,
    InterfaceId,
    InterfaceKind,
    loopback,
)
from designer.state.lower_device import is_up, lower_device, mac_of
from designer.state.lower_neighbour import lower_neighbours
from designer.state.lower_policy import lower_policies
from designer.state.lower_route import lower_routes
from designer.state.lower_rules import lower_rules
from designer.state.lower_service import lower_services
from designer.state.namespace import HOST_NAMESPACE, Namespace
from designer.state.outside import add_outside
from designer.state.route import Hop, Route, canonical
from designer.state.rule import Rule, RuleTable, masquerade_rules, rule_table
from designer.state.sysctl import Sysctl
from designer.state.vlan import PortVlans, drawn_filtering, port_vlans
from designer.topology.addressing import Addresses, assign_addresses
from designer.topology.advertised import advertised_ends
from designer.topology.automatic_routes import AutomaticRoutes, automatic_routes
from designer.topology.likeness import is_addressed_alike, is_routed_alike, is_wired_alike, same
from designer.topology.mtu import mtu_of
from designer.topology.node import Node
from designer.topology.port import NO_LINK, bridge_port, drawn_port, is_port
from designer.topology.route import IPV6_DEFAULT_METRIC
from designer.topology.segment import Segments, find_segments
from designer.topology.stack import in_stacking_order
from designer.topology.topology import Topology
from designer.topology.values import End


def lower(topology: Topology, *, host_namespace: bool = False) -> HostState:
    """Return the kernel objects of a drawing that has no errors.

    A switch drawn in the host's namespace goes there only with `host_namespace`; otherwise a
    gateway namespace of the lab's own takes the host's place.
    """
    return Lowering(topology, host_namespace=host_namespace).state


class Lowering:
    """A drawing lowered, and what it takes to lower a changed one quickly.

    With an `earlier` one, only nodes that changed, or whose surroundings did, are lowered anew.
    """

    def __init__(
        self, topology: Topology, *, host_namespace: bool = False, earlier: "Lowering | None" = None
    ) -> None:
        reused = None if host_namespace else earlier
        self.drawing: _Drawing = _Drawing(
            topology, host_namespace, reused.drawing if reused else None
        )
        known = reused.still_true(self.drawing) if reused else {}
        self.lowered = {
            name: known.get(name) or self.drawing.namespace(name, node)
            for name, node in topology.nodes.items()
        }
        self.state = HostState(add_outside(topology, self._by_place()))

    def still_true(self, drawing: "_Drawing") -> Mapping[str, Namespace]:
        """Return what is lowered here and is the same in another drawing."""
        disturbed = drawing.disturbed_since(self.drawing)
        nodes = drawing.topology.nodes
        return {
            name: self.lowered[name]
            for name, node in self.drawing.topology.nodes.items()
            if name not in disturbed and name in nodes and same(nodes[name], node)
        }

    def _by_place(self) -> Mapping[str, Namespace]:
        found: dict[str, Namespace] = {}
        for one in self.lowered.values():
            known = found.get(one.name)
            found[one.name] = _together(known, one) if known else one
        return found


def _together(one: Namespace, other: Namespace) -> Namespace:
    """Return both parts of the host's namespace as one."""
    return Namespace(
        name=one.name,
        hostname=one.hostname,
        owner=one.owner,
        interfaces={**one.interfaces, **other.interfaces},
        routes=one.routes | other.routes,
        policies=one.policies | other.policies,
        neighbours=one.neighbours | other.neighbours,
        sysctls=one.sysctls | other.sysctls,
        forwarding=one.forwarding | other.forwarding,
        rules=rule_table(_rules_of_both(one.rules, other.rules), frozenset()),
    )


def _rules_of_both(one: RuleTable, other: RuleTable) -> Iterator[Rule]:
    """Yield the rules in the host's namespace, where nodes may only masquerade."""
    return masquerade_rules(frozenset(rule.out_interface for rule in (*one.rules, *other.rules)))


class _Drawing:
    """A drawing with what is worked out once for all its nodes."""

    def __init__(
        self, topology: Topology, host_namespace: bool, earlier: "_Drawing | None" = None
    ) -> None:
        self.topology = topology
        self.host_namespace = host_namespace
        alike = earlier if earlier and is_addressed_alike(topology, earlier.topology) else None
        self.segments: Segments = (
            earlier.segments
            if earlier and is_wired_alike(topology, earlier.topology)
            else find_segments(topology)
        )
        self.addresses: Addresses = (
            alike.addresses if alike else assign_addresses(topology, self.segments)
        )
        self.automatic: AutomaticRoutes = {}
        if alike and is_routed_alike(topology, alike.topology):
            self.automatic = alike.automatic
        elif topology.routing is not None:
            self.automatic = automatic_routes(topology, self.segments, self.addresses)
        self.peers: dict[End, End] = {}
        self.linked: dict[str, list[str]] = defaultdict(list)
        self.egress: dict[End, Netem | None] = {}
        self.cut: dict[str, set[str]] = defaultdict(set)
        for link in topology.links:
            left, right = link.ends
            self.peers[left], self.peers[right] = right, left
            for end in link.ends:
                self.linked[end.node].append(end.interface)
                if link.cut:
                    self.cut[end.node].add(end.interface)
            if link.is_impaired:
                for end, impairment in link.ways():
                    self.egress[end] = lower_impairment(impairment)
        self.advertised = advertised_ends(topology)

    def place(self, name: str) -> str:
        """Return the namespace that a node lives in."""
        node = self.topology.nodes[name]
        in_host = self.host_namespace and node.at == "host-namespace"
        return HOST_NAMESPACE if in_host else name

    def disturbed_since(self, earlier: "_Drawing") -> set[str]:
        """Return the nodes of which something is different that does not stand in the node.

        That is a link, an automatic address or route, or whether somebody advertises on its wire.
        What else a node's namespace comes to depend on belongs here. Parts that are equal and not
        one object are taken for different.
        """
        links, before = ({id(one): one for one in d.topology.links} for d in (self, earlier))
        changed = [(links | before)[number] for number in links.keys() ^ before.keys()]
        nodes = {end.node for link in changed for end in link.ends}
        nodes |= {end.node for end in self.advertised ^ earlier.advertised}
        if self.addresses is not earlier.addresses:
            mine, its = self.addresses, earlier.addresses
            nodes |= {end.node for end in {*mine, *its} if mine.get(end) != its.get(end)}
        routed, once = self.automatic, earlier.automatic
        nodes |= {one for one in {*routed, *once} if routed.get(one) != once.get(one)}
        return nodes

    def namespace(self, name: str, node: Node) -> Namespace:
        interfaces = {one.name: one for one in self._interfaces(name, node)}
        place = self.place(name)
        in_host = place == HOST_NAMESPACE
        if not in_host:
            said = node.interfaces.get(LOOPBACK)
            up = said.up if said and said.up is not None else lo_is_up(node)
            addresses = frozenset(said.addresses or ()) if said else frozenset()
            interfaces = {LOOPBACK: loopback(up=up, addresses=addresses)} | interfaces
        forwarding = forwarded_families(node, interfaces)
        return Namespace(
            name=place,
            hostname="" if in_host else node.hostname or name,
            owner="lab" if node.kind in {"host", "router"} else "worker",
            interfaces=interfaces,
            routes=frozenset(
                (*lower_routes(node, interfaces), *self._automatic_routes(name, interfaces))
            ),
            policies=frozenset(lower_policies(node, interfaces)),
            forwarding=forwarding,
            rules=lower_rules(node, forwards=bool(forwarding)),
            ruleset=node.ruleset or "",
            services=frozenset(lower_services(node, interfaces, forwards=bool(forwarding))),
            resolver=node.resolver,
            neighbours=frozenset(lower_neighbours(node, interfaces)),
            sysctls=frozenset(Sysctl(*one) for one in node.sysctls.items()),
        )

    def _interfaces(self, name: str, node: Node) -> Iterator[Interface]:
        if node.kind == "switch":
            yield self._interface(End(name, name), node, "bridge")
        for interface in self.linked[name]:
            yield self._veth(End(name, interface), node)
        for interface, drawn in in_stacking_order(node):
            kind, device = lower_device(drawn)
            yield self._interface(End(name, interface), node, kind, device=device)

    def _veth(self, end: End, node: Node) -> Interface:
        peer = self.peers[end]
        place = InterfaceId(self.place(peer.node), peer.interface)
        return self._interface(end, node, "veth", peer=place)

    def _interface(
        self,
        end: End,
        node: Node,
        kind: InterfaceKind,
        *,
        peer: InterfaceId | None = None,
        device: Device | None = None,
    ) -> Interface:
        addresses = frozenset(self.addresses.get(end, ()))
        port = is_port(end.node, node, end.interface)
        return Interface(
            name=end.interface,
            kind=kind,
            up=is_up(node, end.interface, self.cut[end.node]),
            mac=mac_of(*end, node),
            mtu=mtu_of(end.node, node, end.interface),
            link_local=kind != "wireguard" and (_speaks_ipv6(addresses) or end in self.advertised),
            addresses=addresses,
            master=end.node if port else node.masters.get(end.interface, ""),
            peer=peer,
            stp=kind == "bridge" and node.stp,
            filtering=drawn_filtering(node) if kind == "bridge" else None,
            vlans=_vlans(end, node, port=port) if node.has_vlans else (),
            device=device,
            egress=self.egress.get(end),
        )

    def _automatic_routes(self, name: str, interfaces: Mapping[str, Interface]) -> Iterator[Route]:
        for destination, ways in self.automatic.get(name, ()):
            hops = [Hop(*way) for way in ways if interfaces[way.interface].up]
            if hops:
                metric = IPV6_DEFAULT_METRIC if destination.version == 6 else 0  # noqa: PLR2004
                yield Route(destination, canonical(hops), metric)


def _vlans(end: End, node: Node, *, port: bool) -> PortVlans:
    if port:
        return port_vlans(drawn_port(*end, node, NO_LINK))
    return port_vlans(bridge_port(end.node, node)) if end.interface == end.node else ()


def _speaks_ipv6(addresses: frozenset[InterfaceAddress]) -> bool:
    return any(address.version == 6 for address in addresses)  # noqa: PLR2004
