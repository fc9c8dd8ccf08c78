"""Sockets of services: both families at once, and answers from the address that was asked."""

import socket
import struct
from collections.abc import Iterator
from typing import Any

ANYWHERE = {socket.AF_INET: "0.0.0.0", socket.AF_INET6: "::"}  # noqa: S104 - in the node alone
LARGEST_DATAGRAM = 65535
IP_PKTINFO = 8
CONTROL_BYTES = 128
_IPV4_INFO = struct.Struct("=I4s4s")
BACKLOG = 64


def family_of_node() -> socket.AddressFamily:
    """Return the family whose sockets hear both, IPv4 where the kernel has no IPv6."""
    try:
        socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).close()
    except OSError:
        return socket.AF_INET
    return socket.AF_INET6


def _bound(kind: socket.SocketKind, port: int) -> socket.socket:
    family = family_of_node()
    sock = socket.socket(family, kind)
    if family == socket.AF_INET6:
        sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
    if kind == socket.SOCK_STREAM:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.bind((ANYWHERE[family], port))
    return sock


def stream_listener(port: int) -> socket.socket:
    """Return a TCP socket that listens."""
    listener = _bound(socket.SOCK_STREAM, port)
    listener.listen(BACKLOG)
    return listener


class Datagrams:
    """A UDP socket that answers from the address that was asked, of however many."""

    def __init__(self, port: int) -> None:
        self.socket = _bound(socket.SOCK_DGRAM, port)
        if self.socket.family == socket.AF_INET6:
            self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_RECVPKTINFO, 1)
        self.socket.setsockopt(socket.IPPROTO_IP, IP_PKTINFO, 1)

    def receive(self) -> tuple[bytes, Any, list[tuple[int, int, bytes]]]:
        """Return what came, from whom, and what an answer needs to leave from the right address."""
        data, control, _, peer = self.socket.recvmsg(LARGEST_DATAGRAM, CONTROL_BYTES)
        return data, peer, list(_way_back(control))

    def send(self, data: bytes, peer: Any, way_back: list[tuple[int, int, bytes]]) -> None:
        """Answer; whom no route leads to gets none."""
        try:
            self.socket.sendmsg([data], way_back, 0, peer)
        except OSError:
            return


def _way_back(control: list[tuple[int, int, bytes]]) -> Iterator[tuple[int, int, bytes]]:
    """Turn where a packet arrived into where the answer leaves, by ip(7) and ipv6(7)."""
    for level, kind, data in control:
        if (level, kind) == (socket.IPPROTO_IP, IP_PKTINFO):
            _, local, _ = _IPV4_INFO.unpack(data[: _IPV4_INFO.size])
            yield level, kind, _IPV4_INFO.pack(0, local, bytes(4))
            return
        if (level, kind) == (socket.IPPROTO_IPV6, socket.IPV6_PKTINFO):
            yield level, kind, data
            return
