"""The routes of a namespace's main table as the kernel tells them."""

import socket
from collections.abc import Iterator
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from struct import Struct
from typing import NamedTuple

from pyroute2.netlink import NLM_F_DUMP, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_GETROUTE
from pyroute2.netlink.rtnl.rtmsg import rtmsg

from workers.kernel.dump import Attributes, Message, attributes, dump, number, octets
from workers.kernel.route import RT_TABLE_MAIN, RTN_UNICAST
from workers.kernel.shape import encode, filled

ALL_FAMILIES, AF_INET, AF_INET6 = 0, 2, 10
RTPROT_KERNEL, RTPROT_RA = 2, 9
RTM_F_CLONED = 0x200
RTA_DST, RTA_OIF, RTA_GATEWAY, RTA_PRIORITY = 1, 4, 5, 6

REQUEST = encode(
    filled(rtmsg(), {"family": ALL_FAMILIES, "table": RT_TABLE_MAIN, "type": RTN_UNICAST}, []),
    RTM_GETROUTE,
    NLM_F_REQUEST | NLM_F_DUMP,
)
_ROUTE = Struct("=BBBBBBBBI")
_EVERYWHERE = {AF_INET: bytes(4), AF_INET6: bytes(16)}


class Hop(NamedTuple):
    """A route whose interface is still a number."""

    number: int
    destination: IPv4Network | IPv6Network
    gateway: IPv4Address | IPv6Address | None
    metric: int


def routes(netlink: socket.socket) -> Iterator[Hop]:
    """Yield each unicast route of the main table that somebody asked for."""
    for message in dump(netlink, REQUEST):
        hop = parse(message)
        if hop is not None:
            yield hop


def parse(message: Message) -> Hop | None:
    """Read one route, None if the kernel made it or no single interface is its way."""
    data, start, end = message
    family, length, _, _, table, protocol, _, kind, flags = _ROUTE.unpack_from(data, start)
    if protocol in {RTPROT_KERNEL, RTPROT_RA} or flags & RTM_F_CLONED:
        return None
    if family not in _EVERYWHERE or table != RT_TABLE_MAIN or kind != RTN_UNICAST:
        return None
    found = attributes(data, start + _ROUTE.size, end)
    if RTA_OIF not in found:
        return None
    destination = _packed(data, found, RTA_DST) or _EVERYWHERE[family]
    gateway = _packed(data, found, RTA_GATEWAY)
    return Hop(
        number=number(data, found, RTA_OIF),
        destination=_network(destination, length),
        gateway=_address(gateway) if gateway else None,
        metric=number(data, found, RTA_PRIORITY),
    )


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
