"""Router advertisements (RFC 4861): the hosts on a wire make addresses and a way out of them."""

import random
import select
import socket
import struct
import time
from errno import EADDRNOTAVAIL, ENETDOWN, ENETUNREACH, ENODEV
from ipaddress import IPv6Address, IPv6Network

from designer.state.service import RouterAdvertisement
from workers.keeper.room import Lines

SOLICITATION, ADVERTISEMENT = 133, 134
HOPS = 255
"""What comes with less has passed a router, and is not believed (RFC 4861, 6.1.2)."""

ALL_NODES, ALL_ROUTERS = "ff02::1", "ff02::2"
ROUTER_LIFE_S, VALID_S, PREFERRED_S = 1800, 86400, 14400
"""The usual values of RFC 4861, 6.2.1; the valid time a day and not a month."""

ON_LINK_AND_AUTONOMOUS = 0xC0
PREFIX, SOURCE_MAC = 3, 1
USUAL_HOPS = 64
FIRST_PAUSE_S, PAUSE_S, FIRST_ONES = 3.0, (20.0, 30.0), 3
RETRY_S = 0.1
ICMP6_FILTER = 1
LARGEST = 1500
_HEAD = struct.Struct("!BBHBBHII")
_PREFIX = struct.Struct("!BBBBIII16s")


def advertisement(service: RouterAdvertisement, mac: bytes) -> bytes:
    """Return the message; the kernel puts in the checksum (RFC 3542, 3.1)."""
    life_s = ROUTER_LIFE_S if service.is_router else 0
    head = _HEAD.pack(ADVERTISEMENT, 0, 0, USUAL_HOPS, 0, life_s, 0, 0)
    source = bytes((SOURCE_MAC, 1)) + mac
    return head + source + b"".join(map(_prefix, service.prefixes))


def _prefix(one: IPv6Network) -> bytes:
    words = (PREFIX, 4, one.prefixlen, ON_LINK_AND_AUTONOMOUS, VALID_S, PREFERRED_S, 0)
    return _PREFIX.pack(*words, one.network_address.packed)


def serve(service: RouterAdvertisement, lines: Lines) -> None:
    """Advertise for ever: at times, and to whom asks."""
    sock = _open_socket(service.interface)
    message = advertisement(service, _mac(service.interface))
    sent = 0
    next_s = time.monotonic()
    while True:
        if time.monotonic() >= next_s:
            if _send(sock, message, ALL_NODES):
                sent += 1
                next_s = time.monotonic() + _pause_s(sent)
            else:
                next_s = time.monotonic() + RETRY_S
            if sent == 1:
                lines.ready()
        if select.select([sock], [], [], max(next_s - time.monotonic(), 0))[0]:
            _answer(sock, message)


def _pause_s(sent: int) -> float:
    return FIRST_PAUSE_S if sent < FIRST_ONES else random.uniform(*PAUSE_S)  # noqa: S311


def _open_socket(interface: str) -> socket.socket:
    sock = socket.socket(socket.AF_INET6, socket.SOCK_RAW, socket.IPPROTO_ICMPV6)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, interface.encode())
    index = socket.if_nametoindex(interface)
    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_IF, index)
    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_HOPS, HOPS)
    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_UNICAST_HOPS, HOPS)
    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_LOOP, 0)
    member = IPv6Address(ALL_ROUTERS).packed + struct.pack("=I", index)
    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_JOIN_GROUP, member)
    sock.setsockopt(socket.IPPROTO_ICMPV6, ICMP6_FILTER, _only(SOLICITATION))
    return sock


def _only(kind: int) -> bytes:
    """Return the filter that lets one type through: its bit is clear (RFC 3542, 3.2)."""
    words = [0xFFFFFFFF] * 8
    words[kind // 32] &= ~(1 << kind % 32)
    return struct.pack("=8I", *words)


def _mac(interface: str) -> bytes:
    with socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, 0) as packets:
        packets.bind((interface, 0))
        address: bytes = packets.getsockname()[4]
        return address


def _answer(sock: socket.socket, message: bytes) -> None:
    """To who asked; to all where that one has no address yet (RFC 4861, 6.2.6)."""
    _, peer = sock.recvfrom(LARGEST)
    asker = peer[0].partition("%")[0]
    _send(sock, message, ALL_NODES if asker == "::" else asker)


def _send(sock: socket.socket, message: bytes, target: str) -> bool:
    """Tell whether it went out: not before the link-local address has been found free."""
    try:
        sock.sendto(message, (target, 0))
    except OSError as error:
        if error.errno not in {EADDRNOTAVAIL, ENETDOWN, ENETUNREACH, ENODEV}:
            raise
        return False
    return True
