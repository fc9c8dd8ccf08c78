"""Which segments routing can join: VRFs keep some apart for good."""

from collections.abc import Sequence

from designer.topology.segment import Segments
from designer.topology.stack import devices_of, table_of
from designer.topology.topology import Topology
from designer.topology.vrf import VrfDevice

Table = tuple[str, int]


def find_worlds(topology: Topology, segments: Segments) -> Sequence[object]:
    """Return for each segment what those have in common that some node's table may join."""
    if not any(
        isinstance(device, VrfDevice)
        for node in topology.nodes.values()
        for device in devices_of(node).values()
    ):
        return [None] * len(segments)
    parents: dict[object, object] = {}

    def root(one: object) -> object:
        path = []
        while one in parents:
            path.append(one)
            one = parents[one]
        for passed in path:
            parents[passed] = one
        return one

    for number, segment in enumerate(segments):
        for end in segment.members:
            table: Table = end.node, table_of(topology.nodes[end.node], end.interface)
            mine, its = root(number), root(table)
            if mine != its:
                parents[mine] = its
    return [root(number) for number in range(len(segments))]
