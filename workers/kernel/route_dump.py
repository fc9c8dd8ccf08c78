"""The routes of a namespace as the kernel tells them, in every table but its own."""

import socket
from collections.abc import Iterator
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from struct import Struct
from typing import NamedTuple

from pyroute2.netlink import NLM_F_DUMP, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_GETROUTE
from pyroute2.netlink.rtnl.rtmsg import rtmsg

from designer.state.route import RouteKind
from workers.kernel.dump import (
    Attributes,
    Message,
    attributes,
    dump,
    number,
    octets,
)
from workers.kernel.route import KINDS
from workers.kernel.shape import encode, filled

ALL_FAMILIES, AF_INET, AF_INET6 = 0, 2, 10
RTPROT_KERNEL, RTPROT_RA = 2, 9
LEARNED = frozenset({11, 12, 16, 42, *range(186, 197)})
"""RTPROT_ZEBRA, BIRD, DHCP, BABEL, and all of FRR, from BGP to its static routes: a program put
them there and takes them away (linux/rtnetlink.h)."""

RT_TABLE_LOCAL = 255
RTM_F_CLONED = 0x200
RTA_DST, RTA_OIF, RTA_GATEWAY, RTA_PRIORITY, RTA_MULTIPATH, RTA_TABLE = 1, 4, 5, 6, 9, 15
WORDS: dict[int, RouteKind] = {number: word for word, number in KINDS.items()}

REQUEST = encode(
    filled(rtmsg(), {"family": ALL_FAMILIES}, []), RTM_GETROUTE, NLM_F_REQUEST | NLM_F_DUMP
)
"""Every table at once: the local one costs 3 µs a namespace more, a dump for each table 8 µs."""

_ROUTE = Struct("=BBBBBBBBI")
_NEXT_HOP = Struct("=HBBi")
EVERYWHERE = {AF_INET: bytes(4), AF_INET6: bytes(16)}


class Way(NamedTuple):
    """A hop whose interface is still a number."""

    number: int
    gateway: IPv4Address | IPv6Address | None
    weight: int = 1


class Found(NamedTuple):
    """A route whose interfaces are still numbers; one that ends packets has no ways."""

    destination: IPv4Network | IPv6Network
    ways: tuple[Way, ...]
    metric: int
    kind: RouteKind
    table: int
    learned: bool = False


def routes(netlink: socket.socket) -> Iterator[Found]:
    """Yield each route that somebody asked for."""
    for message in dump(netlink, REQUEST):
        found = parse(message)
        if found is not None:
            yield found


def parse(message: Message) -> Found | None:
    """Read one route, None if the kernel made it or no drawing can ask for it."""
    data, start, end = message
    family, length, _, _, table, protocol, _, kind, flags = _ROUTE.unpack_from(data, start)
    if protocol in {RTPROT_KERNEL, RTPROT_RA} or flags & RTM_F_CLONED:
        return None
    if table == RT_TABLE_LOCAL or kind not in WORDS or family not in EVERYWHERE:
        return None
    found = attributes(data, start + _ROUTE.size, end)
    word = WORDS[kind]
    hops = ways(data, found) if word == "unicast" else ()
    if word == "unicast" and not hops:
        return None
    destination = _packed(data, found, RTA_DST) or EVERYWHERE[family]
    return Found(
        destination=_network(destination, length),
        ways=hops,
        metric=number(data, found, RTA_PRIORITY),
        kind=word,
        table=number(data, found, RTA_TABLE, absent=table) & 0xFFFFFFFF,
        learned=protocol in LEARNED,
    )


def ways(data: bytes, found: Attributes) -> tuple[Way, ...]:
    """Return where a route's packets go, nowhere if it ends them."""
    if RTA_MULTIPATH in found:
        return tuple(_next_hops(data, found[RTA_MULTIPATH]))
    if RTA_OIF not in found:
        return ()
    gateway = _packed(data, found, RTA_GATEWAY)
    return (Way(number(data, found, RTA_OIF), _address(gateway) if gateway else None),)


def _next_hops(data: bytes, place: int) -> Iterator[Way]:
    """Yield the hops of a route that has several (struct rtnexthop): weights start at zero."""
    packed = octets(data, place)
    start = 0
    while start < len(packed):
        length, _, hops, index = _NEXT_HOP.unpack_from(packed, start)
        found = attributes(packed, start + _NEXT_HOP.size, start + length)
        gateway = _packed(packed, found, RTA_GATEWAY)
        yield Way(index, _address(gateway) if gateway else None, hops + 1)
        start += (length + 3) & ~3


def _packed(data: bytes, found: Attributes, kind: int) -> bytes:
    return octets(data, found[kind]) if kind in found else b""


@lru_cache(maxsize=1 << 14)
def _network(packed: bytes, length: int) -> IPv4Network | IPv6Network:
    number = int.from_bytes(packed, "big")
    return IPv4Network((number, length)) if len(packed) == 4 else IPv6Network((number, length))  # noqa: PLR2004


@lru_cache(maxsize=1 << 14)
def _address(packed: bytes) -> IPv4Address | IPv6Address:
    number = int.from_bytes(packed, "big")
    return IPv4Address(number) if len(packed) == 4 else IPv6Address(number)  # noqa: PLR2004
