"""Segments: which interfaces hear each other on the wire, through cables and switches."""

from collections import defaultdict
from dataclasses import dataclass

from designer.topology.device import below
from designer.topology.interface import LOOPBACK
from designer.topology.node import Node
from designer.topology.topology import Topology
from designer.topology.values import End

Segments = tuple["Segment", ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """One broadcast domain: its numbered interfaces, in the order in which links name them."""

    members: tuple[End, ...]


def is_port(node_name: str, node: Node, interface: str) -> bool:
    """Tell whether an interface that is made is a port of its node's bridge.

    What carries a device is none, and neither is a device on the bridge itself.
    """
    if node.kind != "switch" or interface in {node_name, LOOPBACK} or interface in node.carriers:
        return False
    said = node.interfaces.get(interface)
    if said is None:
        return True
    on_bridge = said.device is not None and node_name in below(said.device)
    return not said.addresses and not on_bridge


def find_segments(topology: Topology) -> Segments:
    """Return the segments in the order of their first link; links to nowhere are left out.

    A switch's own bridge interface is a member where the drawing gives it addresses.
    """
    groups = _Groups()
    members: list[tuple[End, object]] = []
    for number, link in enumerate(topology.links):
        for end in link.ends:
            node = topology.nodes.get(end.node)
            if node is None:
                continue
            if is_port(end.node, node, end.interface):
                groups.join(number, end.node)
            else:
                members.append((end, number))
    members.extend(_bridge_members(topology))
    members.extend(_device_members(topology))
    found: dict[object, list[End]] = defaultdict(list)
    for end, where in members:
        found[groups.root(where)].append(end)
    return tuple(Segment(tuple(dict.fromkeys(ends))) for ends in found.values())


def _bridge_members(topology: Topology) -> list[tuple[End, object]]:
    return [
        (End(name, name), name)
        for name, node in topology.nodes.items()
        if node.kind == "switch" and has_bridge_address(name, node)
    ]


def _device_members(topology: Topology) -> list[tuple[End, object]]:
    """Devices and the loopback take part where they are given addresses, each for itself."""
    return [
        (End(name, interface), (name, interface))
        for name, node in topology.nodes.items()
        for interface, said in node.interfaces.items()
        if said.addresses and (said.device is not None or interface == LOOPBACK)
    ]


def has_bridge_address(name: str, node: Node) -> bool:
    """Tell whether a switch's bridge itself takes part in IP."""
    said = node.interfaces.get(name)
    return bool(said and said.addresses)


class _Groups:
    """Which links and switches are joined: union by union, with short paths."""

    def __init__(self) -> None:
        self._parents: dict[object, object] = {}

    def root(self, one: object) -> object:
        path = []
        while (parent := self._parents.get(one, one)) != one:
            path.append(one)
            one = parent
        for passed in path:
            self._parents[passed] = one
        return one

    def join(self, one: object, other: object) -> None:
        self._parents[self.root(other)] = self.root(one)
