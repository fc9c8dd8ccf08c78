"""Asking the kernel for everything of a kind, and walking through the bytes it answers."""

import os
import socket
from collections.abc import Iterator, Mapping
from struct import Struct

from pyroute2.netlink import NLMSG_DONE, NLMSG_ERROR

ANSWER_BYTES = 1 << 17
"""The kernel fills at most 32 KiB at a time, and more only for one message that is longer."""

NLM_F_DUMP_INTR = 0x10
ATTEMPTS = 10
TYPE_MASK = 0x3FFF
"""Without the bits that say whether an attribute is nested (netlink(7))."""

_HEADER = Struct("=IHHII")
_ATTRIBUTE = Struct("=HH")
_NUMBER = Struct("=i")
HEADER_BYTES = _HEADER.size
LINK_INDEX_AT = 4
ATTRIBUTE_BYTES = _ATTRIBUTE.size

_read_attribute = _ATTRIBUTE.unpack_from
_read_header = _HEADER.unpack_from

Attributes = Mapping[int, int]
"""Where each attribute begins, by its type; its value comes after its length and its type."""

Message = tuple[bytes, int, int]
"""An answer, and where in it a message's body begins and ends."""


def dump(netlink: socket.socket, request: bytes) -> list[Message]:
    """Return every message of a dump; one that was changed while it was read is read again."""
    for _ in range(ATTEMPTS):
        netlink.send(request)
        messages: list[Message] = []
        if _collect(netlink, messages):
            return messages
    raise OSError(0, "something keeps changing this namespace while it is read")


def _collect(netlink: socket.socket, messages: list[Message]) -> bool:
    whole = True
    while True:
        data = netlink.recv(ANSWER_BYTES)
        place, end = 0, len(data)
        while place < end:
            length, kind, flags, _, _ = _read_header(data, place)
            whole = whole and not flags & NLM_F_DUMP_INTR
            if kind == NLMSG_DONE:
                return whole
            if kind == NLMSG_ERROR:
                raise _error(data, place)
            messages.append((data, place + HEADER_BYTES, place + length))
            place += (length + 3) & ~3


def ask(netlink: socket.socket, request: bytes) -> Message:
    """Return the one message that answers a request."""
    netlink.send(request)
    data = netlink.recv(ANSWER_BYTES)
    length, kind, _, _, _ = _read_header(data, 0)
    if kind == NLMSG_ERROR:
        raise _error(data, 0)
    return data, HEADER_BYTES, length


def headers(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the type of each message about a link, and which link it is about."""
    place = 0
    while place < len(data):
        length, kind, _, _, _ = _read_header(data, place)
        yield kind, _NUMBER.unpack_from(data, place + HEADER_BYTES + LINK_INDEX_AT)[0]
        place += (length + 3) & ~3


def _error(data: bytes, place: int) -> OSError:
    (value,) = _NUMBER.unpack_from(data, place + HEADER_BYTES)
    return OSError(-value, os.strerror(-value))


def attributes(data: bytes, start: int, end: int) -> Attributes:
    """Return where the attributes are between two places."""
    found = {}
    while start < end:
        length, kind = _read_attribute(data, start)
        found[kind & TYPE_MASK] = start
        start += (length + 3) & ~3
    return found


def nested(data: bytes, place: int) -> Attributes:
    """Return where the attributes are within the one at a place."""
    length, _ = _read_attribute(data, place)
    return attributes(data, place + ATTRIBUTE_BYTES, place + length)


def siblings(data: bytes, place: int, kind: int) -> Iterator[int]:
    """Yield where the attributes of a kind that may be there many times are, within one."""
    length, _ = _read_attribute(data, place)
    start, end = place + ATTRIBUTE_BYTES, place + length
    while start < end:
        length, found = _read_attribute(data, start)
        if found & TYPE_MASK == kind:
            yield start
        start += (length + 3) & ~3


def children(data: bytes, place: int) -> Iterator[int]:
    """Yield where the attributes within the one at a place are, whatever their kind: a list."""
    length, _ = _read_attribute(data, place)
    start, end = place + ATTRIBUTE_BYTES, place + length
    while start < end:
        yield start
        start += (_read_attribute(data, start)[0] + 3) & ~3


def octets(data: bytes, place: int) -> bytes:
    """Return the value of the attribute at a place."""
    length, _ = _read_attribute(data, place)
    return data[place + ATTRIBUTE_BYTES : place + length]


def number(data: bytes, found: Attributes, kind: int, absent: int = 0) -> int:
    """Return an attribute that is a signed 32-bit number."""
    if kind not in found:
        return absent
    value: int = _NUMBER.unpack_from(data, found[kind] + ATTRIBUTE_BYTES)[0]
    return value
