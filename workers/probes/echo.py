"""Asking everybody by datagram: what ICMP echo and UDP echo have in common."""

import secrets
import select
import socket
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack

from workers.probes.asker import AGAIN, FIRST, Asker, Dialect, Question
from workers.probes.assignment import Assignment
from workers.probes.inbox import Inbox
from workers.probes.namespaces import enter

TARGETS_AT_ONCE = 128
LONGEST_WAIT_S = 0.05
STAMPING_STARTS_S = 0.002

Dialects = Mapping[socket.AddressFamily, Dialect]


def make_nonce() -> int:
    """Return what only this run's datagrams carry."""
    return secrets.randbits(64)


def open_askers(
    assignment: Assignment, dialects: Dialects, nonce: int, stack: ExitStack
) -> list[Asker]:
    """Open a socket for each line; the calling thread is left in the last one's namespace."""
    questions = {f: Question(assignment, dialect, nonce) for f, dialect in dialects.items()}
    askers = []
    for line in assignment.lines():
        enter(line.namespace_fd)
        sock = stack.enter_context(dialects[line.family].open())
        askers.append(Asker(questions[line.family], line, sock))
    # The kernel begins to stamp packets from a work queue, shortly after it was asked to.
    time.sleep(STAMPING_STARTS_S)
    return askers


class EchoSweep:
    """Every asker asks all of its targets, and those that stay silent once more.

    `serve` has those answered that wait for an answer of ours; `serve_fd` becomes readable when
    there are any.
    """

    def __init__(
        self,
        assignment: Assignment,
        askers_at_once: int,
        serve: Callable[[], None] = lambda: None,
        serve_fd: int | None = None,
    ) -> None:
        self._stopped = assignment.board.stopped
        self._patience_s = assignment.timeout_s / 2
        self._askers_at_once = askers_at_once
        self._serve = serve
        self._inbox = Inbox(TARGETS_AT_ONCE)
        self._waiting: dict[int, Asker] = {}
        self._to_resend: deque[tuple[float, Asker]] = deque()
        self._to_give_up: deque[tuple[float, Asker]] = deque()
        self._epoll = select.epoll()
        if serve_fd is not None:
            self._epoll.register(serve_fd, select.EPOLLIN)

    def run(self, askers: Sequence[Asker]) -> None:
        """Ask everybody, then wait for what is missing: for all of it together."""
        with self._epoll:
            for block in self._blocks(askers):
                if self._stopped.is_set():
                    return
                self._ask([(asker, asker.silent()) for asker in block], FIRST)
                self._finish_doomed(block)
                self._wait_for(block)
                self._attend(0)
            while self._waiting and not self._stopped.is_set():
                self._attend(LONGEST_WAIT_S)

    def _blocks(self, askers: Sequence[Asker]) -> list[Sequence[Asker]]:
        size = self._askers_at_once
        return [askers[low : low + size] for low in range(0, len(askers), size)]

    def _ask(self, questions: Sequence[tuple[Asker, list[int]]], attempt: int) -> None:
        """Few enough go out between two collections for any socket's buffer."""
        longest = max(len(targets) for _, targets in questions)
        for low in range(0, longest, TARGETS_AT_ONCE):
            for asker, targets in questions:
                asker.ask(targets[low : low + TARGETS_AT_ONCE], attempt)
            self._serve()
            for asker, _ in questions:
                asker.collect(self._inbox)

    def _finish_doomed(self, block: Sequence[Asker]) -> None:
        """Where the source itself is known to be at fault, two attempts are enough to be sure."""
        doomed = [(asker, targets) for asker in block if (targets := asker.doomed())]
        if doomed:
            self._ask(doomed, AGAIN)
            for asker, _ in doomed:
                asker.take_reports()
                asker.give_up(asker.doomed())

    def _wait_for(self, block: Sequence[Asker]) -> None:
        due = time.monotonic() + self._patience_s
        for asker in block:
            if asker.pending:
                self._waiting[asker.fd] = asker
                self._epoll.register(asker.fd, select.EPOLLIN)
                self._to_resend.append((due, asker))

    def _attend(self, wait_s: float) -> None:
        """Hear what comes within the time given or until something is due; do what is due."""
        now = time.monotonic()
        wait_s = min(wait_s, self._until_due(now))
        for fd, events in self._epoll.poll(wait_s, maxevents=len(self._waiting) + 1):
            if fd in self._waiting:
                self._hear(self._waiting[fd], events)
            else:
                self._serve()
        for block in self._blocks(_pop_due(self._to_resend, now)):
            self._resend([asker for asker in block if asker.pending])
        for asker in _pop_due(self._to_give_up, now):
            asker.give_up(asker.silent())
            self._forget(asker)

    def _resend(self, block: Sequence[Asker]) -> None:
        if block:
            self._ask([(asker, asker.silent()) for asker in block], AGAIN)
            due = time.monotonic() + self._patience_s
            self._to_give_up.extend((due, asker) for asker in block)

    def _until_due(self, now: float) -> float:
        dues = [queue[0][0] for queue in (self._to_resend, self._to_give_up) if queue]
        return max(0.0, min(dues, default=now) - now)

    def _hear(self, asker: Asker, events: int) -> None:
        if events & select.EPOLLERR:
            asker.take_reports()
        asker.collect(self._inbox)
        if not asker.pending:
            self._forget(asker)

    def _forget(self, asker: Asker) -> None:
        if self._waiting.pop(asker.fd, None) is not None:
            self._epoll.unregister(asker.fd)


def _pop_due(queue: deque[tuple[float, Asker]], now: float) -> list[Asker]:
    due = []
    while queue and queue[0][0] <= now:
        due.append(queue.popleft()[1])
    return due
