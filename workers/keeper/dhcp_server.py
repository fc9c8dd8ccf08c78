"""A DHCP server for one interface (RFC 2131): it leases addresses by MAC address.

It remembers leases as long as it lives. One that is started anew gives a client the address that it
asks for, if it is in the range and nobody else's, so nobody loses theirs.
"""

import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from errno import ENETUNREACH
from ipaddress import IPv4Address

from designer.state.service import DhcpServer
from workers.keeper import dhcp
from workers.keeper.dhcp import ACK, CLIENT_PORT, NAK, NOBODY, OFFER, SERVER_PORT, Message
from workers.keeper.room import Lines

OFFER_HOLDS_S = 30
LARGEST = 1500
EVERYBODY = "255.255.255.255"


@dataclass(frozen=True, slots=True)
class Lease:
    """Whose an address is, and until when."""

    mac: bytes
    until_s: float


class Leases:
    """Which address of the range is whose; `now_s` is the caller's clock."""

    def __init__(self, service: DhcpServer) -> None:
        self._first, self._last = int(service.first), int(service.last)
        self._taken = {int(one) for one in (service.address.ip, service.router) if one}
        self._leases: dict[int, Lease] = {}

    def is_free_for(self, mac: bytes, address: IPv4Address, now_s: float) -> bool:
        """Tell whether a client may have an address of the range."""
        number = int(address)
        if not self._first <= number <= self._last or number in self._taken:
            return False
        lease = self._leases.get(number)
        return lease is None or lease.mac == mac or lease.until_s <= now_s

    def choose(self, mac: bytes, wish: IPv4Address | None, now_s: float) -> IPv4Address | None:
        """Return the client's own address, the one it wishes, or the lowest free one."""
        for address in self._candidates(mac, wish):
            if self.is_free_for(mac, address, now_s):
                return address
        return None

    def _candidates(self, mac: bytes, wish: IPv4Address | None) -> Iterator[IPv4Address]:
        yield from (IPv4Address(n) for n, lease in self._leases.items() if lease.mac == mac)
        if wish is not None:
            yield wish
        yield from (n for n in map(IPv4Address, range(self._first, self._last + 1)))

    def hold(self, mac: bytes, address: IPv4Address, until_s: float) -> None:
        """Keep an address for a client; it has one at a time."""
        self.release(mac)
        self._leases[int(address)] = Lease(mac, until_s)

    def release(self, mac: bytes) -> None:
        """Take back what a client has."""
        self._leases = {n: one for n, one in self._leases.items() if one.mac != mac}

    def block(self, address: IPv4Address, until_s: float) -> None:
        """Give an address to nobody for a while: a client has found it in use."""
        self._leases[int(address)] = Lease(b"", until_s)

    def count(self, now_s: float) -> int:
        """Return how many are leased."""
        return sum(lease.until_s > now_s for lease in self._leases.values())


def answer(service: DhcpServer, leases: Leases, asked: Message, now_s: float) -> Message | None:
    """Return what the server says to a message, None where it keeps silent."""
    if asked.answers or asked.relay != NOBODY:
        return None
    match asked.kind:
        case dhcp.DISCOVER:
            return _offer(service, leases, asked, now_s)
        case dhcp.REQUEST:
            return _acknowledge(service, leases, asked, now_s)
        case dhcp.RELEASE:
            leases.release(asked.mac)
        case dhcp.DECLINE:
            leases.release(asked.mac)
            if (address := asked.address(dhcp.WISH)) is not None:
                leases.block(address, now_s + service.lease_s)
        case dhcp.INFORM:
            return _say(service, asked, ACK, NOBODY, with_lease=False)
    return None


def _offer(service: DhcpServer, leases: Leases, asked: Message, now_s: float) -> Message | None:
    chosen = leases.choose(asked.mac, asked.address(dhcp.WISH), now_s)
    if chosen is None:
        return None  # other servers may have one (RFC 2131, 4.3.1)
    leases.hold(asked.mac, chosen, now_s + OFFER_HOLDS_S)
    return _say(service, asked, OFFER, chosen)


def _acknowledge(
    service: DhcpServer, leases: Leases, asked: Message, now_s: float
) -> Message | None:
    """One request, four meanings: chosen, rebooted, renewing or rebinding (RFC 2131, 4.3.2)."""
    server = asked.address(dhcp.SERVER)
    if server is not None and server != service.address.ip:
        leases.release(asked.mac)
        return None
    wanted = asked.address(dhcp.WISH) or asked.client
    if not leases.is_free_for(asked.mac, wanted, now_s):
        return _say(service, asked, NAK, NOBODY, with_lease=False)
    leases.hold(asked.mac, wanted, now_s + service.lease_s)
    return _say(service, asked, ACK, wanted)


def _say(
    service: DhcpServer, asked: Message, kind: int, yours: IPv4Address, *, with_lease: bool = True
) -> Message:
    options = {dhcp.TYPE: bytes((kind,)), dhcp.SERVER: service.address.ip.packed}
    if kind != NAK:
        options |= dict(_settings(service))
    if with_lease:
        options[dhcp.LEASE_S] = service.lease_s.to_bytes(4, "big")
    client = NOBODY if kind == NAK else asked.client
    return Message(
        answers=True,
        number=asked.number,
        mac=asked.mac,
        client=client,
        yours=yours,
        flags=asked.flags,
        options=options,
    )


def _settings(service: DhcpServer) -> Iterator[tuple[int, bytes]]:
    yield dhcp.MASK, service.address.netmask.packed
    if service.router is not None:
        yield dhcp.ROUTER, service.router.packed
    if service.dns is not None:
        yield dhcp.DNS, service.dns.packed


def serve(service: DhcpServer, lines: Lines) -> None:
    """Serve for ever."""
    sock = _open_socket(service.interface)
    leases = Leases(service)
    lines.ready()
    while True:
        asked = dhcp.parse(sock.recv(LARGEST))
        now_s = time.monotonic()
        said = None if asked is None else answer(service, leases, asked, now_s)
        if said is not None:
            _send(sock, said)
            if said.kind == ACK:
                print(f"{said.yours} to {said.mac.hex(':')}", flush=True)  # noqa: T201 - its log
                lines.note(f"{leases.count(now_s)} leased")


def _open_socket(interface: str) -> socket.socket:
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, interface.encode())
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # one for each interface
    sock.bind(("", SERVER_PORT))
    return sock


def _send(sock: socket.socket, said: Message) -> None:
    """To the client's address if it has one, else to everybody on the wire."""
    where = str(said.client) if said.client != NOBODY and said.kind != NAK else EVERYBODY
    try:
        sock.sendto(dhcp.pack(said), (where, CLIENT_PORT))
    except OSError as error:
        if error.errno != ENETUNREACH:
            raise
