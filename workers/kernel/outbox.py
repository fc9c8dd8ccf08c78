"""Messages gathered for many namespaces, and sent to each in as few system calls as possible."""

import socket
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from struct import Struct
from typing import Any, Generic, NamedTuple, TypeVar

from pyroute2.netlink import NLM_F_ACK, NLMSG_ERROR

from workers.kernel.shape import FLAGS, FLAGS_OFFSET, SEQUENCE, SEQUENCE_OFFSET, Shape

Cause = TypeVar("Cause")

MOST_BYTES = 160_000
MOST_MESSAGES = 150
"""An answer takes less than 1 KiB of the socket's buffer (net.core.rmem_default, 208 KiB): so many
fit that not one is lost even when the kernel refuses each message."""

ANSWER_BYTES = 65536
_ANSWER = Struct("=IHHIIi")


class Refused(NamedTuple, Generic[Cause]):
    """A message the kernel refused, by what it was written for."""

    cause: Cause
    errno: int


class Letters(Generic[Cause]):
    """The messages for one namespace, in order, each with what it was written for."""

    def __init__(self) -> None:
        self.buffer = bytearray()
        self.starts: list[int] = []
        self.causes: list[Cause] = []

    def add(self, cause: Cause, shape: Shape, *values: Any) -> None:
        """Append a message; its sequence number is its place."""
        start = len(self.buffer)
        shape.write(self.buffer, *values)
        SEQUENCE.pack_into(self.buffer, start + SEQUENCE_OFFSET, len(self.starts))
        self.starts.append(start)
        self.causes.append(cause)

    def send(self, netlink: socket.socket) -> Iterator[Refused[Cause]]:
        """Have the kernel do everything; it goes on after a refusal, and so do we."""
        for last, data in self._parts():
            netlink.send(data)
            for place, errno in answers(netlink, last):
                if errno:
                    yield Refused(self.causes[place], errno)

    def _parts(self) -> Iterator[tuple[int, memoryview]]:
        """Cut into sends; only the last message of each asks for an answer if all is well."""
        ends = [*self.starts[1:], len(self.buffer)]
        view = memoryview(self.buffer)
        first = 0
        while first < len(ends):
            last = first
            most = min(first + MOST_MESSAGES, len(ends))
            while last + 1 < most and ends[last + 1] - self.starts[first] <= MOST_BYTES:
                last += 1
            flags_at = self.starts[last] + FLAGS_OFFSET
            (flags,) = FLAGS.unpack_from(self.buffer, flags_at)
            FLAGS.pack_into(self.buffer, flags_at, flags | NLM_F_ACK)
            yield last, view[self.starts[first] : ends[last]]
            first = last + 1


class Outbox(Generic[Cause]):
    """The messages for every namespace."""

    def __init__(self) -> None:
        self.letters: defaultdict[str, Letters[Cause]] = defaultdict(Letters)

    def add(self, namespace: str, cause: Cause, shape: Shape, *values: Any) -> None:
        """Append a message for a namespace."""
        self.letters[namespace].add(cause, shape, *values)

    def send(
        self, sockets: Mapping[str, socket.socket], sent: Callable[[int], None] = lambda _: None
    ) -> Iterator[Refused[Cause]]:
        """Send everything, namespace by namespace in the order they were first written to.

        `sent` is told after each how many messages it had.
        """
        for namespace, letters in self.letters.items():
            yield from letters.send(sockets[namespace])
            sent(len(letters.starts))


def answers(netlink: socket.socket, last: int) -> Iterator[tuple[int, int]]:
    """Yield sequence number and errno of each answer, up to that of the last message."""
    while True:
        data = netlink.recv(ANSWER_BYTES)
        start = 0
        while start < len(data):
            length, kind, _, sequence, _, error = _ANSWER.unpack_from(data, start)
            if kind == NLMSG_ERROR:
                yield sequence, -error
                if sequence == last:
                    return
            start += (length + 3) & ~3
