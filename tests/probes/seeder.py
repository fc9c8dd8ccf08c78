"""A seeder of a few lines of raw netlink, so that these tests need no other part of the product."""

import errno
import socket
import struct
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from tests.probes.lab import in_own_thread
from workers.probes.namespaces import enter
from workers.probes.neighbours import Neighbour

RTM_NEWNEIGH, RTM_DELNEIGH = 28, 29
REQUEST, ACK, EXCL, CREATE = 1, 4, 0x200, 0x400
NUD_PERMANENT = 0x80
NDA_DST, NDA_LLADDR = 1, 2
MESSAGES_A_SEND = 500

_ERROR = struct.Struct("=IHHIIi")


class RawSeeder:
    """Remembers how often it was called and which entries it made."""

    def __init__(self) -> None:
        self.made: set[Neighbour] = set()
        self.calls: list[str] = []

    def seed(self, neighbours: Sequence[Neighbour]) -> None:
        """Add the entries that are missing."""
        self.calls.append("seed")
        refused = in_own_thread(lambda: _send_all(RTM_NEWNEIGH, neighbours))
        assert set(refused.values()) <= {errno.EEXIST}, refused
        self.made = set(neighbours) - set(refused)

    def unseed(self, neighbours: Sequence[Neighbour]) -> None:
        """Remove the entries that were added."""
        self.calls.append("unseed")
        mine = [neighbour for neighbour in neighbours if neighbour in self.made]
        assert not in_own_thread(lambda: _send_all(RTM_DELNEIGH, mine))


def _send_all(kind: int, neighbours: Sequence[Neighbour]) -> dict[Neighbour, int]:
    refused: dict[Neighbour, int] = {}
    for namespace_fd, group in groupby(neighbours, attrgetter("namespace_fd")):
        enter(namespace_fd)
        mine = list(group)
        with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as netlink:
            netlink.setsockopt(socket.SOL_SOCKET, 33, 4 << 20)  # SO_RCVBUFFORCE
            for low in range(0, len(mine), MESSAGES_A_SEND):
                some = mine[low : low + MESSAGES_A_SEND]
                netlink.send(b"".join(_message(kind, n, seq) for seq, n in enumerate(some)))
                answered = 0
                while answered < len(some):
                    for seq, number in _errors(netlink.recv(1 << 18)):
                        answered += 1
                        if number:
                            refused[some[seq]] = number
    return refused


def _message(kind: int, neighbour: Neighbour, seq: int) -> bytes:
    family = socket.AF_INET if neighbour.address.version == 4 else socket.AF_INET6
    packed = neighbour.address.packed
    body = struct.pack("=BxHiHBB", family, 0, neighbour.ifindex, NUD_PERMANENT, 0, 0)
    body += struct.pack("=HH", 4 + len(packed), NDA_DST) + packed
    body += struct.pack("=HH6s2x", 10, NDA_LLADDR, bytes.fromhex(neighbour.mac.replace(":", "")))
    flags = REQUEST | ACK | (CREATE | EXCL if kind == RTM_NEWNEIGH else 0)
    return struct.pack("=IHHII", 16 + len(body), kind, flags, seq, 0) + body


def _errors(data: bytes) -> list[tuple[int, int]]:
    found, offset = [], 0
    while offset < len(data):
        length, _, _, seq, _, error = _ERROR.unpack_from(data, offset)
        found.append((seq, -error))
        offset += (length + 3) & ~3
    return found
