"""What interfaces have counted, asked through the numbers of namespaces: none is opened for it.

A dump of links may be had of another namespace that has a number in the socket's own
(IFLA_TARGET_NETNSID, net/core/rtnetlink.c), so no socket keeps a namespace alive.
"""

import socket
from errno import EINVAL, ENOENT
from struct import Struct
from typing import NamedTuple

from pyroute2.netlink import NLM_F_DUMP, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_GETLINK
from pyroute2.netlink.rtnl.ifinfmsg import ifinfmsg

from workers.kernel.dump import ATTRIBUTE_BYTES, Message, dump, octets
from workers.kernel.link_dump import RTEXT_FILTER_SKIP_STATS
from workers.kernel.shape import Shape, filled, number

IFINFO_BYTES = 16
IFLA_IFNAME, IFLA_STATS64 = 3, 23
NSID = number(3)
QUESTION = Shape(
    filled(
        ifinfmsg(),
        {},
        [("IFLA_IF_NETNSID", NSID.value), ("IFLA_EXT_MASK", RTEXT_FILTER_SKIP_STATS)],
    ),
    RTM_GETLINK,
    NLM_F_REQUEST | NLM_F_DUMP,
    NSID,
)
_ATTRIBUTE = Struct("=HH")
_COUNTED = Struct("=8Q")
"""The first of struct rtnl_link_stats64 (linux/if_link.h): received and sent, always in turns."""


class Counters(NamedTuple):
    """What an interface has counted since it is there."""

    packets_in: int
    packets_out: int
    bytes_in: int
    bytes_out: int
    errors_in: int
    errors_out: int
    drops_in: int
    drops_out: int


def dump_counters(netlink: socket.socket, nsid: int) -> list[Message]:
    """Return what the kernel says of the interfaces of a namespace; nothing of one that is gone."""
    question = bytearray()
    QUESTION.write(question, nsid)
    try:
        return dump(netlink, bytes(question))
    except OSError as error:
        if error.errno in {EINVAL, ENOENT}:
            return []
        raise


def parse(message: Message) -> tuple[str, Counters]:
    """Read only the name and the counters, which stand early and late among forty attributes."""
    data, start, end = message
    start += IFINFO_BYTES
    name = ""
    unpack = _ATTRIBUTE.unpack_from
    while start < end:
        length, kind = unpack(data, start)
        if kind == IFLA_STATS64:
            return name, Counters(*_COUNTED.unpack_from(data, start + ATTRIBUTE_BYTES))
        if kind == IFLA_IFNAME:
            name = octets(data, start)[:-1].decode()
        start += (length + 3) & ~3
    raise ValueError(f"the kernel told of {name} without its counters")
