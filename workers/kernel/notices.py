"""What the kernel tells by itself: that something has changed in one of many namespaces.

A socket may hear of all namespaces that have a number in its own (NETLINK_LISTEN_ALL_NSID,
netlink(7)), also of those that belong to a user namespace below ours (net/netlink/af_netlink.c,
do_one_broadcast). So two sockets a lab are enough, in a namespace that is only for them; they
keep none of the others alive.
"""

import socket
from contextlib import suppress
from errno import EEXIST, ENOBUFS, EPROTONOSUPPORT
from itertools import count
from struct import Struct

from pyroute2.netlink import NETLINK_NETFILTER, NETLINK_ROUTE, NLM_F_ACK, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_NEWNSID
from pyroute2.netlink.rtnl.nsidmsg import nsidmsg

from workers.kernel.dump import Message
from workers.kernel.link_counters import Counters, dump_counters, parse
from workers.kernel.outbox import Letters
from workers.kernel.shape import Shape, filled, number
from workers.kernel.sockets import open_route_socket
from workers.sandbox import linux
from workers.sandbox.standing import in_thread

SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, NETLINK_LISTEN_ALL_NSID = 270, 1, 8
ROUTE_GROUPS = (1, 4, 5, 7, 8, 9, 11, 12, 19, 24, 25, 32, 33)
"""RTNLGRP_LINK, _TC, _IPV4_IFADDR, _IPV4_ROUTE, _IPV4_RULE, _IPV6_IFADDR, _IPV6_ROUTE,
_IPV6_IFINFO, _IPV6_RULE, _IPV4_NETCONF, _IPV6_NETCONF, _NEXTHOP, _BRVLAN (linux/rtnetlink.h);
neighbours change all the time by themselves."""

NFTABLES_GROUPS = (7,)
"""NFNLGRP_NFTABLES (linux/netfilter/nfnetlink.h)."""

BUFFER_BYTES = 1 << 22
"""As much as net.core.rmem_max lets us have of it: an apply of a big lab tells a lot at once."""

HEADER_BYTES, ANCILLARY_BYTES = 16, 64
_NUMBER = Struct("=i")
NSID, HANDLE = number(1), number(2)
NAMING = Shape(
    filled(nsidmsg(), {}, [("NETNSA_NSID", NSID.value), ("NETNSA_FD", HANDLE.value)]),
    RTM_NEWNSID,
    NLM_F_REQUEST | NLM_F_ACK,
    NSID,
    HANDLE,
)


class Notices:
    """Tells in which of some namespaces something has changed."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._names: dict[int, str] = {}
        self._nsids: dict[str, int] = {}
        self._asking, self.sockets = in_thread(_open)

    def close(self) -> None:
        """Hear nothing more."""
        for one in (self._asking, *self.sockets):
            one.close()

    def watch(self, name: str, namespace_fd: int) -> None:
        """Tell of a namespace as well, under a name."""
        nsid = next(self._numbers)
        letters: Letters[str] = Letters()
        letters.add(name, NAMING, nsid, namespace_fd)
        for refused in letters.send(self._asking):
            if refused.errno != EEXIST:  # watched already
                raise OSError(refused.errno, "cannot watch a namespace", name)
            return
        self._names[nsid] = name
        self._nsids[name] = nsid

    def counters(self, name: str) -> dict[str, Counters]:
        """Return what the interfaces of a namespace have counted, nothing if it is not told of."""
        return dict(map(parse, self.dump_counters(name)))

    def dump_counters(self, name: str) -> list[Message]:
        """Return the same as the kernel says it."""
        nsid = self._nsids.get(name)
        return dump_counters(self._asking, nsid) if nsid is not None else []

    def read(self) -> set[str]:
        """Return where something has changed since; where too much was told at once, everywhere."""
        found: set[str] = set()
        for one in self.sockets:
            with suppress(BlockingIOError):
                while True:
                    found |= self._receive(one)
        return found

    def _receive(self, one: socket.socket) -> set[str]:
        try:
            _, ancillary, _, _ = one.recvmsg(HEADER_BYTES, ANCILLARY_BYTES)
        except OSError as error:
            if error.errno != ENOBUFS:
                raise
            return set(self._names.values())
        numbers = (_NUMBER.unpack(value)[0] for _, _, value in ancillary)
        return {self._names[nsid] for nsid in numbers if nsid in self._names}


def _open() -> tuple[socket.socket, tuple[socket.socket, ...]]:
    """In a namespace of their own, for numbers are given to others there."""
    linux.unshare(linux.CLONE_NEWNET)
    asking = open_route_socket()
    hearing = [_listen(NETLINK_ROUTE, ROUTE_GROUPS)]
    try:
        hearing.append(_listen(NETLINK_NETFILTER, NFTABLES_GROUPS))
    except OSError as error:
        if error.errno != EPROTONOSUPPORT:  # a kernel without netfilter
            raise
    return asking, tuple(hearing)


def _listen(protocol: int, groups: tuple[int, ...]) -> socket.socket:
    kind = socket.SOCK_RAW | socket.SOCK_CLOEXEC | socket.SOCK_NONBLOCK
    hearing = socket.socket(socket.AF_NETLINK, kind, protocol)
    hearing.bind((0, 0))
    hearing.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER_BYTES)
    hearing.setsockopt(SOL_NETLINK, NETLINK_LISTEN_ALL_NSID, 1)
    for group in groups:
        with suppress(OSError):  # a kernel that knows fewer groups
            hearing.setsockopt(SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, group)
    return hearing
