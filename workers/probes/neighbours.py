"""Which neighbours a matrix needs, so that it floods no segment with requests for them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from ipaddress import IPv4Interface, IPv6Interface
from typing import NamedTuple, Protocol

from designer.topology.sentence import say
from workers.errors import HostRefused
from workers.probes.endpoints import Address, Source, SourceInterface, Target

STRANGERS_MAX = 100
"""As many entries that nobody answers are below all that the kernel's table begins to clean up at
(gc_thresh1, 128 on most hosts)."""

Network = tuple[int, int, int]  # version, prefix length, prefix


class Neighbour(NamedTuple):
    """An address that a namespace reaches directly, and the MAC that it has there."""

    namespace_fd: int
    ifindex: int
    address: Address
    mac: str


class Seeder(Protocol):
    """The kernel's side of seeding."""

    def seed(self, neighbours: Sequence[Neighbour]) -> None:
        """Add entries that need no asking and no room in the table (PERMANENT).

        They come namespace by namespace. An entry that is there already is left as it is.
        """

    def unseed(self, neighbours: Sequence[Neighbour]) -> None:
        """Remove those that `seed` added, and only those; a namespace may be gone by now."""


class NeighbourTableTooSmall(HostRefused):
    """Without seeding, packets would be lost for want of room, and hosts look dead."""

    def __init__(self, needed: int, limit: int) -> None:
        super().__init__(
            say(
                "matrix: needs {needed} neighbour entries at once, the kernel has room for"
                " {limit}: seed neighbours, choose fewer nodes, or raise"
                " net.ipv4.neigh.default.gc_thresh3 (IPv6: net.ipv6) on the host",
                needed=needed,
                limit=limit,
            )
        )
        self.needed = needed
        self.limit = limit


def neighbours_of(sources: Iterable[Source], targets: Sequence[Target]) -> list[Neighbour]:
    """Return the entries that let sources speak to targets of their own segments at once.

    Who is in the same network but not on the same wire, as in another VLAN, is left for the kernel
    to look for in vain: unless they are so many that this would fill its table.
    """
    seedable = {
        network: _with_one_mac(members) for network, members in _segments(sources, targets).items()
    }
    pairs = [
        (Neighbour(source.namespace_fd, interface.index, target.address, target.mac), on_wire)
        for source, interface, network in _places(sources)
        for target in seedable[network]
        if target.node != source.name
        for on_wire in (target.wire == interface.wire,)
    ]
    few = sum(not on_wire for _, on_wire in pairs) <= STRANGERS_MAX
    return [neighbour for neighbour, on_wire in pairs if on_wire or not few]


def check_room(sources: Sequence[Source], targets: Sequence[Target], limit: int) -> None:
    """Refuse a matrix whose neighbours do not fit into the kernel's table, which all share."""
    segments = _segments(sources, targets)
    needed = {4: 0, 6: 0}
    asking = {source.name for source in sources}
    for source, _, network in _places(sources):
        others = [target for target in segments[network] if target.node != source.name]
        answering = sum(target.node not in asking for target in others)
        needed[network[0]] += len(others) + answering
    if max(needed.values()) > limit:
        raise NeighbourTableTooSmall(max(needed.values()), limit)


def _places(sources: Iterable[Source]) -> Iterator[tuple[Source, SourceInterface, Network]]:
    for source in sources:
        for interface in source.interfaces or ():
            if interface.up and not interface.loopback:
                for network in {_network_of(address) for address in interface.addresses}:
                    yield source, interface, network


def _segments(
    sources: Iterable[Source], targets: Sequence[Target]
) -> Mapping[Network, Sequence[Target]]:
    """Sort the targets into the networks of the sources, each looked up and none searched."""
    networks = {network for _, _, network in _places(sources)}
    lengths = {(version, length) for version, length, _ in networks}
    segments: dict[Network, list[Target]] = defaultdict(list)
    for target in targets:
        for version, length in lengths:
            if version == target.address.version:
                segments[_network(target.address, length)].append(target)
    return {network: segments[network] for network in networks}


def _with_one_mac(members: Sequence[Target]) -> list[Target]:
    """Leave out an address that two machines claim: the network itself shall decide on it."""
    macs: dict[Address, set[str]] = defaultdict(set)
    for target in members:
        macs[target.address].add(target.mac)
    return [target for target in members if target.mac and len(macs[target.address]) == 1]


def _network_of(address: IPv4Interface | IPv6Interface) -> Network:
    return _network(address.ip, address.network.prefixlen)


def _network(address: Address, length: int) -> Network:
    return address.version, length, int(address) >> (address.max_prefixlen - length)
