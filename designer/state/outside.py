"""What stands behind an internet node: a namespace that plays the outside.

The internet node masquerades out of its interface `uplink` into a namespace of its own that has
no route back to the lab, as nobody outside has. Its addresses are the k-th /30 of 100.64.0.0/16
(the range between carriers and customers, RFC 6598) and, in a lab with IPv6, the k-th /64 of
fdff:6440::/32, the outside being .1 or ::1 and the uplink .2 or ::2.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from ipaddress import ip_address, ip_interface, ip_network

from designer.state.interface import LOOPBACK, Interface, InterfaceAddress, InterfaceId, loopback
from designer.state.mac import made_mac
from designer.state.namespace import Namespace
from designer.state.route import single
from designer.state.rule import masquerade_rules, rule_table
from designer.topology.node import UPLINK
from designer.topology.route import IPV6_DEFAULT_METRIC
from designer.topology.topology import Topology
from designer.topology.values import Address

OUTSIDE_INTERFACE = "lab"
_IPV4_BASE = int(ip_address("100.64.0.0"))
_IPV6_BASE = int(ip_address("fdff:6440::"))


def outside_name(node: str) -> str:
    """Return the namespace behind an internet node; no node's name can hold a dot."""
    return f"{node}.outside"


def outside_addresses(topology: Topology) -> Mapping[str, tuple[Address, ...]]:
    """Return what an internet node stands for when somebody probes it, by node, IPv4 first."""
    six = speaks_ipv6(topology)
    return {
        name: tuple(address.ip for address in _pair(number, six)[0])
        for number, name in enumerate(_internet_nodes(topology))
    }


def speaks_ipv6(topology: Topology) -> bool:
    """Tell whether the drawing has any IPv6 at all."""
    if topology.addressing.ipv6 is not None:
        return True
    return any(
        address.version == 6  # noqa: PLR2004
        for node in topology.nodes.values()
        for said in node.interfaces.values()
        for address in said.addresses or ()
    )


def _internet_nodes(topology: Topology) -> Iterator[str]:
    return (name for name, node in topology.nodes.items() if node.kind == "internet")


def _pair(
    number: int, six: bool
) -> tuple[tuple[InterfaceAddress, ...], tuple[InterfaceAddress, ...]]:
    """Return the addresses of the outside and of the uplink."""
    four = _IPV4_BASE + 4 * number
    outside = [ip_interface((four + 1, 30))]
    uplink = [ip_interface((four + 2, 30))]
    if six:
        base = _IPV6_BASE + (number << 64)
        outside.append(ip_interface((base + 1, 64)))
        uplink.append(ip_interface((base + 2, 64)))
    return tuple(outside), tuple(uplink)


def add_outside(topology: Topology, namespaces: Mapping[str, Namespace]) -> Mapping[str, Namespace]:
    """Return the namespaces with an uplink on every internet node, and what it leads to."""
    six = speaks_ipv6(topology)
    complete = dict(namespaces)
    for number, name in enumerate(_internet_nodes(topology)):
        outside, uplink = _pair(number, six)
        complete[name] = _with_uplink(complete[name], outside, uplink)
        complete[outside_name(name)] = _outside(name, outside)
    return complete


def _veth(
    place: InterfaceId, peer: InterfaceId, addresses: tuple[InterfaceAddress, ...]
) -> Interface:
    return Interface(
        name=place.interface,
        kind="veth",
        up=True,
        mac=made_mac(*place),
        link_local=len(addresses) > 1,
        addresses=frozenset(addresses),
        peer=peer,
    )


def _with_uplink(
    gateway: Namespace,
    outside: tuple[InterfaceAddress, ...],
    uplink: tuple[InterfaceAddress, ...],
) -> Namespace:
    place = InterfaceId(gateway.name, UPLINK)
    peer = InterfaceId(outside_name(gateway.name), OUTSIDE_INTERFACE)
    defaults = {
        single(
            ip_network("0.0.0.0/0") if one.version == 4 else ip_network("::/0"),  # noqa: PLR2004
            one.ip,
            UPLINK,
            0 if one.version == 4 else IPV6_DEFAULT_METRIC,  # noqa: PLR2004
        )
        for one in outside
    }
    return replace(
        gateway,
        interfaces={**gateway.interfaces, UPLINK: _veth(place, peer, uplink)},
        routes=gateway.routes | defaults,
        forwarding=frozenset({4, 6} if len(uplink) > 1 else {4}),
        rules=rule_table(masquerade_rules(frozenset({UPLINK})), frozenset()),
    )


def _outside(name: str, addresses: tuple[InterfaceAddress, ...]) -> Namespace:
    place = InterfaceId(outside_name(name), OUTSIDE_INTERFACE)
    peer = InterfaceId(name, UPLINK)
    return Namespace(
        name=place.namespace,
        hostname="outside",
        owner="worker",
        interfaces={
            LOOPBACK: loopback(up=True),
            OUTSIDE_INTERFACE: _veth(place, peer, addresses),
        },
    )
