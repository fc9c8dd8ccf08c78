"""What to do about addresses that an interface cannot have, or that another one has."""

from collections.abc import Iterator, Sequence
from ipaddress import ip_interface
from itertools import islice

from designer.topology.fixes.edit import Fix, fix
from designer.topology.fixes.place import Place, end_path
from designer.topology.segment import Segment
from designer.topology.sentence import say
from designer.topology.topology import DEFAULT_IPV4_POOL
from designer.topology.values import Address, End, InterfaceAddress, Network

TRIED_MAX = 4096
"""So many addresses of a network are looked at before it counts as full."""

IPV4_HOSTS_PREFIX = 31
"""Networks that narrow have no number and no broadcast of their own (RFC 3021)."""

FALLBACK_IPV6_POOL = "fd00::/48"


def free_address(network: Network, taken: set[Address]) -> InterfaceAddress | None:
    """Return the first address of a network that nobody has."""
    edges: set[Address] = set()
    if network.version == 4 and network.prefixlen < IPV4_HOSTS_PREFIX:  # noqa: PLR2004
        edges = {network.network_address, network.broadcast_address}
    elif network.version == 6:  # noqa: PLR2004
        edges = {network.network_address}
    addresses: Iterator[Address] = iter(network)
    for one in islice(addresses, TRIED_MAX):
        if one not in taken and one not in edges:
            return ip_interface((one, network.prefixlen))
    return None


def taken_addresses(place: Place) -> set[Address]:
    """Return all addresses of the lab."""
    return {one.ip for those in place.facts.assigned.values() for one in those}


def use_free_address(place: Place) -> Iterator[Fix]:
    """Give the interface the next free address of the network that it is in."""
    taken = taken_addresses(place)
    said = place.interface.addresses or ()
    words = {*place.problem.message.split()}
    for number, wrong in enumerate(said):
        if words & {str(wrong.ip), str(wrong)}:
            free = free_address(wrong.network, taken)
            if free is not None:
                yield _replace(place, said, number, free)
    yield from use_automatic_address(place)


def use_automatic_address(place: Place) -> Iterator[Fix]:
    """Leave the address to the lab's addressing."""
    if place.interface.addresses is not None:
        yield fix(say("Use an automatic address"), (place.path, {"addresses": None}))


def _replace(
    place: Place, said: Sequence[InterfaceAddress], number: int, free: InterfaceAddress
) -> Fix:
    addresses = [str(free if at == number else one) for at, one in enumerate(said)]
    return fix(say("Use {address}", address=free), (place.path, {"addresses": addresses}))


def move_the_other(place: Place) -> Iterator[Fix]:
    """Give another address to who has the same one, where this one's is automatic."""
    for own in place.facts.assigned.get(place.end, ()):
        for end, those in place.facts.assigned.items():
            is_same = end != place.end and any(one.ip == own.ip for one in those)
            if is_same and place.topology.interface(end).addresses is not None:
                title = say("Use an automatic address at {end}", end=end)
                yield fix(title, (end_path(end), {"addresses": None}))


def join_the_network(place: Place) -> Iterator[Fix]:
    """Give the interface an address of the network that the others on its wire are in."""
    said = place.interface.addresses or ()
    segment = _segment(place, place.end)
    taken = taken_addresses(place)
    for number, wrong in enumerate(said):
        for other in _networks(place, segment, wrong.version):
            if other != wrong.network and (free := free_address(other, taken)) is not None:
                yield _replace(place, said, number, free)
                break
    yield from use_automatic_address(place)


def _segment(place: Place, end: End) -> Segment:
    return next(one for one in place.facts.segments if end in one.members)


def _networks(place: Place, segment: Segment, version: int) -> dict[Network, None]:
    return {
        one.network: None
        for end in segment.members
        if end != place.end
        for one in place.facts.assigned.get(end, ())
        if one.version == version
    }


def number_the_wire_anew(place: Place) -> Iterator[Fix]:
    """Leave all addresses on a wire to the lab's addressing, which uses each network once."""
    ends = [
        end
        for end in _segment(place, place.end).members
        if place.topology.interface(end).addresses is not None
    ]
    title = say("Use automatic addresses on this wire")
    yield fix(title, *((end_path(end), {"addresses": None}) for end in ends))


def larger_pool(place: Place) -> Iterator[Fix]:
    """Take automatic addresses from the usual pool, which has room for all."""
    for field, pool in (("ipv4", str(DEFAULT_IPV4_POOL)), ("ipv6", FALLBACK_IPV6_POOL)):
        if getattr(place.topology.addressing, field) is not None:
            yield fix(say("Take addresses from {pool}", pool=pool), ("addressing", {field: pool}))
