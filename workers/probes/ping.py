"""ICMP echo: whether the target is there."""

import secrets
import socket
import struct
from contextlib import ExitStack
from functools import partial

from workers.probes.asker import Dialect
from workers.probes.assignment import Assignment
from workers.probes.echo import EchoSweep, make_nonce, open_askers
from workers.probes.inbox import prepare
from workers.probes.refusal import ask_for_reports

ECHO_REQUEST, ECHO_REPLY = 8, 0
ECHO_REQUEST_V6, ECHO_REPLY_V6 = 128, 129
SOL_RAW, ICMP_FILTER = 255, 1
ICMP6_FILTER = 1
IPV4_HEADER_BYTES = 20

_HEADER = struct.Struct("!BBHHH")  # type, code, checksum, identifier, sequence number


def probe(assignment: Assignment) -> None:
    """Settle the assignment's cells; for a thread of its own, which is left in any namespace."""
    identifier = secrets.randbits(16)
    dialects = {
        socket.AF_INET: Dialect(
            open=_open_v4,
            wrap=partial(_wrap_v4, identifier),
            answer_header=IPV4_HEADER_BYTES + _HEADER.size,
            quote_header=_HEADER.size,
            question_type=ECHO_REQUEST,
        ),
        socket.AF_INET6: Dialect(
            open=_open_v6,
            wrap=partial(_wrap_v6, identifier),
            answer_header=_HEADER.size,
            quote_header=_HEADER.size,
            question_type=ECHO_REQUEST_V6,
        ),
    }
    with ExitStack() as stack:
        askers = open_askers(assignment, dialects, make_nonce(), stack)
        EchoSweep(assignment, askers_at_once=1).run(askers)


def _open_v4() -> socket.socket:
    """Raw sockets see every ICMP message of their namespace; the filter lets in answers only."""
    sock = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)
    sock.setsockopt(SOL_RAW, ICMP_FILTER, struct.pack("=I", 0xFFFFFFFF & ~(1 << ECHO_REPLY)))
    ask_for_reports(sock, socket.AF_INET)
    prepare(sock)
    return sock


def _open_v6() -> socket.socket:
    blocked = [0xFFFFFFFF] * 8
    blocked[ECHO_REPLY_V6 // 32] &= ~(1 << ECHO_REPLY_V6 % 32)
    sock = socket.socket(socket.AF_INET6, socket.SOCK_RAW, socket.IPPROTO_ICMPV6)
    sock.setsockopt(socket.IPPROTO_ICMPV6, ICMP6_FILTER, struct.pack("=8I", *blocked))
    ask_for_reports(sock, socket.AF_INET6)
    prepare(sock)
    return sock


def _wrap_v4(identifier: int, target: int, payload: bytes) -> bytes:
    sequence = target & 0xFFFF
    unsummed = _HEADER.pack(ECHO_REQUEST, 0, 0, identifier, sequence) + payload
    checksum = _internet_checksum(unsummed)
    return _HEADER.pack(ECHO_REQUEST, 0, checksum, identifier, sequence) + payload


def _wrap_v6(identifier: int, target: int, payload: bytes) -> bytes:
    """The kernel fills in the checksum, which covers the addresses too."""
    return _HEADER.pack(ECHO_REQUEST_V6, 0, 0, identifier, target & 0xFFFF) + payload


def _internet_checksum(data: bytes) -> int:
    total: int = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total >> 16) + (total & 0xFFFF)
    return ~total & 0xFFFF
