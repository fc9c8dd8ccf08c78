"""A seeder of a few lines of raw netlink, so that these tests need no other part of the product."""

import errno
import socket
import struct
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from tests.probes.lab import in_own_thread
from workers.probes.endpoints import Address
from workers.probes.namespaces import enter
from workers.probes.neighbours import Neighbour

RTM_NEWNEIGH, RTM_DELNEIGH = 28, 29
REQUEST, ACK, EXCL, CREATE = 1, 4, 0x200, 0x400
NUD_PERMANENT = 0x80
NDA_DST, NDA_LLADDR = 1, 2
LAST = 0xFFFFFFFF
MESSAGES_A_SEND = 1000

_HEADER = struct.Struct("=IHHII")
_ERROR = struct.Struct("=IHHIIi")

Entry = tuple[int, Address, str]


class RawSeeder:
    """Remembers how often it was called and which entries it made.

    What is sent for an entry is the same in every namespace of a segment, so it is made once.
    """

    def __init__(self) -> None:
        self.made: set[Neighbour] = set()
        self.calls: list[str] = []

    def seed(self, neighbours: Sequence[Neighbour]) -> None:
        """Add the entries that are missing."""
        self.calls.append("seed")
        refused = in_own_thread(lambda: _send_all(RTM_NEWNEIGH, CREATE | EXCL, neighbours))
        assert {number for _, number in refused} <= {errno.EEXIST}, refused
        self.made = set(neighbours) - {neighbour for neighbour, _ in refused}

    def unseed(self, neighbours: Sequence[Neighbour]) -> None:
        """Remove the entries that were added."""
        self.calls.append("unseed")
        mine = [neighbour for neighbour in neighbours if neighbour in self.made]
        assert not in_own_thread(lambda: _send_all(RTM_DELNEIGH, 0, mine))


def _send_all(
    kind: int, flags: int, neighbours: Sequence[Neighbour]
) -> list[tuple[Neighbour, int]]:
    messages: dict[Entry, bytes] = {}
    entries: list[Entry] = []
    refused: list[tuple[Neighbour, int]] = []
    for namespace_fd, group in groupby(neighbours, attrgetter("namespace_fd")):
        mine: list[bytes] = []
        for neighbour in group:
            entry = neighbour[1:]
            if entry not in messages:
                messages[entry] = _message(kind, flags, entry, len(entries))
                entries.append(entry)
            mine.append(messages[entry])
        refused += [
            (Neighbour(namespace_fd, *entries[number]), error)
            for number, error in _send(namespace_fd, mine)
        ]
    return refused


def _send(namespace_fd: int, messages: Sequence[bytes]) -> list[tuple[int, int]]:
    enter(namespace_fd)
    errors = []
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as netlink:
        for low in range(0, len(messages), MESSAGES_A_SEND):
            some = messages[low : low + MESSAGES_A_SEND]
            last = bytearray(some[-1])
            flags = int.from_bytes(last[6:8], "little") | ACK
            last[6:12] = struct.pack("=HI", flags, LAST)
            netlink.send(b"".join([*some[:-1], bytes(last)]))
            errors += _errors_until_last(netlink, int.from_bytes(some[-1][8:12], "little"))
    return errors


def _errors_until_last(netlink: socket.socket, last: int) -> list[tuple[int, int]]:
    errors = []
    while True:
        data, offset = netlink.recv(1 << 18), 0
        while offset < len(data):
            length, _, _, seq, _, error = _ERROR.unpack_from(data, offset)
            if error:
                errors.append((last if seq == LAST else seq, -error))
            if seq == LAST:
                return errors
            offset += (length + 3) & ~3


def _message(kind: int, flags: int, entry: Entry, seq: int) -> bytes:
    ifindex, address, mac = entry
    family = socket.AF_INET if address.version == 4 else socket.AF_INET6
    body = struct.pack("=BxHiHBB", family, 0, ifindex, NUD_PERMANENT, 0, 0)
    body += struct.pack("=HH", 4 + len(address.packed), NDA_DST) + address.packed
    body += struct.pack("=HH6s2x", 10, NDA_LLADDR, bytes.fromhex(mac.replace(":", "")))
    return _HEADER.pack(_HEADER.size + len(body), kind, REQUEST | flags, seq, 0) + body
