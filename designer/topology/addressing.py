"""Automatic addresses: a scheme that a person can predict.

Segments count from 1 in the order of their first link: segment k is 10.0.k.0/24 (going on to
10.1.0.0/24 after 10.0.255.0/24) and, with an IPv6 pool, its k-th /64. In a segment routers and
internet nodes are numbered first, then hosts, each in the order of the links: 10.0.1.1, 10.0.1.2,
and so on. A segment in which the drawing already gives somebody an address keeps to that prefix.
A segment for more than 254 is as many /24 wide as it takes, and prefixes in use are stepped over.

The prefix length of LANs can be another one. With one for links, segments of two routers alone have
IPv4 networks of that length (/31: RFC 3021), counted for themselves from the pool's last /16, or
from the upper half of a pool that is no wider.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from ipaddress import ip_interface

from designer.topology.segment import Segment, Segments, find_segments
from designer.topology.sentence import say
from designer.topology.service import DhcpClient
from designer.topology.topology import Topology
from designer.topology.values import End, InterfaceAddress, Network

Addresses = Mapping[End, tuple[InterfaceAddress, ...]]

_IPV6_PREFIX = 64
_LINKS_PREFIX = 16
_COUNTED_PREFIX = {4: 24, 6: 64}
"""Networks that wide count from 1, so that a person finds the number in the address."""

_ROUTERS_ON_A_LINK = 2
_GATEWAY_KINDS = ("router", "internet")


class PoolIsEmpty(ValueError):
    """The pool of automatic addresses has no room for a segment."""

    def __init__(self, pool: Network, end: End) -> None:
        """Remember which pool, and the first interface that got nothing."""
        self.message = say("{pool} has no addresses left", pool=pool)
        super().__init__(self.message)
        self.pool = pool
        self.end = end


def assign_addresses(topology: Topology, segments: Segments | None = None) -> Addresses:
    """Return the addresses of every linked interface that has some, given or automatic.

    `segments` are the topology's own, if they are known already. Raises PoolIsEmpty where the
    pool is too small.
    """
    segments = find_segments(topology) if segments is None else segments
    said = {
        end: topology.interface(end).addresses for segment in segments for end in segment.members
    }
    assigned = {end: addresses or () for end, addresses in said.items()}
    automatic = frozenset(
        end for end, addresses in said.items() if addresses is None and _needs_one(topology, end)
    )
    for version in (4, 6):
        pool = topology.addressing.pool(version)
        if pool is not None and automatic:
            _assign_family(topology, segments, pool, automatic, assigned)
    return {end: addresses for end, addresses in assigned.items() if addresses}


def _assign_family(
    topology: Topology,
    segments: Sequence[Segment],
    pool: Network,
    automatic: frozenset[End],
    assigned: dict[End, tuple[InterfaceAddress, ...]],
) -> None:
    given = [_given(assigned, segment, pool.version) for segment in segments]
    free = _Plan(topology, pool, [address.network for addresses in given for address in addresses])
    if pool.version == 4:  # noqa: PLR2004
        automatic -= dhcp_ends(topology)
    for segment, taken in zip(segments, given, strict=True):
        waiting = _waiting(topology, segment, automatic)
        if not waiting:
            continue
        network = taken[0].network if taken else None
        if network is None or not _has_room(network, len(waiting) + len(taken)):
            network = free.prefixes(segment).take(len(waiting), waiting[0])
        numbers = _free_numbers(network, taken)
        for end, number in zip(waiting, numbers, strict=False):
            assigned[end] = (*assigned[end], ip_interface((number, network.prefixlen)))


class _Plan:
    """What part of a pool a segment's prefix comes from."""

    def __init__(self, topology: Topology, pool: Network, used: Sequence[Network]) -> None:
        self._topology = topology
        said = topology.addressing
        lans, links = pool, None
        if pool.version == 4 and said.link is not None:  # noqa: PLR2004
            *_, links = pool.subnets(new_prefix=max(_LINKS_PREFIX, pool.prefixlen + 1))
        self._lans = _Prefixes(lans, said.lan if pool.version == 4 else _IPV6_PREFIX, used, links)  # noqa: PLR2004
        self._links = _Prefixes(links, said.link, used) if links and said.link else self._lans

    def prefixes(self, segment: Segment) -> "_Prefixes":
        """Return where the next prefix for a segment is taken from."""
        kinds = [self._topology.nodes[end.node].kind for end in segment.members]
        is_link = len(kinds) == _ROUTERS_ON_A_LINK and all(one in _GATEWAY_KINDS for one in kinds)
        return self._links if is_link else self._lans


def dhcp_ends(topology: Topology) -> frozenset[End]:
    """Return the interfaces whose IPv4 address is lent by DHCP: they get no automatic one."""
    return frozenset(
        End(name, service.interface)
        for name, node in topology.nodes.items()
        for service in node.services
        if isinstance(service, DhcpClient)
    )


def _given(assigned: Addresses, segment: Segment, version: int) -> list[InterfaceAddress]:
    return [
        address
        for end in segment.members
        for address in assigned[end]
        if address.version == version
    ]


def _waiting(topology: Topology, segment: Segment, automatic: frozenset[End]) -> list[End]:
    """Return the members with automatic addresses, those that others use as gateway first."""
    waiting = [end for end in segment.members if end in automatic]
    return sorted(waiting, key=lambda end: topology.nodes[end.node].kind not in _GATEWAY_KINDS)


def _needs_one(topology: Topology, end: End) -> bool:
    """What only carries frames of other devices, as the trunk of a router, needs no address."""
    node = topology.nodes[end.node]
    return node.kind != "switch" and end.interface not in node.carriers


def _has_room(network: Network, members: int) -> bool:
    numbers = _numbers(network)
    return numbers.stop - numbers.start >= members  # len() takes no number as large as a /64's


def _numbers(network: Network) -> range:
    """Return what its interfaces can have; of two addresses, both (RFC 3021)."""
    first = int(network.network_address)
    if network.num_addresses == _ROUTERS_ON_A_LINK:
        return range(first, first + 2)
    return range(first + 1, first + network.num_addresses - 1)


def _free_numbers(network: Network, taken: Sequence[InterfaceAddress]) -> Iterator[int]:
    used = {int(address.ip) for address in taken}
    return (number for number in _numbers(network) if number not in used)


class _Prefixes:
    """Hands out the pool's prefixes in order, stepping over those in use."""

    def __init__(
        self, pool: Network, prefix: int, used: Sequence[Network], rest: Network | None = None
    ) -> None:
        """Keep out of `rest`, a part of the pool that is for something else."""
        self._pool = pool
        self._prefix = prefix
        unit = 1 << (pool.max_prefixlen - prefix)
        skips_first = pool.prefixlen < prefix <= _COUNTED_PREFIX[pool.version]
        self._next = int(pool.network_address) + (unit if skips_first else 0)
        taken = [one for one in (*used, *([rest] if rest else [])) if one.overlaps(pool)]
        self._used = deque(
            sorted((int(one.network_address), int(one.broadcast_address)) for one in taken)
        )

    def take(self, members: int, end: End) -> Network:
        """Return the next free prefix with room for so many; `end` says for whom."""
        own = self._pool.max_prefixlen - self._prefix
        bits = own if members <= 1 << own == 2 else max((members + 2 - 1).bit_length(), own)  # noqa: PLR2004
        size = 1 << bits
        start = -(-self._next // size) * size
        while (clash := self._clash(start, size)) is not None:
            start = -(-(clash + 1) // size) * size
        if start + size - 1 > int(self._pool.broadcast_address):
            raise PoolIsEmpty(self._pool, end)
        self._next = start + size
        return type(self._pool)((start, self._pool.max_prefixlen - bits))

    def _clash(self, start: int, size: int) -> int | None:
        while self._used and self._used[0][1] < start:
            self._used.popleft()  # prefixes are handed out upwards: it is never met again
        for first, last in self._used:
            if first > start + size - 1:
                return None
            if last >= start:
                return last
        return None
