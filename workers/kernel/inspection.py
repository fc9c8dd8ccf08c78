"""All that the kernel has in one namespace, for a person: also what no drawing can ask for."""

import socket
from collections.abc import Iterator
from ipaddress import ip_address
from struct import Struct
from typing import NamedTuple

from workers.kernel import address_dump, link_counters, link_dump, neighbour_dump, route_dump
from workers.kernel.address_dump import Address
from workers.kernel.dump import (
    Attributes,
    Message,
    attributes,
    dump,
    number,
    octets,
)
from workers.kernel.link_counters import Counters
from workers.kernel.link_dump import Link

RTM_F_CLONED, RT_TABLE_LOCAL = 0x200, 255
RTN_NAMES = {1: "unicast", 6: "blackhole", 7: "unreachable", 8: "prohibit"}
PROTOCOLS = {
    1: "redirect",
    2: "kernel",
    3: "boot",
    4: "static",
    9: "ra",
    11: "zebra",
    12: "bird",
    16: "dhcp",
    42: "babel",
    186: "bgp",
    187: "isis",
    188: "ospf",
    189: "rip",
    192: "eigrp",
    196: "static",
}
"""Who made a route (linux/rtnetlink.h)."""

NUD_NAMES = {
    0x01: "incomplete",
    0x02: "reachable",
    0x04: "stale",
    0x08: "delay",
    0x10: "probe",
    0x20: "failed",
    0x40: "noarp",
    0x80: "permanent",
}
_ROUTE = Struct("=BBBBBBBBI")
_NEIGHBOUR = Struct("=BxxxiHBB")


class InspectedLink(NamedTuple):
    """An interface, and what it has counted."""

    link: Link
    counters: Counters


class InspectedRoute(NamedTuple):
    """A route; `found` is what a drawing could ask for, None where the kernel made it."""

    destination: str
    ways: tuple[route_dump.Way, ...]
    metric: int
    table: int
    kind: str
    protocol: str
    found: route_dump.Found | None


class InspectedNeighbour(NamedTuple):
    """A neighbour of any state."""

    number: int
    address: str
    mac: str
    state: str


class Inspection(NamedTuple):
    """What one namespace says."""

    links: list[InspectedLink]
    addresses: list[Address]
    routes: list[InspectedRoute]
    neighbours: list[InspectedNeighbour]


def inspect(netlink: socket.socket) -> Inspection:
    """Ask for everything."""
    return Inspection(
        links=[_link(message) for message in dump(netlink, link_dump.REQUEST)],
        addresses=[address_dump.parse(message) for message in dump(netlink, address_dump.REQUEST)],
        routes=[one for message in dump(netlink, route_dump.REQUEST) for one in _route(message)],
        neighbours=[
            one for message in dump(netlink, neighbour_dump.REQUEST) for one in _neighbour(message)
        ],
    )


def _link(message: Message) -> InspectedLink:
    _, counters = link_counters.parse(message)
    return InspectedLink(link_dump.parse(message), counters)


def _route(message: Message) -> Iterator[InspectedRoute]:
    """Yield a route that says where packets go: without the local table, which the kernel keeps."""
    data, start, end = message
    family, length, _, _, table, protocol, _, kind, flags = _ROUTE.unpack_from(data, start)
    found = attributes(data, start + _ROUTE.size, end)
    if flags & RTM_F_CLONED or kind not in RTN_NAMES or family not in route_dump.EVERYWHERE:
        return
    number_of_table = number(data, found, route_dump.RTA_TABLE, absent=table) & 0xFFFFFFFF
    if number_of_table == RT_TABLE_LOCAL:
        return
    packed = _value(data, found, route_dump.RTA_DST) or route_dump.EVERYWHERE[family]
    yield InspectedRoute(
        destination=f"{ip_address(packed)}/{length}" if length else "default",
        ways=route_dump.ways(data, found),
        metric=number(data, found, route_dump.RTA_PRIORITY),
        table=number_of_table,
        kind=RTN_NAMES[kind],
        protocol=PROTOCOLS.get(protocol, str(protocol)),
        found=route_dump.parse(message),
    )


def _neighbour(message: Message) -> Iterator[InspectedNeighbour]:
    """Yield one that stands for a machine: not what is noted of groups and of lo."""
    data, start, end = message
    _, index, state, _, _ = _NEIGHBOUR.unpack_from(data, start)
    found = attributes(data, start + _NEIGHBOUR.size, end)
    packed = _value(data, found, neighbour_dump.NDA_DST)
    if not packed or NUD_NAMES.get(state, "noarp") == "noarp":
        return
    mac = _value(data, found, neighbour_dump.NDA_LLADDR).hex(":")
    yield InspectedNeighbour(index, str(ip_address(packed)), mac, NUD_NAMES[state])


def _value(data: bytes, found: Attributes, kind: int) -> bytes:
    return octets(data, found[kind]) if kind in found else b""
