"""A DHCP client for one interface (RFC 2131): it asks until it has an address, and renews it."""

import os
import random
import signal
import socket
import time
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Interface
from typing import NoReturn

from designer.state.service import DhcpClient
from workers.keeper import dhcp
from workers.keeper.dhcp import CLIENT_PORT, NOBODY, SERVER_PORT, Message
from workers.keeper.room import Lines
from workers.keeper.wire import LARGEST, datagram, open_wire, payload, send_to_all
from workers.kernel import lease as kernel

EVERYBODY = IPv4Address("255.255.255.255")
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 16.0
"""Shorter than RFC 2131 asks for: a lab's wires are short, and its servers start with it."""

ATTEMPTS = 3
WANTED = bytes((dhcp.MASK, dhcp.ROUTER, dhcp.DNS, dhcp.LEASE_S))
USUAL_LEASE_S = 3600
INFINITE_S = 0xFFFFFFFF
HALF, MOST = 0.5, 0.875
"""When it renews and when it asks everybody, as parts of the lease (RFC 2131, 4.4.5)."""


@dataclass(frozen=True, slots=True)
class Lease:
    """What a server has given, and when it was asked for."""

    address: IPv4Interface
    server: IPv4Address
    router: IPv4Address | None
    dns: tuple[IPv4Address, ...]
    lease_s: int
    since_s: float


def read_lease(said: Message, since_s: float) -> Lease | None:
    """Return the lease of an acknowledgement, None where it gives none."""
    server, mask = said.address(dhcp.SERVER), said.address(dhcp.MASK)
    if server is None or said.yours == NOBODY:
        return None
    value = said.options.get(dhcp.DNS, b"")
    return Lease(
        address=IPv4Interface((int(said.yours), _prefix_length(mask))),
        server=server,
        router=said.address(dhcp.ROUTER),
        dns=tuple(IPv4Address(value[n : n + 4]) for n in range(0, len(value) - 3, 4)),
        lease_s=min(said.number_of(dhcp.LEASE_S) or USUAL_LEASE_S, INFINITE_S - 1),
        since_s=since_s,
    )


def _prefix_length(mask: IPv4Address | None) -> int:
    return 32 if mask is None else int(mask).bit_count()


class Client:
    """Asks over one interface."""

    def __init__(self, service: DhcpClient) -> None:
        self._interface = service.interface
        self._wire = open_wire(service.interface, CLIENT_PORT)
        self._mac: bytes = self._wire.getsockname()[4]
        self._port = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._port.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        interface = service.interface.encode()
        self._port.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, interface)
        self._port.bind(("", CLIENT_PORT))  # else the kernel would refuse what comes to us

    def obtain(self, wish: IPv4Address | None) -> Lease | None:
        """Return a lease, None where nobody has one for us now."""
        number = random.getrandbits(32)
        wishes = {dhcp.WISH: wish.packed} if wish else {}
        offer = self._exchange(self._message(dhcp.DISCOVER, number, wishes), {dhcp.OFFER})
        server = offer.address(dhcp.SERVER) if offer else None
        if offer is None or server is None:
            return None
        chosen = {dhcp.WISH: offer.yours.packed, dhcp.SERVER: server.packed}
        return self._request(self._message(dhcp.REQUEST, number, chosen), None)

    def renew(self, lease: Lease, *, everybody: bool) -> Lease | None:
        """Ask for the same again, the server that gave it or everybody."""
        number = random.getrandbits(32)
        message = self._message(dhcp.REQUEST, number, {}, lease.address.ip)
        return self._request(message, None if everybody else lease.server)

    def release(self, lease: Lease) -> None:
        """Give the address back."""
        number = random.getrandbits(32)
        server = {dhcp.SERVER: lease.server.packed}
        self._send(self._message(dhcp.RELEASE, number, server, lease.address.ip), lease.server)

    def _message(
        self, kind: int, number: int, options: dict[int, bytes], client: IPv4Address = NOBODY
    ) -> Message:
        said = {dhcp.TYPE: bytes((kind,)), **options}
        if kind in {dhcp.DISCOVER, dhcp.REQUEST}:
            said |= {dhcp.PARAMETERS: WANTED, dhcp.HOST_NAME: socket.gethostname().encode()}
        return Message(
            answers=False,
            number=number,
            mac=self._mac,
            client=client,
            flags=dhcp.BROADCAST if client == NOBODY else 0,
            options=said,
        )

    def _request(self, message: Message, server: IPv4Address | None) -> Lease | None:
        since_s = time.monotonic()
        said = self._exchange(message, {dhcp.ACK, dhcp.NAK}, server)
        return read_lease(said, since_s) if said and said.kind == dhcp.ACK else None

    def _exchange(
        self, message: Message, kinds: set[int], server: IPv4Address | None = None
    ) -> Message | None:
        """Ask up to three times, each time with more patience."""
        for attempt in range(ATTEMPTS):
            self._send(message, server)
            deadline = time.monotonic() + FIRST_PAUSE_S * 2**attempt
            while (rest_s := deadline - time.monotonic()) > 0:
                said = self._hear(rest_s)
                if said and said.answers and said.number == message.number and said.kind in kinds:
                    return said
        return None

    def _send(self, message: Message, server: IPv4Address | None) -> None:
        data = dhcp.pack(message)
        try:
            if server is not None:
                self._port.sendto(data, (str(server), SERVER_PORT))
                return
            ports = (CLIENT_PORT, SERVER_PORT)
            packet = datagram(message.client, ports, EVERYBODY, data)
            send_to_all(self._wire, self._interface, packet)
        except OSError:  # the interface is down, or the server out of reach: as if it were lost
            return

    def _hear(self, patience_s: float) -> Message | None:
        self._wire.settimeout(patience_s)
        try:
            said = dhcp.parse(payload(self._wire.recv(LARGEST)))
        except (TimeoutError, OSError):
            return None
        return said if said and said.mac == self._mac else None


class _Goodbye(Exception):
    """The keeper wants this service to end."""


def serve(service: DhcpClient, lines: Lines) -> None:
    """Have an address whenever some server gives one."""
    signal.signal(signal.SIGTERM, _say_goodbye)
    client = Client(service)
    lease: Lease | None = None
    try:
        while True:
            lease = _obtain(client, lease)
            _take(service, lease, lines)
            lines.ready()
            lease = _keep(client, service, lease, lines)
    except _Goodbye:
        if lease is not None:
            client.release(lease)
            _give_back(service, lease, lines)


def _say_goodbye(*_: object) -> NoReturn:
    raise _Goodbye


def _obtain(client: Client, last: Lease | None) -> Lease:
    """Ask until somebody has an address, if possible the last one."""
    pause_s = FIRST_PAUSE_S
    while True:
        lease = client.obtain(last.address.ip if last else None)
        if lease is not None:
            return lease
        time.sleep(pause_s)
        pause_s = min(pause_s * 2, LONGEST_PAUSE_S)


def _take(service: DhcpClient, lease: Lease, lines: Lines) -> None:
    kernel.set_address(service.interface, lease.address, lease.lease_s)
    if lease.router is not None:
        kernel.set_default_route(service.interface, lease.router)
    if service.sets_resolver and lines.resolver is not None:
        write_resolver(lines.resolver, lease.dns)
    print(f"{lease.address} from {lease.server}", flush=True)  # noqa: T201 - its log
    lines.note(str(lease.address))


def _keep(client: Client, service: DhcpClient, lease: Lease, lines: Lines) -> Lease:
    """Renew for as long as that is granted; return the lease that has run out."""
    while True:
        renewed = _renew_in_time(client, lease)
        if renewed is None or renewed.address != lease.address:
            _give_back(service, lease, lines)
            return lease
        lease = renewed
        kernel.set_address(service.interface, lease.address, lease.lease_s)


def _renew_in_time(client: Client, lease: Lease) -> Lease | None:
    """Ask the server from half the lease on, and near the end everybody."""
    end_s = lease.since_s + lease.lease_s
    wait_s = lease.lease_s * HALF
    while True:
        time.sleep(max(min(wait_s, end_s - time.monotonic()), 0))
        left_s = end_s - time.monotonic()
        if left_s <= 0:
            return None
        late = left_s < lease.lease_s * (1 - MOST)
        if (renewed := client.renew(lease, everybody=late)) is not None:
            return renewed
        wait_s = max((end_s - time.monotonic()) / 2, 1)


def _give_back(service: DhcpClient, lease: Lease, lines: Lines) -> None:
    kernel.delete_address(service.interface, lease.address)
    if service.sets_resolver and lines.resolver is not None:
        write_resolver(lines.resolver, ())
    lines.note("asks")


def write_resolver(file: int, servers: tuple[IPv4Address, ...]) -> None:
    """Say whom the node asks for names, for all who have the file mounted."""
    text = "# Made by Vethwork, by DHCP.\n" + "".join(f"nameserver {one}\n" for one in servers)
    os.ftruncate(file, 0)
    os.pwrite(file, text.encode(), 0)
