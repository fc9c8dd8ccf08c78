"""Drawings that can be applied, and edits that leave them so."""

from ipaddress import ip_network

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from designer.topology.addressing import assign_addresses
from designer.topology.checks import check
from designer.topology.checks.expectations import has_ip
from designer.topology.impairment import Impairment
from designer.topology.link import Link
from designer.topology.problem import errors
from designer.topology.segment import find_segments
from designer.topology.topology import Topology
from designer.topology.values import Address, End
from tests.strategies.drawings import addressings, any_impairments, routings
from tests.strategies.nouns import (
    INTERFACE_NAMES,
    NODE_NAMES,
    addresses,
    chain_policies,
    kinds,
    macs,
    node_names,
    plain_services,
    port_vlans,
    probes,
    rule_values,
    rulesets,
    tables,
    vids,
    weights,
)


@st.composite
def sound_impairments(draw: DrawFn) -> Impairment:
    """Draw an impairment in which nothing is without what it needs."""
    drawn = draw(any_impairments)
    without_delay = {"jitter_ms": 0, "reorder_percent": 0}
    return drawn if drawn.delay_ms else drawn.model_copy(update=without_delay)


@st.composite
def _wired(draw: DrawFn) -> tuple[dict[str, str], list[tuple[End, End]]]:
    """Draw nodes by kind, and cables that each join two interfaces of their own."""
    names = draw(st.lists(node_names, min_size=1, max_size=6, unique=True))
    chosen = {name: draw(kinds) for name in names}
    free = {name: [one for one in INTERFACE_NAMES if one not in {name, "uplink"}] for name in names}
    joined = {name: {name} for name in names}
    cables = []
    for left, right in draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)))):
        switches = chosen[left] == chosen[right] == "switch"
        if left == right or not free[left] or not free[right]:
            continue
        if switches and joined[left] is joined[right]:
            continue  # a loop of switches
        if switches:
            joined[left] |= joined[right]
            joined |= dict.fromkeys(joined[left], joined[left])
        cables.append((End(left, free[left].pop(0)), End(right, free[right].pop(0))))
    return chosen, cables


@st.composite
def _sound_interface(draw: DrawFn, end: End, hosts: dict[str, int], may_be_auto: bool) -> object:
    """Draw what is said about an interface; `hosts` counts the addresses given in a network."""
    chosen = []
    for prefix in draw(st.lists(st.sampled_from(sorted(hosts)), max_size=2, unique=True)):
        hosts[prefix] += 1
        network = ip_network(prefix)
        chosen.append(f"{network[hosts[prefix]]}/{network.prefixlen}")
    automatic = may_be_auto and draw(st.booleans())
    said: dict[str, object] = {} if automatic else {"addresses": chosen}
    if draw(st.booleans()):
        said["mtu"] = draw(st.sampled_from([1500, 1280, 9000]))
    if draw(st.integers(0, 4)) == 0:
        said["up"] = draw(st.booleans())
    if draw(st.integers(0, 4)) == 0:
        number = 1 + sum(hosts.values())
        said["mac"] = f"02:00:{hash_octet(end)}:00:00:{number:02x}"
    return said


def hash_octet(end: End) -> str:
    """Return two digits of an end, so that no two ends of a drawing have one MAC address."""
    return f"{NODE_NAMES.index(end.node):x}{INTERFACE_NAMES.index(end.interface) % 16:x}"


@st.composite
def _switch_vlans(draw: DrawFn, ports: list[str]) -> dict[str, object]:
    """Draw a switch's VLANs: none, or those of each of its ports."""
    if draw(st.booleans()):
        return {}
    protocol = draw(st.sampled_from(["802.1Q", "802.1Q", "802.1ad"]))
    said = {port: draw(port_vlans) for port in ports}
    return {"vlan_filtering": True, "vlan_protocol": protocol, "interfaces": said}


@st.composite
def _bare(draw: DrawFn, vlans: bool) -> Topology:
    """Draw a wired drawing, with the VLANs of its switches and without any address."""
    chosen, cables = draw(_wired())
    at_host = draw(st.sampled_from([None, None, *(n for n in chosen if chosen[n] == "switch")]))
    nodes: dict[str, dict[str, object]] = {name: {"kind": kind} for name, kind in chosen.items()}
    if at_host is not None:
        nodes[at_host]["at"] = "host-namespace"
    for name, kind in chosen.items():
        if vlans and kind == "switch":
            ports = [end.interface for ends in cables for end in ends if end.node == name]
            nodes[name] |= draw(_switch_vlans(ports))
    links = [{"ends": [str(end) for end in ends]} for ends in cables]
    return Topology.model_validate({"nodes": nodes, "links": links})


@st.composite
def _addressed(draw: DrawFn, vlans: bool) -> Topology:
    """Draw a wired drawing in which some interfaces are given addresses of their segment's."""
    bare = draw(_bare(vlans))
    chosen = {name: node.kind for name, node in bare.nodes.items()}
    nodes = bare.plain()["nodes"]
    said: dict[str, dict[str, object]] = {name: {} for name in chosen}
    switches = {name for name, kind in chosen.items() if kind == "switch"}
    for number, segment in enumerate(find_segments(bare)):
        hosts = {f"192.168.{number}.0/24": 0, f"fd00:0:0:{number}::/64": 0}
        for end in segment.members:
            if draw(st.integers(0, 2)):
                said[end.node][end.interface] = draw(_sound_interface(end, hosts, True))
    for number, name in enumerate(sorted(switches)):
        if draw(st.booleans()):
            said[name][name] = {"addresses": [f"172.31.{number}.1/24"]}
    for name, kind in chosen.items():
        if kind in {"host", "router"} and draw(st.integers(0, 4)) == 0:
            said[name]["lo"] = {"up": draw(st.booleans())}
        nodes[name]["interfaces"] = nodes[name].get("interfaces", {}) | said[name]
    ends = [end for link in bare.links for end in link.ends]
    for number, (name, kind) in enumerate(chosen.items()):
        own = [end.interface for end in ends if end.node == name]
        if kind in {"host", "router"} and own and draw(st.booleans()):
            interfaces = nodes[name]["interfaces"]
            interfaces |= draw(_sound_devices(own, number, vlans))
    return Topology.model_validate(
        {**bare.plain(), "nodes": nodes, "addressing": draw(addressings).model_dump(mode="json")}
    )


@st.composite
def _sound_devices(
    draw: DrawFn, linked: list[str], number: int, every_kind: bool
) -> dict[str, object]:
    """Draw devices on a node's cables; not every kernel can make them all."""
    below = draw(st.sampled_from(linked))
    with_address = {"addresses": [f"172.30.{number}.1/24"]}
    towards = {"local": "192.168.0.1", "remote": "192.168.0.77"}
    stacks: dict[str, dict[str, object]] = {
        "macvlan": {"m": {"device": {"kind": "macvlan", "parent": below}} | with_address},
        "vxlan": {"x": {"device": {"kind": "vxlan", "vni": 7, "parent": below} | towards}},
    }
    if every_kind:
        vlan = {"kind": "vlan", "vid": draw(vids)}
        tunnel = {"kind": draw(st.sampled_from(["gre", "ipip", "sit"]))} | towards
        stacks |= {
            "vlan": {"v": {"device": vlan | {"parent": below}} | with_address},
            "qinq": {
                "v": {"device": vlan | {"parent": below, "protocol": "802.1ad"}},
                "w": {"device": vlan | {"parent": "v"}} | with_address,
            },
            "bond": {
                "b": {"device": {"kind": "bond", "members": [below]}} | with_address,
                below: {},
            },
            "vrf": {"f": {"device": {"kind": "vrf", "table": 10, "members": [below]}}},
            "tunnel": {"t": {"device": tunnel}},
            "dummy": {"d": {"device": {"kind": "dummy"}} | with_address},
        }
    return stacks[draw(st.sampled_from(sorted(stacks)))]


@st.composite
def _routes(draw: DrawFn, topology: Topology, name: str) -> list[dict[str, object]]:
    """Draw routes through neighbours that a node has on its wires."""
    assigned = assign_addresses(topology)
    own = [address for end, those in assigned.items() if end.node == name for address in those]
    gateways = [
        address.ip
        for end, those in assigned.items()
        if end.node != name
        for address in those
        if any(address.ip in one.network and address.ip != one.ip for one in own)
    ]
    if not gateways:
        return []
    return [draw(_sound_route(gateways, metric)) for metric in range(draw(st.integers(0, 3)))]


@st.composite
def _sound_route(draw: DrawFn, gateways: list[Address], metric: int) -> dict[str, object]:
    """Draw a route by one or two of the gateways, or one that ends packets."""
    first = draw(st.sampled_from(gateways))
    networks = {4: ["default", "10.200.0.0/16"], 6: ["::/0", "fd99::/32"]}[first.version]
    route = {"destination": draw(st.sampled_from(networks)), "metric": metric}
    if draw(st.integers(0, 2)) == 0:
        route["table"] = draw(tables)
    others = [one for one in gateways if one.version == first.version and one != first]
    shape = draw(st.sampled_from(["gateway", "gateway", "hops", "blackhole", "prohibit"]))
    if shape == "gateway":
        return route | {"gateway": str(first)}
    if shape != "hops":
        return route | {"type": shape}
    hops = [first, *draw(st.lists(st.sampled_from(others), max_size=1))] if others else [first]
    said = [{"gateway": str(one), "weight": draw(weights)} for one in hops]
    return route | {"hops": said}


@st.composite
def _link(draw: DrawFn, joined: tuple[End, End], impaired: bool) -> Link:
    """Draw what a cable is like: most are whole."""
    ways = [draw(sound_impairments()) if impaired and draw(st.booleans()) else None for _ in "ab"]
    cut = draw(st.sampled_from([False, False, False, True]))
    return Link(ends=joined, cut=cut, impairment=ways[0], impairment_back=ways[1])


@st.composite
def _policies(draw: DrawFn, interfaces: list[str]) -> list[dict[str, object]]:
    """Draw policies that lead by a node's interfaces, or from any, to tables that may be empty."""
    if draw(st.integers(0, 2)):
        return []
    network = st.sampled_from(["192.168.0.0/24", "10.0.0.0/8", "fd00::/16", "0.0.0.0/0"])
    said = {
        "priority": st.integers(1, 5),
        "from": network,
        "in": st.sampled_from(interfaces),
        "mark": st.sampled_from([1, 2**32 - 1]),
        "table": tables,
    }
    return draw(st.lists(st.fixed_dictionaries({}, optional=said), max_size=3))


@st.composite
def _running(draw: DrawFn) -> dict[str, object]:
    """Draw services that are in nobody's way, and whom the node asks for names."""
    services = draw(st.lists(plain_services, max_size=2, unique_by=lambda one: one.kind))
    return {
        "services": [one.model_dump(mode="json") for one in services],
        "resolver": draw(st.lists(addresses.map(str), max_size=2)),
    }


@st.composite
def _neighbours(draw: DrawFn, topology: Topology, name: str) -> list[dict[str, object]]:
    """Draw neighbours on the wires of a node."""
    assigned = assign_addresses(topology)
    wires = [(e.interface, one) for e, those in assigned.items() if e.node == name for one in those]
    if not wires:
        return []
    chosen = draw(st.lists(st.sampled_from(wires), max_size=2, unique=True))
    return [
        {"address": str(one.network[-2]), "mac": draw(macs), "interface": interface}
        for interface, one in chosen
    ]


@st.composite
def _sysctls(draw: DrawFn, interfaces: list[str]) -> dict[str, object]:
    """Draw settings, of which some are the default, of a node and of its interfaces."""
    said: dict[str, SearchStrategy[object]] = {
        "net.ipv4.ip_default_ttl": st.sampled_from([64, 12]),
        "net.ipv4.tcp_rmem": st.just("4096 70000 80000"),
        "net.ipv4.conf.all.arp_ignore": st.integers(0, 2),
    }
    for interface in interfaces:
        said[f"net.ipv4.conf.{interface}.forwarding"] = st.integers(0, 1)
        said[f"net.ipv4.conf.{interface}.proxy_arp"] = st.integers(0, 1)
    chosen = draw(st.lists(st.sampled_from(sorted(said)), max_size=2, unique=True))
    return {one: draw(said[one]) for one in chosen}


@st.composite
def _filtered(draw: DrawFn, own: list[str]) -> dict[str, object]:
    """Draw what a node's packet filter is told, most often nothing."""
    said: dict[str, object] = {}
    if draw(st.integers(0, 2)) == 0:
        names = st.sampled_from([*own, "lo"])
        said["rules"] = draw(st.lists(rule_values(names), max_size=4))
        said["policy"] = draw(chain_policies).model_dump(mode="json")
    if draw(st.integers(0, 5)) == 0:
        said["ruleset"] = draw(rulesets)
    return said


@st.composite
def sound_topologies(
    draw: DrawFn, impaired: bool = True, serving: bool = True, vlans: bool | None = None
) -> Topology:
    """Draw what can be applied: every noun, and no error.

    Not every kernel can impair a link or keep VLANs apart (most can do both or nothing of it), and
    not every shell script keep services.
    """
    topology = draw(_addressed(impaired if vlans is None else vlans))

    linked = [end for link in topology.links for end in link.ends]
    values = topology.plain()
    if (routing := draw(routings)) is not None:
        values["routing"] = {"automatic": True, "equal_cost": routing.equal_cost}
    for name, node in topology.nodes.items():
        if node.kind in {"host", "router"}:
            values["nodes"][name]["routes"] = draw(_routes(topology, name))
            own = [end.interface for end in linked if end.node == name]
            values["nodes"][name]["policies"] = draw(_policies([*own, "lo"]))
            values["nodes"][name]["neighbours"] = draw(_neighbours(topology, name))
            values["nodes"][name]["sysctls"] = draw(_sysctls(own))
            if own and draw(st.integers(0, 3)) == 0:
                values["nodes"][name]["masquerade"] = [draw(st.sampled_from(own))]
            if draw(st.integers(0, 3)) == 0:
                values["nodes"][name]["forwarding"] = draw(st.booleans())
            values["nodes"][name] |= draw(_filtered(own))
            if serving and draw(st.integers(0, 5)) == 0:
                values["nodes"][name] |= draw(_running())
        if node.kind == "switch":
            values["nodes"][name]["stp"] = draw(st.booleans())
    askers = [name for name in topology.nodes if has_ip(topology, name)]
    if askers:
        pairs = st.tuples(st.sampled_from(askers), st.sampled_from(askers), probes)
        values["expect"] = [
            {"from": source, "to": target, "probe": str(probe)}
            for source, target, probe in draw(st.lists(pairs, max_size=3))
        ]
    values["links"] = [draw(_link(one.ends, impaired)) for one in topology.links]
    sound = Topology.model_validate(values)
    assume(not errors(check(sound)))
    return sound


@st.composite
def edited_topologies(draw: DrawFn, impaired: bool = True) -> tuple[Topology, Topology]:
    """Draw a sound drawing and the same after a few edits: parts taken from another one, or out."""
    before = draw(sound_topologies(impaired))
    other = draw(sound_topologies(impaired)).plain()
    values = before.plain()
    for name in draw(st.lists(st.sampled_from(sorted(before.nodes)), max_size=2)):
        if name in other["nodes"] and draw(st.booleans()):
            values["nodes"][name] = other["nodes"][name]
        elif name in values["nodes"]:
            values["nodes"][name].pop(draw(st.sampled_from(["interfaces", "routes", "stp"])), None)
    for _ in range(draw(st.integers(0, 1))):
        links = values.get("links", [])
        if links:
            links.pop(draw(st.integers(0, len(links) - 1)))
    values.pop("expect", None)
    after = Topology.model_validate(values)
    assume(not errors(check(after)))
    return before, after
