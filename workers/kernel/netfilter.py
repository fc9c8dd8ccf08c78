"""Speaking with nftables over netlink: attributes, transactions and questions.

The numbers are those of linux/netfilter/nf_tables.h, where pyroute2 does not name them. Numbers
in attributes are in network byte order there.
"""

import os
import socket
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from struct import Struct

from pyroute2.netlink import (
    NETLINK_NETFILTER,
    NLM_F_ACK,
    NLM_F_DUMP,
    NLM_F_REQUEST,
    NLMSG_ERROR,
)
from pyroute2.netlink.nfnetlink import NFNL_SUBSYS_NFTABLES

from workers.kernel.dump import ANSWER_BYTES

NFPROTO_UNSPEC, NFPROTO_INET = 0, 1
NFNL_MSG_BATCH_BEGIN, NFNL_MSG_BATCH_END = 0x10, 0x11
NLA_F_NESTED = 0x8000
SO_SNDBUFFORCE = 32
USUAL_BYTES = 64 << 10
"""What any socket takes; a transaction is one datagram, so a longer one needs more room."""

_HEADER = Struct("=IHHII")
_NOBODY, _NFTABLES = bytes(2), NFNL_SUBSYS_NFTABLES.to_bytes(2, "big")
"""The resource that struct nfgenmsg names: none, or whose transaction begins."""

_ATTRIBUTE = Struct("=HH")
_ERROR = Struct("=i")
BE32, BE64 = Struct(">I"), Struct(">Q")


def attribute(kind: int, value: bytes) -> bytes:
    """Return one attribute, padded for the next."""
    return _ATTRIBUTE.pack(len(value) + 4, kind) + value + bytes(-len(value) % 4)


def number(kind: int, value: int) -> bytes:
    """Return an attribute that is a 32-bit number."""
    return attribute(kind, BE32.pack(value))


def text(kind: int, value: str) -> bytes:
    """Return an attribute that is a string."""
    return attribute(kind, value.encode() + b"\0")


def nest(kind: int, *attributes: bytes) -> bytes:
    """Return an attribute that holds others."""
    return attribute(kind | NLA_F_NESTED, b"".join(attributes))


@dataclass(frozen=True, slots=True)
class Message:
    """One request of a transaction."""

    kind: int
    body: bytes
    flags: int = 0
    family: int = NFPROTO_INET


def question(kind: int, family: int, body: bytes = b"") -> bytes:
    """Return the request for all things of a kind."""
    return _encode(
        NFNL_SUBSYS_NFTABLES << 8 | kind, NLM_F_REQUEST | NLM_F_DUMP, 0, family, _NOBODY + body
    )


def _encode(kind: int, flags: int, sequence: int, family: int, rest: bytes) -> bytes:
    """Return a message: `rest` is what follows the family in struct nfgenmsg, and the body."""
    length = _HEADER.size + 2 + len(rest)
    return _HEADER.pack(length, kind, flags, sequence, 0) + bytes((family, 0)) + rest


def open_netfilter_socket() -> socket.socket:
    """Open a socket that belongs to the namespace the thread stands in."""
    kind = socket.SOCK_RAW | socket.SOCK_CLOEXEC
    return socket.socket(socket.AF_NETLINK, kind, NETLINK_NETFILTER)


def transact(netlink: socket.socket, messages: Sequence[Message]) -> None:
    """Have the kernel do all of it or nothing; raises OSError with its first refusal."""
    _make_room(netlink, sum(len(message.body) + 32 for message in messages))
    netlink.send(b"".join(_batch(messages)))
    _wait(netlink, len(messages))


def _make_room(netlink: socket.socket, length: int) -> None:
    """Beyond net.core.wmem_max only where this process may; else as far as that goes."""
    if length > USUAL_BYTES:
        netlink.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, length)
        with suppress(PermissionError):
            netlink.setsockopt(socket.SOL_SOCKET, SO_SNDBUFFORCE, length)


def _batch(messages: Sequence[Message]) -> Iterator[bytes]:
    """Only the last one is acknowledged: errors of any come without being asked for."""
    yield _encode(NFNL_MSG_BATCH_BEGIN, NLM_F_REQUEST, 0, 0, _NFTABLES)
    for sequence, one in enumerate(messages, 1):
        flags = NLM_F_REQUEST | one.flags | (NLM_F_ACK if sequence == len(messages) else 0)
        kind = NFNL_SUBSYS_NFTABLES << 8 | one.kind
        yield _encode(kind, flags, sequence, one.family, _NOBODY + one.body)
    yield _encode(NFNL_MSG_BATCH_END, NLM_F_REQUEST, len(messages) + 1, 0, _NFTABLES)


def _wait(netlink: socket.socket, last: int) -> None:
    while True:
        data = netlink.recv(ANSWER_BYTES)
        place = 0
        while place < len(data):
            length, kind, _, sequence, _ = _HEADER.unpack_from(data, place)
            if kind == NLMSG_ERROR:
                (errno,) = _ERROR.unpack_from(data, place + _HEADER.size)
                if errno:
                    raise OSError(-errno, os.strerror(-errno))
                if sequence == last:
                    return
            place += (length + 3) & ~3
