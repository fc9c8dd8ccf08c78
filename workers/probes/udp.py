"""UDP echo: a datagram to the port, and an answer back."""

import select
import socket
import struct
import time
from contextlib import ExitStack
from typing import Self

from workers.probes.asker import NOT_ANSWERED, NS_A_SECOND, PAYLOAD, Dialect, layout_behind
from workers.probes.assignment import Assignment
from workers.probes.echo import EchoSweep, make_nonce, open_askers
from workers.probes.inbox import SLOT_BYTES, Inbox, prepare
from workers.probes.listening import open_listeners
from workers.probes.refusal import ask_for_reports

ASKERS_AT_ONCE = 64

_KEPT = struct.Struct("=q")
KEPT_OFFSET = PAYLOAD.size - _KEPT.size
_LAYOUT = layout_behind(0)


def probe(assignment: Assignment) -> None:
    """Settle the assignment's cells; for a thread of its own, which is left in any namespace."""
    nonce = make_nonce()
    with ExitStack() as stack:
        echoes = stack.enter_context(Echoes(nonce))
        if assignment.listen:
            for listener in open_listeners(assignment, _open_listener, stack):
                echoes.add(listener)
        dialects = {f: _dialect(f) for f in (socket.AF_INET, socket.AF_INET6)}
        askers = open_askers(assignment, dialects, nonce, stack)
        EchoSweep(assignment, ASKERS_AT_ONCE, echoes.serve, echoes.fileno()).run(askers)


def _dialect(family: socket.AddressFamily) -> Dialect:
    def open_asker() -> socket.socket:
        sock = socket.socket(family, socket.SOCK_DGRAM)
        ask_for_reports(sock, family)
        prepare(sock)
        return sock

    return Dialect(open_asker, lambda _, payload: payload, answer_header=0, quote_header=0)


def _open_listener(family: socket.AddressFamily) -> socket.socket:
    sock = socket.socket(family, socket.SOCK_DGRAM)
    prepare(sock)
    return sock


class Echoes:
    """The listeners, which send every question back and say how long it lay with them.

    They are served in turns, so the time in between is ours and not the network's.
    """

    def __init__(self, nonce: int) -> None:
        self._nonce = nonce
        self._epoll = select.epoll()
        self._inboxes = {f: Inbox(ASKERS_AT_ONCE) for f in (socket.AF_INET, socket.AF_INET6)}
        self._listeners: dict[int, Inbox] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._epoll.close()

    def fileno(self) -> int:
        """Return what becomes readable when somebody waits for an answer."""
        return self._epoll.fileno()

    def add(self, listener: socket.socket) -> None:
        """Take on a bound socket."""
        self._listeners[listener.fileno()] = self._inboxes[listener.family]
        self._epoll.register(listener.fileno(), select.EPOLLIN)

    def serve(self) -> None:
        """Answer all that is there."""
        for fd, _ in self._epoll.poll(0, maxevents=max(1, len(self._listeners))):
            self._answer(fd, self._listeners[fd])

    def _answer(self, fd: int, inbox: Inbox) -> None:
        while count := inbox.receive(fd):
            for slot, (fields, (length,), (s, ns)) in enumerate(inbox.read(count, _LAYOUT)):
                nonce, _, _, kept_ns = fields
                if nonce == self._nonce and length == PAYLOAD.size and kept_ns == NOT_ANSWERED:
                    kept_ns = time.time_ns() - (s * NS_A_SECOND + ns)
                    _KEPT.pack_into(inbox.data, slot * SLOT_BYTES + KEPT_OFFSET, kept_ns)
                    inbox.send_back(fd, slot, PAYLOAD.size)
            if count < inbox.slots:
                return
