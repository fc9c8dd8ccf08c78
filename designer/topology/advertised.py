"""Which interfaces get IPv6 addresses by router advertisements."""

from collections.abc import Iterator

from designer.topology.segment import Segment, find_segments
from designer.topology.service import RouterAdvertisement
from designer.topology.topology import Topology
from designer.topology.values import End


def advertised_ends(topology: Topology) -> frozenset[End]:
    """Return the hosts' interfaces on wires where somebody advertises: they speak IPv6."""
    advertisers = frozenset(_advertisers(topology))
    if not advertisers:
        return frozenset()
    return frozenset(
        end
        for segment in find_segments(topology)
        if advertisers & frozenset(segment.members)
        for end in _hosts(topology, segment)
    )


def _advertisers(topology: Topology) -> Iterator[End]:
    for name, node in topology.nodes.items():
        for one in node.services:
            if isinstance(one, RouterAdvertisement):
                yield End(name, one.interface)


def _hosts(topology: Topology, segment: Segment) -> Iterator[End]:
    """Yield the ends of nodes that do not forward: a router believes no other's advertisements."""
    for end in segment.members:
        node = topology.nodes[end.node]
        if node.kind == "host" and not node.forwarding:
            yield end
