"""What to do about services that are in each other's way, or lack what they need."""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Interface, IPv4Network
from itertools import pairwise
from typing import Any

from designer.topology.fixes.address import FALLBACK_IPV6_POOL, taken_addresses
from designer.topology.fixes.edit import Fix, fix
from designer.topology.fixes.place import Place, end_path
from designer.topology.sentence import say
from designer.topology.service import DhcpServer

LEASED_MAX = 100
PORT_MAX = 65535
SLAAC_PREFIX = 64


def on_a_linked_interface(place: Place) -> Iterator[Fix]:
    """Move it to an interface that the node has."""
    for interface in place.linked()[:3]:
        yield fix(
            say("Move it to {interface}", interface=interface),
            (place.path, {"interface": interface}),
        )


def another_port(place: Place) -> Iterator[Fix]:
    """Move it to a port that nothing else of the node listens at."""
    service: Any = place.entry
    if hasattr(service, "port"):
        used = {getattr(one, "port", 53) for one in place.node.services}
        port = next(one for one in range(service.port + 1, PORT_MAX + 1) if one not in used)
        yield fix(say("Move it to port {port}", port=port), (place.path, {"port": port}))


def lease_what_is_free(place: Place) -> Iterator[Fix]:
    """Lease the longest row of addresses of the interface's network that nobody has."""
    service = place.entry
    if isinstance(service, DhcpServer):
        for own in place.facts.assigned.get(place.end_of(service.interface), ()):
            if isinstance(own, IPv4Interface) and (row := _free_row(place, own.network)):
                first, last = row
                change: dict[str, Any] = {"range": [str(first), str(last)]}
                if service.router is not None and service.router not in own.network:
                    change["router"] = None
                yield fix(
                    say("Lease {first} to {last}", first=first, last=last), (place.path, change)
                )


def _free_row(place: Place, network: IPv4Network) -> tuple[IPv4Address, IPv4Address] | None:
    first, last = int(network.network_address), int(network.broadcast_address)
    taken = sorted(int(one) for one in taken_addresses(place) if one in network)
    borders = [first, *taken, last]
    rows = [(following - before - 1, before + 1) for before, following in pairwise(borders)]
    length, start = max(rows)
    if length < 1:
        return None
    return IPv4Address(start), IPv4Address(start + min(length, LEASED_MAX) - 1)


def tell_no_router(place: Place) -> Iterator[Fix]:
    """Let the server tell what it would tell by itself."""
    yield fix(say("Leave the router to the server"), (place.path, {"router": None}))


def no_address_of_its_own(place: Place) -> Iterator[Fix]:
    """Leave the address to the lease."""
    end = place.end_of(place.entry.interface)
    kept = [str(one) for one in place.topology.interface(end).addresses or () if one.version == 6]  # noqa: PLR2004
    yield fix(
        say("Leave {end} without a fixed address", end=end), (end_path(end), {"addresses": kept})
    )


def something_to_advertise(place: Place) -> Iterator[Fix]:
    """Give the lab IPv6 addresses, or the interface one."""
    yield fix(
        say("Use IPv6 addresses of {pool}", pool=FALLBACK_IPV6_POOL),
        ("addressing", {"ipv6": FALLBACK_IPV6_POOL}),
    )
    end = place.end_of(place.entry.interface)
    said = [str(one) for one in place.facts.assigned.get(end, ())]
    yield fix(say("Give it fd00:1::1/64"), (end_path(end), {"addresses": [*said, "fd00:1::1/64"]}))


def prefix_of_64(place: Place) -> Iterator[Fix]:
    """Make the prefix as long as hosts need it."""
    end = place.end_of(place.entry.interface)
    addresses = [
        f"{one.ip}/{SLAAC_PREFIX}" if one.version == 6 else str(one)  # noqa: PLR2004
        for one in place.topology.interface(end).addresses or ()
    ]
    yield fix(say("Use a prefix of 64 bits"), (end_path(end), {"addresses": addresses}))
