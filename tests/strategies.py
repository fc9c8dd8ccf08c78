"""Drawings for property tests: any that the model takes, and sound ones that can be applied.

The names come from a few letters, so that they clash as often as people's do.
"""

from base64 import b64encode
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from designer.topology.addressing import assign_addresses
from designer.topology.checks import check
from designer.topology.checks.expectations import has_ip
from designer.topology.expectation import Expectation, Probe
from designer.topology.impairment import Impairment
from designer.topology.interface import Interface
from designer.topology.link import Link
from designer.topology.neighbour import Neighbour
from designer.topology.node import Node
from designer.topology.policy import Policy
from designer.topology.problem import errors
from designer.topology.route import Route
from designer.topology.routing import Routing
from designer.topology.rule import ChainPolicy, Rule
from designer.topology.segment import find_segments
from designer.topology.service import (
    BgpNeighbour,
    BgpRouter,
    DhcpClient,
    DhcpServer,
    DnsServer,
    EchoServer,
    HttpServer,
    Iperf3Server,
    OspfRouter,
    RouterAdvertisement,
    UserCommand,
)
from designer.topology.shape import Shape
from designer.topology.topology import Addressing, Topology
from designer.topology.values import Address, End, Network

NODE_NAMES = ["a", "b", "c", "r1", "sw", "on", "null", "y", "host", "x-9", "no", "a23456789012345"]
INTERFACE_NAMES = ["eth0", "e1", "p", "off", "a", "sw", "uplink", "E.1_x-2", "i2345678901234"]

node_names = st.sampled_from(NODE_NAMES)
interface_names = st.sampled_from(INTERFACE_NAMES)
kinds = st.sampled_from(["host", "host", "router", "switch", "internet"])
titles = st.text(st.characters(categories=["L", "N", "P", "S"], max_codepoint=0x1FFFF), min_size=1)
macs = st.integers(0, 2**40 - 1).map(lambda number: f"02:{number.to_bytes(5).hex(':')}")
mtus = st.sampled_from([1500, 1500, 1400, 1280, 9000, 68])
probes = st.sampled_from([Probe("ping"), Probe("tcp", 80), Probe("udp", 5000)])
ends = st.builds(End, node_names, interface_names)
coordinates = st.floats(-1e6, 1e6, allow_nan=False).map(lambda one: round(one, 2))

ipv4_networks = st.integers(0, 9).map(lambda number: ip_network(f"192.168.{number}.0/24"))
ipv6_networks = st.integers(0, 9).map(lambda number: ip_network(f"fd00:0:0:{number}::/64"))


@st.composite
def interface_addresses(draw: DrawFn) -> str:
    """Draw an address with its prefix, IPv4 more often."""
    network = draw(st.one_of(ipv4_networks, ipv4_networks, ipv6_networks))
    return f"{network[draw(st.integers(1, 40))]}/{network.prefixlen}"


addresses = interface_addresses().map(lambda text: ip_address(text.split("/")[0]))


def _addresses_or_none() -> SearchStrategy[list[str] | None]:
    return st.one_of(st.none(), st.lists(interface_addresses(), max_size=3, unique=True))


vids = st.sampled_from([1, 1, 10, 20, 4094])
trunks = st.lists(st.sampled_from([1, 10, 20, "10-20", "2-4094"]), min_size=1, max_size=3)
port_vlans: SearchStrategy[dict[str, object]] = st.one_of(
    st.just({}),
    st.fixed_dictionaries({"vlan": vids}),
    st.fixed_dictionaries({"trunk": trunks}, optional={"native": vids}),
)
"""Whether and how a port is in VLANs."""


def _tunnels(kind: str, **more: SearchStrategy[object]) -> SearchStrategy[dict[str, object]]:
    ends = st.sampled_from(["192.168.1.1", "192.168.2.2", "10.0.0.1"])
    said = {"kind": st.just(kind), "local": ends, "remote": ends}
    return st.fixed_dictionaries(said, optional={"ttl": st.sampled_from([1, 64, 255]), **more})


def _devices(kind: str, **said: SearchStrategy[object]) -> SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({"kind": st.just(kind), **said})


keys = st.binary(min_size=32, max_size=32).filter(any).map(lambda one: b64encode(one).decode())


def _peers() -> SearchStrategy[dict[str, object]]:
    """Draw peers of WireGuard; no network can be allowed to two."""
    said: dict[str, SearchStrategy[object]] = {
        "preshared_key": keys,
        "endpoint": st.sampled_from(["10.0.0.2:51820", "[fd00::2]:1"]),
        "keepalive_s": st.sampled_from([1, 65535]),
        "allowed": st.binary(min_size=4, max_size=4).map(lambda one: [f"{ip_address(one)}/32"]),
    }
    return st.fixed_dictionaries({"public_key": keys}, optional=said)


def _allowed_to(peer: dict[str, object]) -> str:
    return str(peer.get("allowed", peer["public_key"]))


member_lists = st.lists(interface_names, max_size=2)
any_devices: SearchStrategy[dict[str, object]] = st.one_of(
    _devices(
        "vlan", parent=interface_names, vid=vids, protocol=st.sampled_from(["802.1Q", "802.1ad"])
    ),
    _devices("bond", members=member_lists, mode=st.sampled_from(["active-backup", "802.3ad"])),
    _devices("vrf", members=member_lists, table=st.sampled_from([10, 254, 2**32 - 1])),
    _devices(
        "vxlan",
        vni=st.sampled_from([1, 2**24 - 1]),
        remote=st.sampled_from(["10.0.0.2", "fd00::2"]),
    ),
    _devices("vxlan", vni=st.just(7), remote=st.just("239.1.1.1"), parent=interface_names),
    _devices(
        "macvlan", parent=interface_names, mode=st.sampled_from(["bridge", "private", "vepa"])
    ),
    _devices("dummy"),
    _tunnels("gre", key=st.sampled_from([0, 2**32 - 1])),
    _tunnels("ipip"),
    _tunnels("sit"),
    _devices(
        "wireguard",
        private_key=keys,
        port=st.sampled_from([51820, 1, 65535]),
        peers=st.lists(
            _peers(), max_size=2, unique_by=(lambda one: str(one["public_key"]), _allowed_to)
        ),
    ),
)
"""Devices whose parts may be there or not."""

any_interfaces: SearchStrategy[Interface] = st.builds(
    lambda vlans, **said: Interface.model_validate(said | vlans),
    vlans=port_vlans,
    device=st.one_of(st.none(), st.none(), any_devices),
    addresses=_addresses_or_none(),
    mac=st.one_of(st.none(), macs),
    mtu=mtus,
    up=st.sampled_from([None, True, False]),
)


tables = st.sampled_from([254, 254, 100, 4_000_000_000])


@st.composite
def any_routes(draw: DrawFn) -> Route:
    """Draw a route whose gateways are of its destination's family."""
    networks = draw(st.sampled_from([ipv4_networks, ipv6_networks]))
    return Route.model_validate(
        {
            "destination": draw(st.one_of(st.just("default"), networks.map(str))),
            "metric": draw(st.integers(0, 3)),
            "table": draw(tables),
            **draw(_ways(networks)),
        }
    )


@st.composite
def _ways(draw: DrawFn, networks: SearchStrategy[Network]) -> dict[str, object]:
    """Draw where a route leads: by a gateway, an interface, several of them, or nowhere."""
    gateways = networks.map(lambda one: str(one[1]))
    shape = draw(st.sampled_from(["gateway", "gateway", "interface", "hops", "blackhole"]))
    if shape == "gateway":
        return {"gateway": draw(gateways)}
    if shape == "interface":
        return {"interface": draw(interface_names)}
    if shape == "hops":
        chosen = draw(st.lists(gateways, min_size=1, max_size=3, unique=True))
        return {"hops": [{"gateway": one, "weight": draw(weights)} for one in chosen]}
    return {"type": draw(st.sampled_from(["blackhole", "unreachable", "prohibit"]))}


weights = st.sampled_from([1, 1, 2, 256])


@st.composite
def any_policies(draw: DrawFn) -> Policy:
    """Draw a policy whose networks are of one family."""
    networks = draw(st.sampled_from([ipv4_networks, ipv6_networks])).map(str)
    said = {
        "priority": st.one_of(st.none(), st.integers(1, 32765)),
        "from": st.one_of(st.none(), networks),
        "to": st.one_of(st.none(), networks),
        "in": st.one_of(st.none(), interface_names),
        "mark": st.one_of(st.none(), st.integers(1, 2**32 - 1)),
        "table": tables,
    }
    return Policy.model_validate(draw(st.fixed_dictionaries(said)))


rule_ports = st.one_of(
    st.integers(1, 65535),
    st.integers(1, 65000).map(lambda first: f"{first}-{first + 17}"),
    st.lists(st.sampled_from([22, 80, 443, "8000-8010", "8005-8020"]), min_size=1, max_size=3),
)
rule_states = st.lists(
    st.sampled_from(["new", "established", "related", "invalid"]), min_size=1, max_size=3
)
comments = st.sampled_from(["no ssh", "päckchen", "a:b, c=d (e)", "7"])
chain_policies: SearchStrategy[ChainPolicy] = st.builds(
    ChainPolicy,
    **dict.fromkeys(("input", "forward", "output"), st.sampled_from(["allow", "allow", "deny"])),
)


@st.composite
def rule_values(draw: DrawFn, interfaces: SearchStrategy[str] = interface_names) -> object:
    """Draw a rule as a document says it: what it matches suits what it does."""
    action = draw(st.sampled_from(["allow", "deny", "reject", "masquerade", "dnat"]))
    judges = action in {"allow", "deny", "reject"}
    chain = draw(st.sampled_from([None, "input", "forward", "output"])) if judges else None
    protocol = draw(st.sampled_from(["any", "tcp", "udp", "icmp"]))
    networks, widths = draw(
        st.sampled_from([(ipv4_networks, (9, 24, 31, 32)), (ipv6_networks, (47, 64, 121, 128))])
    )
    network = networks.flatmap(
        lambda one: st.sampled_from(widths).map(lambda width: str(_resized(one, width)))
    )
    said: dict[str, object] = {"action": action, "protocol": protocol}
    possible: dict[str, SearchStrategy[object]] = {"from": network, "to": network}
    possible["comment"] = comments
    if protocol in {"tcp", "udp"}:
        possible["port"] = rule_ports
    if judges:
        possible["state"] = rule_states
    if action != "masquerade" and chain != "output":
        possible["in"] = interfaces
    if action != "dnat" and chain != "input":
        possible["out"] = interfaces
    if action == "dnat":
        said["to_address"] = str(draw(networks)[1])
        if protocol in {"tcp", "udp"}:
            possible["to_port"] = st.integers(1, 65535)
    if chain:
        said["chain"] = chain
    for key in draw(st.lists(st.sampled_from(sorted(possible)), max_size=4, unique=True)):
        said[key] = draw(possible[key])
    return said


def _resized(network: IPv4Network | IPv6Network, width: int) -> IPv4Network | IPv6Network:
    return type(network)((int(network.network_address), width), strict=False)


any_rules: SearchStrategy[Rule] = rule_values().map(Rule.model_validate)

ports = st.sampled_from([7, 80, 5201, 65535])
commands = st.sampled_from(["sleep 1000", "exec sleep 1000", "echo 'x' \"$HOME\"; sleep 1000"])
plain_services = st.one_of(
    st.builds(HttpServer, kind=st.just("http"), port=ports),
    st.builds(
        EchoServer, kind=st.just("echo"), protocol=st.sampled_from(["tcp", "udp"]), port=ports
    ),
    st.builds(DnsServer, kind=st.just("dns")),
    st.builds(UserCommand, kind=st.just("command"), command=commands),
)
"""Those that need nothing but their node, and no program that may be missing."""


@st.composite
def dhcp_servers(draw: DrawFn) -> DhcpServer:
    """Draw a DHCP server whose range goes up."""
    network = draw(ipv4_networks)
    first = draw(st.integers(1, 100))
    last = draw(st.integers(first, 200))
    return DhcpServer.model_validate(
        {
            "kind": "dhcp-server",
            "interface": draw(interface_names),
            "range": [str(network[first]), str(network[last])],
            "router": draw(st.sampled_from([None, "192.168.1.1"])),
            "lease_s": draw(st.sampled_from([10, 600])),
        }
    )


any_services = st.one_of(
    plain_services,
    dhcp_servers(),
    st.builds(DhcpClient, kind=st.just("dhcp-client"), interface=interface_names),
    st.builds(RouterAdvertisement, kind=st.just("router-advertisement"), interface=interface_names),
    st.builds(Iperf3Server, kind=st.just("iperf3"), port=ports),
    st.builds(OspfRouter, kind=st.just("ospf"), area=st.sampled_from([0, 1, 2**32 - 1])),
    st.builds(
        BgpRouter,
        kind=st.just("bgp"),
        asn=st.sampled_from([1, 65001, 2**32 - 2]),
        neighbours=st.lists(
            st.builds(BgpNeighbour, address=addresses, asn=st.just(65002)), min_size=1, max_size=2
        ).map(tuple),
    ),
)

any_neighbours: SearchStrategy[Neighbour] = st.builds(
    Neighbour,
    address=st.one_of(ipv4_networks, ipv6_networks).map(lambda one: one[7]),
    mac=macs,
    interface=st.one_of(st.none(), interface_names),
)

any_sysctls = st.dictionaries(
    st.sampled_from(["net.ipv4.conf.all.rp_filter", "net.ipv6.conf.E.1_x-2.accept_redirects"]),
    st.sampled_from([0, 1, "1"]),
)

rulesets = st.sampled_from(
    [
        "table inet mine {\n  chain in {\n    tcp dport { 22, 80 } counter accept  # web\n  }\n}\n",
        "define lan = 10.0.0.0/8\nadd table ip t; add chain ip t c { }",
        "table ip6 six { set s { type ipv6_addr; elements = { fd00::1, fd00::2 }; }; }",
        "# nothing",
    ]
)

any_nodes: SearchStrategy[Node] = st.builds(
    Node,
    kind=kinds,
    hostname=st.sampled_from([None, None, "web", "db-1", "7"]),
    interfaces=st.dictionaries(interface_names, any_interfaces, max_size=3),
    routes=st.lists(any_routes(), max_size=2).map(tuple),
    policies=st.lists(any_policies(), max_size=2).map(tuple),
    neighbours=st.lists(any_neighbours, max_size=2).map(tuple),
    sysctls=any_sysctls,
    forwarding=st.sampled_from([None, None, True, False]),
    masquerade=st.lists(interface_names, max_size=2, unique=True).map(tuple),
    rules=st.lists(any_rules, max_size=3).map(tuple),
    policy=chain_policies,
    ruleset=st.one_of(st.none(), rulesets),
    services=st.lists(any_services, max_size=2).map(tuple),
    resolver=st.lists(addresses, max_size=2).map(tuple),
    stp=st.booleans(),
    loop=st.sampled_from(["refused", "refused", "allowed"]),
    vlan_filtering=st.sampled_from([None, None, True, False]),
    vlan_protocol=st.sampled_from(["802.1Q", "802.1Q", "802.1ad"]),
    at=st.sampled_from(["own-namespace", "own-namespace", "host-namespace"]),
)


def _expectation(source: str, target: str, probe: Probe, outcome: str) -> Expectation:
    said = {"from": source, "to": target, "probe": probe, "outcome": outcome}
    return Expectation.model_validate(said)


percentages = st.one_of(st.sampled_from([0, 0, 0.5, 1, 33.3, 100]), st.floats(0, 100))

any_impairments: SearchStrategy[Impairment] = st.builds(
    Impairment,
    delay_ms=st.one_of(st.sampled_from([0, 0.001, 1.3, 20, 10_000]), st.floats(0, 10_000)),
    jitter_ms=st.one_of(st.sampled_from([0, 0, 5]), st.floats(0, 2_000)),
    loss_percent=percentages,
    duplicate_percent=percentages,
    reorder_percent=percentages,
    corrupt_percent=percentages,
    rate_kbit=st.one_of(st.none(), st.integers(8, 100_000_000)),
    queue_packets=st.one_of(st.none(), st.integers(1, 100_000)),
)


@st.composite
def sound_impairments(draw: DrawFn) -> Impairment:
    """Draw an impairment in which nothing is without what it needs."""
    drawn = draw(any_impairments)
    without_delay = {"jitter_ms": 0, "reorder_percent": 0}
    return drawn if drawn.delay_ms else drawn.model_copy(update=without_delay)


any_expectations: SearchStrategy[Expectation] = st.builds(
    _expectation,
    node_names,
    st.one_of(node_names, ends.map(str), addresses.map(str), titles.map(lambda one: one[:64])),
    probes,
    st.sampled_from(["reached", "blocked"]),
)

labels = st.one_of(st.none(), st.none(), titles.map(lambda one: one[:60]))
bends = st.lists(st.tuples(coordinates, coordinates), max_size=2).map(tuple)

any_links: SearchStrategy[Link] = st.builds(
    Link,
    ends=st.tuples(ends, ends),
    label=labels,
    bends=bends,
    angled=st.booleans(),
    cut=st.booleans(),
    impairment=st.one_of(st.none(), any_impairments),
    impairment_back=st.one_of(st.none(), any_impairments),
)

shape_texts = st.lists(titles, min_size=1, max_size=3).map("\n".join).filter(len)
colors = st.sampled_from(["grey", "grey", "blue", "red", "purple"])
extents = st.sampled_from([20, 240, 100_000, 62.5])


@st.composite
def any_shapes(draw: DrawFn) -> Shape:
    """Draw a note, a region or a group, of nodes that may not be there."""
    kind = draw(st.sampled_from(["note", "region", "group"]))
    said: dict[str, object] = {"kind": kind, "text": draw(shape_texts), "color": draw(colors)}
    if kind == "group":
        said["members"] = draw(st.lists(node_names, max_size=3, unique=True))
    else:
        said["at"] = draw(st.tuples(coordinates, coordinates))
        said["size"] = draw(st.tuples(extents, extents))
    return Shape.model_validate(said)


addressings: SearchStrategy[Addressing] = st.builds(
    Addressing,
    ipv4=st.sampled_from([ip_network("10.0.0.0/8"), ip_network("172.16.0.0/12"), None]),
    ipv6=st.sampled_from([None, ip_network("fd12::/48")]),
    lan=st.sampled_from([24, 24, 28]),
    link=st.sampled_from([None, None, 31, 30]),
)

routings = st.sampled_from([None, None, Routing(), Routing(equal_cost=True)])

topologies: SearchStrategy[Topology] = st.builds(
    Topology,
    routing=routings,
    name=titles.map(lambda one: one[:100]),
    addressing=addressings,
    nodes=st.dictionaries(node_names, any_nodes, max_size=5),
    links=st.lists(any_links, max_size=5).map(tuple),
    expect=st.lists(any_expectations, max_size=4).map(tuple),
    layout=st.dictionaries(node_names, st.tuples(coordinates, coordinates), max_size=5),
    shapes=st.lists(any_shapes(), max_size=3).map(tuple),
)
"""Whatever the model takes, whether it makes sense or not."""


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
