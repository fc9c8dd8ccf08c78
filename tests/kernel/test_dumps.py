"""Our quick readers of what the kernel tells, beside pyroute2's thorough ones."""

from ipaddress import ip_interface
from typing import Any

from pyroute2.netlink.rtnl.ifaddrmsg import ifaddrmsg
from pyroute2.netlink.rtnl.ifinfmsg import ifinfmsg
from pyroute2.netlink.rtnl.rtmsg import rtmsg

from tests.kernel.scratch import in_scratch, shell
from workers.kernel import address_dump, link_dump, route_dump
from workers.kernel.dump import HEADER_BYTES, Message, dump
from workers.kernel.forwarding_query import forwarded_families
from workers.kernel.route import KINDS
from workers.kernel.route_dump import routes
from workers.kernel.rule_dump import observe_tables
from workers.kernel.sockets import open_route_socket

RTN_UNICAST = 1
EVERYTHING = """
ip link set lo up
ip link add br0 type bridge stp_state 1
ip link add b1 type bridge
ip link set b1 up
ip link add left type veth peer name right
ip link add i23456789012345 mtu 9000 type veth peer name x
ip link set left master br0 up
ip link set right addrgenmode none up
sysctl -qw net.ipv6.conf.i23456789012345.disable_ipv6=1
ip link set x up
ip address add 10.0.0.1/24 dev right
ip address add 10.0.0.2/24 dev right
ip address add 10.7.7.7 peer 10.8.8.8/32 dev right
ip address add fd00::1/64 dev right nodad
ip address add 10.0.1.1/24 dev x
ip route add 10.5.0.0/16 via 10.0.0.9
ip route add default via 10.0.0.9 metric 7
ip route add 10.6.0.0/16 dev right
ip route add blackhole 10.99.0.0/16
ip route add 10.98.0.0/16 nexthop via 10.0.0.8 weight 256 nexthop via 10.0.0.9
ip route add 10.97.0.0/16 dev right table 100
ip route add prohibit 10.96.0.0/16 table 4000000000
ip -6 route add default via fd00::9
ip -6 route add fd77::/48 dev right metric 5
ip -6 route add unreachable fd78::/48
ip -6 route add fd79::/48 nexthop via fd00::8 weight 3 nexthop via fd00::9
ip -6 route add fd80::/48 dev right table 1000
"""


def by_pyroute2(message: Message, parser: type) -> Any:
    """Return the message as pyroute2 reads it."""
    data, start, end = message
    value = parser(data[start - HEADER_BYTES : end])
    value.decode()
    return value


def link_facts(message: Message) -> list[tuple[object, object]]:
    """Return each fact about a link twice, by us and by pyroute2."""
    ours, theirs = link_dump.parse(message), by_pyroute2(message, ifinfmsg)
    info = theirs.get_attr("IFLA_LINKINFO")
    kind = info.get_attr("IFLA_INFO_KIND") if info else ""
    data = info.get_attr("IFLA_INFO_DATA") if info else None
    stp = kind == "bridge" and data.get_attr("IFLA_BR_STP_STATE") == 1
    six = theirs.get_attr("IFLA_AF_SPEC").get_attr("AF_INET6")
    silent = six.get_attr("IFLA_INET6_ADDR_GEN_MODE") == 1
    disabled = six.get_attr("IFLA_INET6_CONF")["disable_ipv6"]
    return [
        (ours.number, theirs["index"]),
        (ours.name, theirs.get_attr("IFLA_IFNAME")),
        (ours.kind, kind or ""),
        (ours.up, bool(theirs["flags"] & 1)),
        (ours.mac, theirs.get_attr("IFLA_ADDRESS")),
        (ours.mtu, theirs.get_attr("IFLA_MTU")),
        (ours.master, theirs.get_attr("IFLA_MASTER") or 0),
        (ours.peer_index, theirs.get_attr("IFLA_LINK") or 0),
        (ours.stp, stp),
        (ours.link_local, not silent and not disabled),
    ]


def test_links_are_read_as_pyroute2_reads_them() -> None:
    """All facts about every kind of link are the same."""

    def look() -> list[list[tuple[object, object]]]:
        with open_route_socket() as netlink:
            return [link_facts(message) for message in dump(netlink, link_dump.REQUEST)]

    facts = in_scratch(EVERYTHING, look)
    assert len(facts) == 7
    for link in facts:
        assert [ours for ours, _ in link] == [theirs for _, theirs in link]
    assert {link[-1][0] for link in facts} == {True, False}


def test_addresses_are_read_as_pyroute2_reads_them() -> None:
    """Each address has pyroute2's interface and prefix."""

    def look() -> list[tuple[object, object]]:
        with open_route_socket() as netlink:
            pairs = []
            for message in dump(netlink, address_dump.REQUEST):
                ours, theirs = address_dump.parse(message), by_pyroute2(message, ifaddrmsg)
                text = theirs.get_attr("IFA_LOCAL") or theirs.get_attr("IFA_ADDRESS")
                address = ip_interface(f"{text}/{theirs['prefixlen']}")
                wanted = (theirs["index"], theirs["prefixlen"], address.packed)
                pairs.append((tuple(ours)[:3], wanted))
            return pairs

    pairs = in_scratch(EVERYTHING, look)
    assert len(pairs) > 7
    assert [ours for ours, _ in pairs] == [theirs for _, theirs in pairs]


def test_only_addresses_that_somebody_gave_are_reported() -> None:
    """The loopback's own and the kernel's link-local addresses are left out."""

    def look() -> set[str]:
        with open_route_socket() as netlink:
            return {str(address) for _, address, _ in address_dump.addresses(netlink)}

    given = {"10.0.0.1/24", "10.0.0.2/24", "10.7.7.7/32", "fd00::1/64", "10.0.1.1/24"}
    assert in_scratch(EVERYTHING, look) == given


def test_a_link_local_address_that_somebody_gave_is_reported() -> None:
    """What was asked for is part of the state, whatever its range."""
    given = "ip link add v0 type veth peer name v1\nip address add fe80::7/64 dev v0 nodad"

    def look() -> list[str]:
        with open_route_socket() as netlink:
            return [str(address) for _, address, _ in address_dump.addresses(netlink)]

    assert in_scratch(given, look) == ["fe80::7/64"]


def hops_by_pyroute2(route: Any) -> list[tuple[object, ...]]:
    """Return the interface, gateway and weight of each hop; the loopback's is none of ours."""
    if route["type"] != RTN_UNICAST:
        return []
    several = route.get_attr("RTA_MULTIPATH")
    if several is None:
        return [(route.get_attr("RTA_OIF"), route.get_attr("RTA_GATEWAY"), 1)]
    return [(one["oif"], one.get_attr("RTA_GATEWAY"), one["hops"] + 1) for one in several]


def test_routes_are_read_as_pyroute2_reads_them() -> None:
    """Each route has pyroute2's destination, hops, metric, kind and table."""

    def look() -> list[tuple[object, object]]:
        with open_route_socket() as netlink:
            pairs = []
            for message in dump(netlink, route_dump.REQUEST):
                ours, theirs = route_dump.parse(message), by_pyroute2(message, rtmsg)
                if ours is not None:
                    wanted = (
                        theirs["dst_len"],
                        hops_by_pyroute2(theirs),
                        theirs.get_attr("RTA_PRIORITY") or 0,
                        theirs["type"],
                        theirs.get_attr("RTA_TABLE"),
                    )
                    hops = [
                        (way.number, str(way.gateway) if way.gateway else None, way.weight)
                        for way in ours.ways
                    ]
                    length, kind = ours.destination.prefixlen, KINDS[ours.kind]
                    pairs.append(((length, hops, ours.metric, kind, ours.table), wanted))
            return pairs

    pairs = in_scratch(EVERYTHING, look)
    assert len(pairs) == 12
    assert [ours for ours, _ in pairs] == [theirs for _, theirs in pairs]


def test_only_routes_that_somebody_asked_for_are_reported() -> None:
    """Of every table; those that the kernel made are nobody's drawing."""

    def look() -> set[tuple[str, str, int]]:
        with open_route_socket() as netlink:
            return {(one.kind, str(one.destination), one.table) for one in routes(netlink)}

    assert in_scratch(EVERYTHING, look) == {
        ("unicast", "10.5.0.0/16", 254),
        ("unicast", "0.0.0.0/0", 254),
        ("unicast", "10.6.0.0/16", 254),
        ("blackhole", "10.99.0.0/16", 254),
        ("unicast", "10.98.0.0/16", 254),
        ("unicast", "10.97.0.0/16", 100),
        ("prohibit", "10.96.0.0/16", 4_000_000_000),
        ("unicast", "::/0", 254),
        ("unicast", "fd77::/48", 254),
        ("unreachable", "fd78::/48", 254),
        ("unicast", "fd79::/48", 254),
        ("unicast", "fd80::/48", 1000),
    }


def test_forwarding_is_asked_for_by_family() -> None:
    """Each address family is reported by itself."""

    def look() -> list[list[int]]:
        answers = []
        for name in ("net.ipv4.ip_forward", "net.ipv6.conf.all.forwarding"):
            shell("sysctl -qw net.ipv4.ip_forward=0 net.ipv6.conf.all.forwarding=0")
            shell(f"sysctl -qw {name}=1")
            with open_route_socket() as netlink:
                answers.append(sorted(forwarded_families(netlink)))
        return answers

    assert in_scratch("ip link set lo up", look) == [[4], [6]]


def test_only_our_table_counts() -> None:
    """A namespace with other rules has none of ours."""
    others = "nft add table inet other; nft add table ip vethwork"
    rule = "nft add chain inet vethwork input; nft add rule inet vethwork input drop"

    def look() -> tuple[bool, bool]:
        before = bool(observe_tables("vethwork").ours)
        shell(f"nft add table inet vethwork; {rule}")
        return before, bool(observe_tables("vethwork").ours)

    assert in_scratch(others, look) == (False, True)
