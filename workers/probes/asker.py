"""One socket that asks its targets by datagram and hears their echoes."""

import socket
import struct
import time
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from designer.topology.outcome import Outcome
from workers.probes.assignment import Assignment, Line, SocketAddress
from workers.probes.inbox import SLOT_BYTES, Inbox
from workers.probes.refusal import outcome_of_errno, take_reports
from workers.probes.scoreboard import NO_RTT

PAYLOAD = struct.Struct("=QIIq")
"""Nonce, target, attempt, and how long (ns) the answering side let it lie, or NOT_ANSWERED."""

NOT_ANSWERED = -1
FIRST, AGAIN = 0, 1
SEND_TRIES = 2
RTT_MAX_US = 2**31 - 1
NS_A_SECOND = 1_000_000_000
NS_A_MICROSECOND = 1_000


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a protocol carries the payload in one address family.

    `answer_header` and `quote_header` are the bytes in front of the payload in an answer and in
    what an ICMP error quotes. `question_type` is the first byte of a question where answers go out
    by the same socket, whose errors are not the asker's.
    """

    open: Callable[[], socket.socket]
    wrap: Callable[[int, bytes], bytes]
    answer_header: int
    quote_header: int
    question_type: int | None = None


class Question:
    """What goes to each target, ready to be sent by every source."""

    def __init__(self, assignment: Assignment, dialect: Dialect, nonce: int) -> None:
        self.dialect = dialect
        self.nonce = nonce
        self.layout = layout_behind(dialect.answer_header)
        self.answer_length = dialect.answer_header + PAYLOAD.size
        self.addresses: Sequence[SocketAddress] = assignment.socket_addresses()
        self.datagrams = self._datagrams(FIRST), self._datagrams(AGAIN)

    def _datagrams(self, attempt: int) -> list[bytes]:
        return [
            self.dialect.wrap(target, PAYLOAD.pack(self.nonce, target, attempt, NOT_ANSWERED))
            for target in range(len(self.addresses))
        ]

    def read_quote(self, quoted: bytes) -> int | None:
        """Return the target of a datagram that an ICMP error quotes, if the question is ours."""
        payload = quoted[self.dialect.quote_header :][: PAYLOAD.size]
        if len(payload) < PAYLOAD.size or self.dialect.question_type not in {None, quoted[0]}:
            return None
        nonce, target, _, _ = PAYLOAD.unpack(payload)
        return target if nonce == self.nonce and target < len(self.addresses) else None


def layout_behind(header: int) -> struct.Struct:
    """Return the payload's fields as they lie in a slot of the inbox."""
    rest = SLOT_BYTES - header - PAYLOAD.size
    return struct.Struct(f"={header}x{PAYLOAD.format.removeprefix('=')}{rest}x")


class Asker:
    """A line, its socket, and when each of its targets was asked."""

    def __init__(self, question: Question, line: Line, sock: socket.socket) -> None:
        self.fd = sock.fileno()
        self.pending = len(line.targets)
        self._question = question
        self._line = line
        self._row = line.row
        self._socket = sock
        never = bytes(8 * len(question.addresses))
        self._sent_ns = array("q", never), array("q", never)

    def silent(self) -> list[int]:
        """Return the targets of which nothing is known yet."""
        return self._pending_of(self._line.targets)

    def doomed(self) -> list[int]:
        """Return the silent targets whose silence the source itself explains."""
        return self._pending_of(self._line.causes)

    def ask(self, targets: Iterable[int], attempt: int) -> None:
        """Send the question to each target; the time is taken packet by packet."""
        addresses, datagrams = self._question.addresses, self._question.datagrams[attempt]
        sent_ns, sendto, now_ns = self._sent_ns[attempt], self._socket.sendto, time.time_ns
        for target in targets:
            sent_ns[target] = now_ns()
            try:
                sendto(datagrams[target], addresses[target])
            except OSError:
                self._ask_in_spite(target, attempt)

    def _ask_in_spite(self, target: int, attempt: int) -> None:
        """A socket refuses once for each error that an earlier datagram met: these are not ours.

        They come with a report, but not always at the same moment (raw_err, net/ipv4/raw.c), so
        a refusal is ours that comes again and again without any.
        """
        tries = SEND_TRIES
        while tries:
            tries = SEND_TRIES if self.take_reports() else tries - 1
            self._sent_ns[attempt][target] = time.time_ns()
            try:
                self._socket.sendto(
                    self._question.datagrams[attempt][target], self._question.addresses[target]
                )
            except OSError as error:
                refusal = error.errno or 0
            else:
                return
        if outcome := outcome_of_errno(refusal):
            self._refuse(target, outcome)

    def collect(self, inbox: Inbox) -> None:
        """Take in the answers that are there; whoever does not know the nonce is not heard."""
        nonce, layout, length = (
            self._question.nonce,
            self._question.layout,
            self._question.answer_length,
        )
        while count := inbox.receive(self.fd):
            for fields, (received,), (s, ns) in inbox.read(count, layout):
                if fields[0] == nonce and received == length:
                    _, target, attempt, kept_ns = fields
                    self._hear(target, attempt, s * NS_A_SECOND + ns - kept_ns)
            if count < inbox.slots:
                return

    def take_reports(self) -> int:
        """Take in the ICMP errors that are there, and return how many they were."""
        reports = list(take_reports(self._socket))
        for quoted, outcome in reports:
            target = self._question.read_quote(quoted)
            if target is not None:
                self._refuse(target, outcome)
        return len(reports)

    def give_up(self, targets: Iterable[int]) -> None:
        """Call targets dead that were asked twice."""
        for target in targets:
            self._refuse(target, Outcome.TIMED_OUT)

    def _hear(self, target: int, attempt: int, heard_ns: int) -> None:
        """An answer tells which attempt it answers, so a slow one is not taken for a fast one.

        What it tells was in the hands of the answering side, which may be anybody's.
        """
        if attempt > AGAIN or target >= len(self._sent_ns[attempt]):
            return
        sent_ns = self._sent_ns[attempt][target]
        rtt_us = (heard_ns - sent_ns) // NS_A_MICROSECOND
        if not 0 <= rtt_us <= RTT_MAX_US:
            rtt_us = NO_RTT
        if sent_ns and self._row.settle(target, Outcome.REACHED, rtt_us):
            self.pending -= 1

    def _refuse(self, target: int, outcome: Outcome) -> None:
        if self._line.settle_unreached(target, outcome):
            self.pending -= 1

    def _pending_of(self, targets: Iterable[int]) -> list[int]:
        return [target for target in targets if self._row.is_pending(target)]
