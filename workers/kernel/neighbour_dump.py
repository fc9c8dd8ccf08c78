"""The permanent neighbours of a namespace as the kernel tells them."""

import socket
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address
from struct import Struct
from typing import NamedTuple

from pyroute2.netlink import NLM_F_DUMP, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_GETNEIGH
from pyroute2.netlink.rtnl.ndmsg import ndmsg

from workers.kernel.dump import ATTRIBUTE_BYTES, Message, attributes, dump, octets
from workers.kernel.neighbour import NUD_PERMANENT
from workers.kernel.neighbours import SEEDED
from workers.kernel.shape import encode

NDA_DST, NDA_LLADDR, NDA_PROTOCOL = 1, 2, 12
REQUEST = encode(ndmsg(), RTM_GETNEIGH, NLM_F_REQUEST | NLM_F_DUMP)
_NEIGHBOUR = Struct("=BxxxiHBB")


class Entry(NamedTuple):
    """A neighbour whose interface is still a number."""

    number: int
    address: IPv4Address | IPv6Address
    mac: str


def neighbours(netlink: socket.socket) -> Iterator[Entry]:
    """Yield each permanent neighbour that somebody made."""
    for message in dump(netlink, REQUEST):
        entry = parse(message)
        if entry is not None:
            yield entry


def parse(message: Message) -> Entry | None:
    """Read one neighbour, None if it was learned, or seeded for a matrix that is being asked."""
    data, start, end = message
    _, index, state, _, _ = _NEIGHBOUR.unpack_from(data, start)
    if state != NUD_PERMANENT:
        return None
    found = attributes(data, start + _NEIGHBOUR.size, end)
    if NDA_PROTOCOL in found and data[found[NDA_PROTOCOL] + ATTRIBUTE_BYTES] == SEEDED:
        return None
    if NDA_DST not in found or NDA_LLADDR not in found:
        return None
    mac = octets(data, found[NDA_LLADDR])
    return Entry(index, ip_address(octets(data, found[NDA_DST])), mac.hex(":"))
