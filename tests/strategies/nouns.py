"""Nodes and all they have, whether it makes sense or not.

The names come from a few letters, so that they clash as often as people's do.
"""

from base64 import b64encode
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from designer.topology.expectation import Probe
from designer.topology.interface import Interface
from designer.topology.neighbour import Neighbour
from designer.topology.node import Node
from designer.topology.policy import Policy
from designer.topology.route import Route
from designer.topology.rule import ChainPolicy, Rule
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
from designer.topology.values import End, Network

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
