"""What an error of the kernel, or one reported back over ICMP, says about the target."""

import contextlib
import errno
import socket
import struct
from collections.abc import Iterator

from designer.topology.outcome import Outcome

IP_RECVERR = 11
IPV6_RECVERR = 25
REPORT_BYTES = 512
FROM_ICMP = 2
FROM_ICMP6 = 3
UNREACHABLE_V4 = 3
UNREACHABLE_V6 = 1
PROHIBITED_CODES_V4 = frozenset({9, 10, 13})

_EXTENDED_ERROR = struct.Struct("=IBBBx")  # errno, origin, ICMP type, ICMP code
_ERROR_LEVELS = {(socket.IPPROTO_IP, IP_RECVERR), (socket.IPPROTO_IPV6, IPV6_RECVERR)}
_OUTCOMES = {
    errno.ECONNREFUSED: Outcome.REFUSED,
    errno.ENOPROTOOPT: Outcome.REFUSED,
    errno.ENETUNREACH: Outcome.NO_ROUTE,
    errno.EINVAL: Outcome.NO_ROUTE,  # a blackhole route
    errno.ENONET: Outcome.NO_ROUTE,
    errno.EHOSTUNREACH: Outcome.HOST_UNREACHABLE,
    errno.EHOSTDOWN: Outcome.HOST_UNREACHABLE,
    errno.EADDRNOTAVAIL: Outcome.NO_ADDRESS,
    errno.EACCES: Outcome.PROHIBITED,  # a prohibit route, a broadcast address
    errno.EPERM: Outcome.PROHIBITED,  # a firewall on the way out
    errno.ENETDOWN: Outcome.SOURCE_DOWN,
}


def outcome_of_errno(number: int) -> Outcome | None:
    """Return what an error means; None for one that will pass, such as a full buffer."""
    return _OUTCOMES.get(number)


def ask_for_reports(sock: socket.socket, family: socket.AddressFamily) -> None:
    """Have ICMP errors that concern the socket kept for it, with what they are about."""
    if family == socket.AF_INET6:
        sock.setsockopt(socket.IPPROTO_IPV6, IPV6_RECVERR, 1)
    else:
        sock.setsockopt(socket.IPPROTO_IP, IP_RECVERR, 1)


def take_reports(sock: socket.socket) -> Iterator[tuple[bytes, Outcome]]:
    """Yield what each waiting ICMP error quotes of our datagram, and what it means."""
    with contextlib.suppress(BlockingIOError):
        while True:
            quoted, messages, _, _ = sock.recvmsg(
                REPORT_BYTES, REPORT_BYTES, socket.MSG_ERRQUEUE | socket.MSG_DONTWAIT
            )
            for level, kind, data in messages:
                if (level, kind) in _ERROR_LEVELS and (outcome := _outcome_of_report(data)):
                    yield quoted, outcome


def _outcome_of_report(data: bytes) -> Outcome | None:
    """IPv4 has one errno for a firewall and a dead host: only the ICMP code tells them apart."""
    number, origin, kind, code = _EXTENDED_ERROR.unpack_from(data)
    if origin == FROM_ICMP and kind == UNREACHABLE_V4 and code in PROHIBITED_CODES_V4:
        return Outcome.PROHIBITED
    return _OUTCOMES.get(number) if origin in {FROM_ICMP, FROM_ICMP6} else None
