"""One attempt to connect: how it is begun, what became of it, and how its socket is used again."""

import ctypes
import errno
import socket
import struct
from typing import NamedTuple

from designer.topology.outcome import Outcome
from workers.probes.assignment import Line, SocketAddress
from workers.probes.namespaces import enter
from workers.probes.refusal import ask_for_reports, outcome_of_errno, take_reports
from workers.probes.scoreboard import NO_RTT

SYN_SENT, SYN_RECEIVED, CLOSED = 2, 3, 7
UNDER_WAY = frozenset({0, errno.EINPROGRESS})
CLOSED_AFTER_ALL = frozenset({errno.ECONNRESET, errno.EPIPE})

_INFO = struct.Struct("=B67xI")  # struct tcp_info: tcpi_state … tcpi_rtt
_NOBODY = struct.pack("=H14x", socket.AF_UNSPEC)

_libc = ctypes.CDLL(None)
_libc.connect.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)


class Verdict(NamedTuple):
    """What became of an attempt."""

    outcome: Outcome
    rtt_us: int = NO_RTT


def open_caller(line: Line) -> socket.socket:
    """Open a socket in the line's namespace; the calling thread stays there."""
    enter(line.namespace_fd)
    sock = socket.socket(line.family, socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
    ask_for_reports(sock, line.family)
    return sock


def call(sock: socket.socket, address: SocketAddress) -> Verdict | None:
    """Begin to connect; only what the source's own kernel refuses is known at once."""
    refusal = sock.connect_ex(address)
    if refusal in UNDER_WAY:
        return None
    if outcome := outcome_of_errno(refusal):
        return Verdict(outcome)
    sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)  # what the last hanging up left behind
    return None


def hang_up(sock: socket.socket) -> None:
    """Abort the connection and make the socket new: cheaper than to close and open one."""
    _libc.connect(sock.fileno(), _NOBODY, len(_NOBODY))


def look_at(sock: socket.socket) -> Verdict | None:
    """Return what became of an attempt; None while it is under way."""
    state, rtt_us = _INFO.unpack(sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, _INFO.size))
    if state in {SYN_SENT, SYN_RECEIVED}:
        return None
    return _refused(sock) if state == CLOSED else Verdict(Outcome.REACHED, rtt_us)


def met_itself(sock: socket.socket) -> bool:
    """A socket that by chance got the port it calls, on its own address, is taken by itself."""
    return bool(sock.getsockname() == sock.getpeername())


def reported(sock: socket.socket) -> Verdict | None:
    """Return what an ICMP error says of an attempt that is under way.

    One that comes while connect() still runs does not end the attempt by itself.
    """
    reports = [outcome for _, outcome in take_reports(sock)]
    return Verdict(reports[-1]) if reports else None


def _refused(sock: socket.socket) -> Verdict | None:
    number = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if number in CLOSED_AFTER_ALL:
        return Verdict(Outcome.REACHED)  # somebody took the connection before ending it
    outcome = outcome_of_errno(number)
    return reported(sock) or (Verdict(outcome) if outcome else None)
