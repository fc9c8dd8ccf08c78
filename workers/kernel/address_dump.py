"""The addresses of a namespace as the kernel tells them."""

import socket
from collections.abc import Iterator
from functools import lru_cache
from ipaddress import IPv4Interface, IPv6Interface
from struct import Struct
from typing import NamedTuple

from pyroute2.netlink import NLM_F_DUMP, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_GETADDR
from pyroute2.netlink.rtnl.ifaddrmsg import ifaddrmsg

from designer.state.interface import InterfaceAddress
from workers.kernel import address
from workers.kernel.dump import ATTRIBUTE_BYTES, Message, attributes, dump, octets
from workers.kernel.indexes import LOOPBACK_INDEX
from workers.kernel.shape import Shape, encode

AF_INET, AF_INET6 = 2, 10
IFA_ADDRESS, IFA_LOCAL, IFA_PROTO = 1, 2, 11
IFA_F_TENTATIVE, IFA_F_PERMANENT = 0x40, 0x80
IFAPROT_KERNEL_RA = 2
KERNEL_PROTOCOLS = {1, 2, 3}
"""IFAPROT_KERNEL_LO, _RA and _LL: nobody asked for these addresses."""

REQUEST = encode(ifaddrmsg(), RTM_GETADDR, NLM_F_REQUEST | NLM_F_DUMP)
LOOPBACK_ADDRESSES = {IPv4Interface("127.0.0.1/8"), IPv6Interface("::1/128")}
_ADDRESS = Struct("=BBBBi")


class Address(NamedTuple):
    """One address and the interface it is on."""

    number: int
    prefix_length: int
    packed: bytes
    by_kernel: bool
    lent: bool


def addresses(netlink: socket.socket) -> Iterator[tuple[int, InterfaceAddress, bool]]:
    """Yield the index of an interface, each address that it has been given, and if lent.

    A lent one ends by itself: DHCP or a router advertisement gave it, and no drawing does.
    """
    for message in dump(netlink, REQUEST):
        one = parse(message)
        if one.lent or not one.by_kernel:
            value = _value(one.packed, one.prefix_length)
            if one.number != LOOPBACK_INDEX or value not in LOOPBACK_ADDRESSES:
                yield one.number, value, one.lent


def parse(message: Message) -> Address:
    """Read one address; of a point-to-point one, our own end."""
    data, start, end = message
    _, prefix_length, flags, _, index = _ADDRESS.unpack_from(data, start)
    found = attributes(data, start + _ADDRESS.size, end)
    packed = octets(data, found.get(IFA_LOCAL) or found[IFA_ADDRESS])
    protocol = data[found[IFA_PROTO] + ATTRIBUTE_BYTES] if IFA_PROTO in found else 0
    by_kernel = protocol in KERNEL_PROTOCOLS
    by_router = protocol == IFAPROT_KERNEL_RA and not flags & IFA_F_TENTATIVE
    lent = by_router or not (by_kernel or flags & IFA_F_PERMANENT)
    return Address(index, prefix_length, packed, by_kernel, lent)


def link_local_addresses(netlink: socket.socket, index: int) -> Iterator[tuple[Shape, bytes]]:
    """Yield the shape that deletes each IPv6 address the kernel gave an interface by itself."""
    for message in dump(netlink, REQUEST):
        one = parse(message)
        if one.number == index and one.by_kernel and len(one.packed) == 16:  # noqa: PLR2004
            yield address.deletion(6, one.prefix_length), one.packed


@lru_cache(maxsize=1 << 14)
def _value(packed: bytes, prefix_length: int) -> InterfaceAddress:
    number = int.from_bytes(packed, "big")
    if len(packed) == 4:  # noqa: PLR2004
        return IPv4Interface((number, prefix_length))
    return IPv6Interface((number, prefix_length))
