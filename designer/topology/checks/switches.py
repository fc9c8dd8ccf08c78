"""Rules about switches: how many ports."""

from collections import Counter
from collections.abc import Iterator

from designer.topology.port import is_port
from designer.topology.problem import Problem
from designer.topology.sentence import say
from designer.topology.topology import Topology

PORTS_MAX = 1023
"""A Linux bridge numbers its ports with 10 bits (BR_PORT_BITS, net/bridge/br_private.h)."""


def check_switches(topology: Topology) -> Iterator[Problem]:
    """A switch must have room for its ports."""
    yield from _check_port_counts(topology)


def _check_port_counts(topology: Topology) -> Iterator[Problem]:
    ports = Counter(
        end.node
        for link in topology.links
        for end in link.ends
        if (node := topology.nodes.get(end.node)) and is_port(end.node, node, end.interface)
    )
    for name, count in ports.items():
        if count > PORTS_MAX:
            message = say(
                "{name} has {count} ports and a Linux bridge {most} at most: use two switches",
                name=name,
                count=count,
                most=PORTS_MAX,
            )
            yield Problem("too-many-ports", f"nodes/{name}", message)
