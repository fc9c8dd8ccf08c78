"""Addresses and routes that a lease brings: they end with it, and are nobody's drift.

By bytes and not by pyroute2, for this is what a service of a node loads.
"""

import os
import socket
import struct
from errno import EADDRNOTAVAIL, EEXIST, ESRCH
from ipaddress import IPv4Address, IPv4Interface

RTM_NEWADDR, RTM_DELADDR, RTM_NEWROUTE = 20, 21, 24
NLM_F_REQUEST, NLM_F_ACK, NLM_F_REPLACE, NLM_F_CREATE = 1, 4, 0x100, 0x400
NLMSG_ERROR = 2
IFA_ADDRESS, IFA_LOCAL, IFA_BROADCAST, IFA_CACHEINFO = 1, 2, 4, 6
RTA_OIF, RTA_GATEWAY = 4, 5
RT_TABLE_MAIN, RTPROT_DHCP, RT_SCOPE_UNIVERSE, RTN_UNICAST = 254, 16, 0, 1
_HEAD = struct.Struct("=IHHII")
_ADDRESS = struct.Struct("=BBBBI")
_ROUTE = struct.Struct("=BBBBBBBBI")
_LIFE = struct.Struct("=IIII")
ANSWER_BYTES = 4096


def set_address(interface: str, address: IPv4Interface, lease_s: int) -> None:
    """Give an interface an address for some time; the same one again makes it last longer."""
    attributes = (
        _attribute(IFA_LOCAL, address.ip.packed)
        + _attribute(IFA_ADDRESS, address.ip.packed)
        + _attribute(IFA_BROADCAST, address.network.broadcast_address.packed)
        + _attribute(IFA_CACHEINFO, _LIFE.pack(lease_s, lease_s, 0, 0))
    )
    _ask(RTM_NEWADDR, NLM_F_CREATE | NLM_F_REPLACE, _address(interface, address) + attributes)


def delete_address(interface: str, address: IPv4Interface) -> None:
    """Take an address away, and with it the routes that came with it; it may be gone already."""
    body = _address(interface, address) + _attribute(IFA_LOCAL, address.ip.packed)
    _ask(RTM_DELADDR, 0, body, frozenset({EADDRNOTAVAIL}))


def set_default_route(interface: str, gateway: IPv4Address) -> None:
    """Send everything else through a gateway, unless the drawing says otherwise already."""
    body = _ROUTE.pack(
        socket.AF_INET, 0, 0, 0, RT_TABLE_MAIN, RTPROT_DHCP, RT_SCOPE_UNIVERSE, RTN_UNICAST, 0
    )
    index = socket.if_nametoindex(interface)
    body += _attribute(RTA_GATEWAY, gateway.packed) + _attribute(RTA_OIF, struct.pack("=I", index))
    _ask(RTM_NEWROUTE, NLM_F_CREATE, body, frozenset({EEXIST, ESRCH}))


def _address(interface: str, address: IPv4Interface) -> bytes:
    index = socket.if_nametoindex(interface)
    return _ADDRESS.pack(socket.AF_INET, address.network.prefixlen, 0, 0, index)


def _attribute(kind: int, value: bytes) -> bytes:
    return struct.pack("=HH", 4 + len(value), kind) + value.ljust(-(-len(value) // 4) * 4, b"\0")


def _ask(kind: int, flags: int, body: bytes, fine: frozenset[int] = frozenset()) -> None:
    flags |= NLM_F_REQUEST | NLM_F_ACK
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE) as netlink:
        netlink.send(_HEAD.pack(_HEAD.size + len(body), kind, flags, 1, 0) + body)
        answer = netlink.recv(ANSWER_BYTES)
    (errno,) = struct.unpack_from("=i", answer, _HEAD.size)
    if errno and -errno not in fine:
        raise OSError(-errno, os.strerror(-errno), "the address of a lease")
