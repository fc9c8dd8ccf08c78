"""A node that answers pings by hand: late, falsely, or both."""

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tests.probes.lab import Lab
from workers.probes.ping import ECHO_REPLY, ECHO_REQUEST, IPV4_HEADER_BYTES, _internet_checksum

_HEAD = struct.Struct("!BBHHH")

Answer = Callable[[bytes], bytes]


@contextmanager
def answering(lab: Lab, node: str, answer: Answer, *, after_s: float = 0) -> Iterator[None]:
    """Have a node's pings answered with what `answer` makes of the payload, after a while."""
    lab.sysctl(node, "ipv4/icmp_echo_ignore_all", 1)
    sock = lab.inside(node, lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1))
    sock.settimeout(0.05)
    done = threading.Event()
    late: list[threading.Timer] = []

    def serve() -> None:
        while not done.is_set():
            try:
                packet, asker = sock.recvfrom(2048)
            except TimeoutError:
                continue
            question = packet[IPV4_HEADER_BYTES:]
            if question[0] == ECHO_REQUEST:
                timer = threading.Timer(after_s, sock.sendto, (_reply(question, answer), asker))
                late.append(timer)
                timer.start()

    server = threading.Thread(target=serve)
    server.start()
    try:
        yield
    finally:
        done.set()
        server.join()
        for timer in late:
            timer.join()
        sock.close()


def _reply(question: bytes, answer: Answer) -> bytes:
    _, _, _, identifier, sequence = _HEAD.unpack_from(question)
    body = answer(question[_HEAD.size :])
    unsummed = _HEAD.pack(ECHO_REPLY, 0, 0, identifier, sequence) + body
    checksum = _internet_checksum(unsummed)
    return _HEAD.pack(ECHO_REPLY, 0, checksum, identifier, sequence) + body
