"""Filling neighbour tables in bulk, so that a matrix floods no segment with requests."""

import socket
from array import array
from collections.abc import Iterator, Sequence
from errno import EEXIST, ENODEV, ENOENT
from itertools import groupby
from typing import NamedTuple

from pyroute2.netlink import NLM_F_ACK, NLM_F_CREATE, NLM_F_EXCL, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_DELNEIGH, RTM_NEWNEIGH
from pyroute2.netlink.rtnl.ndmsg import ndmsg

from workers.kernel.address import ADDRESS, AF
from workers.kernel.link import octets
from workers.kernel.outbox import MOST_MESSAGES, answers
from workers.kernel.shape import FLAGS, FLAGS_OFFSET, Shape, filled, mac, number
from workers.kernel.sockets import open_route_socket
from workers.probes.neighbours import Neighbour
from workers.sandbox.standing import standing_in_each

NUD_PERMANENT = 0x80
SEEDED = 218
"""Who made an entry, in the numbers of rtnetlink(7)'s protocols: no other program has this one."""

INDEX, MAC_ADDRESS = number(1), mac(1)
WORD_BYTES = 4
SEQUENCE_WORD, INDEX_WORD = 2, 5
"""Where these are in a message, in words: the header has four, ndmsg has the index second."""


def _shape(version: int, kind: int, flags: int) -> Shape:
    address = ADDRESS[version]
    fields = {"family": AF[version], "ifindex": INDEX.value, "state": NUD_PERMANENT}
    attributes = [
        ("NDA_DST", address.value),
        ("NDA_LLADDR", MAC_ADDRESS.value),
        ("NDA_PROTOCOL", SEEDED),
    ]
    message = filled(ndmsg(), fields, attributes)
    return Shape(message, kind, NLM_F_REQUEST | flags, INDEX, address, MAC_ADDRESS)


ADDITIONS = {one: _shape(one, RTM_NEWNEIGH, NLM_F_CREATE | NLM_F_EXCL) for one in (4, 6)}
DELETIONS = {one: _shape(one, RTM_DELNEIGH, 0) for one in (4, 6)}
Shapes = dict[int, Shape]


class Run(NamedTuple):
    """Entries for one interface, of one address family: all their messages are as long."""

    namespace_fd: int
    ifindex: int
    version: int
    entries: list[Neighbour]


class KernelSeeder:
    """Seeds through netlink; knows what it added, so that it removes nothing else."""

    def __init__(self) -> None:
        self._found: set[Neighbour] = set()

    def seed(self, neighbours: Sequence[Neighbour]) -> None:
        """Add permanent entries; those that are there already stay as they are."""
        for run, place, errno in _send(neighbours, ADDITIONS):
            if errno != EEXIST:
                raise OSError(errno, "the kernel refuses a neighbour", str(run.entries[place]))
            self._found.add(run.entries[place])

    def unseed(self, neighbours: Sequence[Neighbour]) -> None:
        """Remove what was added; what went by itself is gone."""
        ours = [one for one in neighbours if one not in self._found] if self._found else neighbours
        for run, place, errno in _send(ours, DELETIONS):
            if errno not in {ENOENT, ENODEV}:
                raise OSError(errno, "the kernel keeps a neighbour", str(run.entries[place]))
        self._found.clear()


def _send(neighbours: Sequence[Neighbour], shapes: Shapes) -> Iterator[tuple[Run, int, int]]:
    """Have the kernel do it; yield run, place and errno of each entry that it refuses."""
    runs = list(_runs(neighbours))
    encoded: dict[tuple[int, str], bytes] = {}
    handles = dict.fromkeys(run.namespace_fd for run in runs)
    opened = standing_in_each((handle, open_route_socket) for handle in handles)
    sockets = dict(zip(handles, opened, strict=True))
    try:
        for run in runs:
            data = _messages(run, shapes[run.version], encoded)
            for place, errno in _exchange(sockets[run.namespace_fd], data, len(run.entries)):
                yield run, place, errno
    finally:
        for netlink in opened:
            netlink.close()


def _runs(neighbours: Sequence[Neighbour]) -> Iterator[Run]:
    for key, ones in groupby(neighbours, lambda one: (one[0], one[1], one[2].version)):
        handle, ifindex, version = key
        yield Run(handle, ifindex, version, list(ones))


def _messages(run: Run, shape: Shape, encoded: dict[tuple[int, str], bytes]) -> bytearray:
    """Join the same messages for every interface, and put in what differs for all at a stroke.

    Messages are remembered by the identity of the address: to hash one takes longer than to
    encode it, and the neighbours that hold them outlive this.
    """
    pieces = []
    for one in run.entries:
        key = (id(one.address), one.mac)
        if key not in encoded:
            encoded[key] = _message(shape, one)
        pieces.append(encoded[key])
    data = bytearray().join(pieces)
    words = memoryview(data).cast("I")
    step, count = len(shape.template) // WORD_BYTES, len(pieces)
    words[SEQUENCE_WORD::step] = array("I", range(count))
    words[INDEX_WORD::step] = array("I", [run.ifindex]) * count
    words.release()
    return data


def _message(shape: Shape, one: Neighbour) -> bytes:
    buffer = bytearray()
    shape.write(buffer, one.ifindex, one.address.packed, octets(one.mac))
    return bytes(buffer)


def _exchange(netlink: socket.socket, data: bytearray, count: int) -> Iterator[tuple[int, int]]:
    step = len(data) // count
    for first in range(0, count, MOST_MESSAGES):
        last = min(first + MOST_MESSAGES, count) - 1
        flags_at = last * step + FLAGS_OFFSET
        (flags,) = FLAGS.unpack_from(data, flags_at)
        FLAGS.pack_into(data, flags_at, flags | NLM_F_ACK)
        netlink.send(memoryview(data)[first * step : (last + 1) * step])
        yield from ((place, errno) for place, errno in answers(netlink, last) if errno)
