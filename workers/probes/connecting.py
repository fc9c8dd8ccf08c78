"""Connecting everybody to everybody, with one socket for each source as long as all answer."""

import select
import socket
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Self

from designer.topology.outcome import Outcome
from workers.probes.assignment import Assignment, Line
from workers.probes.connection import (
    Verdict,
    call,
    hang_up,
    look_at,
    met_itself,
    open_caller,
    reported,
)
from workers.probes.descriptors import free_descriptors

LONGEST_WAIT_S = 0.05


@dataclass(slots=True)
class Caller:
    """A source that calls its targets one after the other."""

    line: Line
    targets: Iterator[int]
    sock: socket.socket | None = None
    target: int | None = None


@dataclass(slots=True)
class Call:
    """A call that nobody has answered yet, with a socket for each attempt."""

    line: Line
    target: int
    sockets: list[socket.socket]


class ConnectSweep:
    """All callers call in turns, so that each call has a whole turn's time to be answered.

    A call that is not answered by then keeps its socket, and the caller gets a new one.
    """

    def __init__(self, assignment: Assignment) -> None:
        self._listen = assignment.listen
        self._stopped = assignment.board.stopped
        self._patience_s = assignment.timeout_s / 2
        self._addresses = assignment.socket_addresses()
        self._callers = [
            Caller(line, _rotated(line.targets, number))
            for number, line in enumerate(assignment.lines())
        ]
        self._waiting: dict[int, Call] = {}
        self._to_resend: deque[tuple[float, Call]] = deque()
        self._to_give_up: deque[tuple[float, Call]] = deque()
        self._free = free_descriptors()
        self._epoll = select.epoll()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for caller in self._callers:
            if caller.sock:
                caller.sock.close()
        for waiting in list(self._waiting.values()):
            self._close(waiting)
        self._epoll.close()

    def run(self) -> None:
        """Call everybody, then wait for what is missing: for all of it together."""
        calling = self._callers
        while calling and not self._stopped.is_set():
            calling = [caller for caller in calling if self._take_turn(caller)]
            self._attend(0)
        while self._waiting and not self._stopped.is_set():
            self._attend(LONGEST_WAIT_S)

    def _take_turn(self, caller: Caller) -> bool:
        """Look what became of the last call and make the next; False when there is none left."""
        if caller.target is not None and caller.sock is not None:
            self._finish(caller, caller.target, caller.sock)
        caller.target = next(caller.targets, None)
        if caller.target is None or self._stopped.is_set():
            return False
        if caller.sock is None:
            self._make_room()
            caller.sock = self._open(caller.line)
        if verdict := call(caller.sock, self._addresses[caller.target]):
            self._settle(caller.line, caller.target, verdict)
            caller.target = None
        return True

    def _finish(self, caller: Caller, target: int, sock: socket.socket) -> None:
        verdict = self._look_at(sock)
        if verdict is None and target in caller.line.causes:
            verdict = self._call_again(sock, target) or Verdict(Outcome.TIMED_OUT)
        if verdict is None:
            self._set_aside(Call(caller.line, target, [sock]))
            caller.sock = None
        else:
            self._settle(caller.line, target, verdict)
            hang_up(sock)

    def _look_at(self, sock: socket.socket) -> Verdict | None:
        """Where nobody of ours holds the port, a caller may get it and be answered by itself."""
        verdict = look_at(sock)
        if verdict and verdict.outcome == Outcome.REACHED and not self._listen:
            return Verdict(Outcome.REFUSED) if met_itself(sock) else verdict
        return verdict

    def _call_again(self, sock: socket.socket, target: int) -> Verdict | None:
        hang_up(sock)
        return call(sock, self._addresses[target]) or self._look_at(sock) or reported(sock)

    def _set_aside(self, waiting: Call) -> None:
        self._watch(waiting, waiting.sockets[0])
        self._to_resend.append((time.monotonic() + self._patience_s, waiting))

    def _watch(self, waiting: Call, sock: socket.socket) -> None:
        self._waiting[sock.fileno()] = waiting
        self._epoll.register(sock, select.EPOLLOUT | select.EPOLLET)

    def _attend(self, wait_s: float) -> None:
        """Hear what comes within the time given or until something is due; do what is due."""
        now = time.monotonic()
        wait_s = min(wait_s, self._until_due(now))
        for fd, _ in self._epoll.poll(wait_s, maxevents=len(self._waiting) + 1):
            if (waiting := self._waiting.get(fd)) is not None:
                self._hear(waiting, fd)
        for waiting in _pop_due(self._to_resend, now):
            if waiting.sockets:
                self._resend(waiting)
                self._to_give_up.append((time.monotonic() + self._patience_s, waiting))
        for waiting in _pop_due(self._to_give_up, now):
            if waiting.sockets:
                self._end(waiting, Verdict(Outcome.TIMED_OUT))

    def _until_due(self, now: float) -> float:
        dues = [queue[0][0] for queue in (self._to_resend, self._to_give_up) if queue]
        return max(0.0, min(dues, default=now) - now)

    def _hear(self, waiting: Call, fd: int) -> None:
        sock = next(sock for sock in waiting.sockets if sock.fileno() == fd)
        if verdict := self._look_at(sock) or reported(sock):
            self._end(waiting, verdict)

    def _resend(self, waiting: Call) -> None:
        """The first attempt may yet be answered; only when descriptors run out it makes way."""
        if self._free > 0:
            sock = self._open(waiting.line)
            waiting.sockets.append(sock)
            self._watch(waiting, sock)
        else:
            sock = waiting.sockets[0]
            hang_up(sock)
        if verdict := call(sock, self._addresses[waiting.target]):
            self._end(waiting, verdict)

    def _end(self, waiting: Call, verdict: Verdict) -> None:
        self._settle(waiting.line, waiting.target, verdict)
        self._close(waiting)

    def _settle(self, line: Line, target: int, verdict: Verdict) -> None:
        if verdict.outcome == Outcome.REACHED:
            line.row.settle(target, verdict.outcome, verdict.rtt_us)
        else:
            line.settle_unreached(target, verdict.outcome)

    def _open(self, line: Line) -> socket.socket:
        self._free -= 1
        return open_caller(line)

    def _make_room(self) -> None:
        while self._free <= 0 and self._waiting and not self._stopped.is_set():
            self._attend(LONGEST_WAIT_S)

    def _close(self, waiting: Call) -> None:
        for sock in waiting.sockets:
            self._waiting.pop(sock.fileno(), None)
            sock.close()
        self._free += len(waiting.sockets)
        waiting.sockets.clear()


def _rotated(targets: Sequence[int], places: int) -> Iterator[int]:
    """Begin everywhere else, so that nobody is called by all at once."""
    start = (places + 1) % len(targets)
    return chain(targets[start:], targets[:start])


def _pop_due(queue: deque[tuple[float, Call]], now: float) -> Iterator[Call]:
    while queue and queue[0][0] <= now:
        yield queue.popleft()[1]
