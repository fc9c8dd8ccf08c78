"""Rules about switches: how many ports, and no loop without a spanning tree."""

from collections import Counter
from collections.abc import Iterator

from designer.topology.problem import Problem
from designer.topology.segment import is_port
from designer.topology.topology import Topology

PORTS_MAX = 1023
"""A Linux bridge numbers its ports with 10 bits (BR_PORT_BITS, net/bridge/br_private.h)."""


def check_switches(topology: Topology) -> Iterator[Problem]:
    """A switch must have room for its ports, and a loop of switches a spanning tree."""
    yield from _check_port_counts(topology)
    yield from _check_loops(topology)


def _check_port_counts(topology: Topology) -> Iterator[Problem]:
    ports = Counter(
        end.node
        for link in topology.links
        for end in link.ends
        if (node := topology.nodes.get(end.node)) and is_port(end.node, node, end.interface)
    )
    for name, count in ports.items():
        if count > PORTS_MAX:
            message = (
                f"{name} has {count} ports and a Linux bridge {PORTS_MAX} at most: use two switches"
            )
            yield Problem("too-many-ports", f"nodes/{name}", message)


def _check_loops(topology: Topology) -> Iterator[Problem]:
    leaders: dict[str, str] = {}

    def leader(name: str) -> str:
        while name in leaders:
            name = leaders[name]
        return name

    for number, link in enumerate(topology.links):
        switches = [
            end.node
            for end in link.ends
            if (node := topology.nodes.get(end.node))
            and is_port(end.node, node, end.interface)
            and not node.stp
        ]
        if len(switches) < 2:  # noqa: PLR2004 - a loop is made of links between two switches
            continue
        left, right = map(leader, switches)
        if left == right:
            message = (
                f"the link closes a loop through {switches[0]} and {switches[1]}, in which frames"
                " circle for ever: remove it, or set stp: true on a switch of the loop"
            )
            yield Problem("switch-loop", f"links/{number}", message)
        else:
            leaders[left] = right
