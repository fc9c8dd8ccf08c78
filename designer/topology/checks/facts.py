"""What several rules need to know about a drawing, worked out once."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from designer.topology.addressing import Addresses, PoolIsEmpty, assign_addresses
from designer.topology.interface import LOOPBACK
from designer.topology.segment import Segments, find_segments
from designer.topology.topology import Topology
from designer.topology.values import End
from designer.topology.wires import Wires


@dataclass(frozen=True, slots=True)
class Facts:
    """A drawing with its wires, segments, addresses, and the linked interfaces of each node."""

    topology: Topology
    wires: Wires
    segments: Segments
    assigned: Addresses
    pool_is_empty: PoolIsEmpty | None
    linked: Mapping[str, Collection[str]]

    def is_linked(self, end: End) -> bool:
        """Tell whether a cable ends at an interface."""
        return end.interface in self.linked.get(end.node, ())

    @property
    def has_vlans(self) -> bool:
        """Tell whether any switch keeps VLANs apart."""
        return any(node.has_vlans for node in self.topology.nodes.values())

    def is_made(self, end: End) -> bool:
        """Tell whether an interface will be there: linked, a device, a bridge or the loopback."""
        node = self.topology.nodes.get(end.node)
        if node is None:
            return False
        if end.interface == LOOPBACK or (node.kind == "switch" and end.interface == end.node):
            return True
        said = node.interfaces.get(end.interface)
        return self.is_linked(end) or (said is not None and said.device is not None)


def find_facts(topology: Topology) -> Facts:
    """Return the facts; where automatic addresses run out, there are none at all.

    Raises TooManyFrames.
    """
    wires = Wires(topology)
    segments = find_segments(topology, wires)
    linked: dict[str, dict[str, None]] = defaultdict(dict)
    for link in topology.links:
        for end in link.ends:
            linked[end.node][end.interface] = None
    assigned: Addresses = {}
    failure = None
    try:
        assigned = assign_addresses(topology, segments)
    except PoolIsEmpty as error:
        failure = error
    return Facts(topology, wires, segments, assigned, failure, linked)
