"""What a problem is about: the parts of its element's path, and what stands there."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from designer.topology.checks.facts import Facts
from designer.topology.device import Device
from designer.topology.interface import Interface
from designer.topology.link import Link
from designer.topology.node import Node
from designer.topology.problem import Problem
from designer.topology.topology import Topology
from designer.topology.values import End


@dataclass(frozen=True)
class Place:
    """A problem in its drawing; what is asked for must be there, or it is a LookupError."""

    facts: Facts
    problem: Problem

    @property
    def topology(self) -> Topology:
        """The drawing."""
        return self.facts.topology

    @property
    def path(self) -> str:
        """The path of the element."""
        return self.problem.element

    @cached_property
    def steps(self) -> list[str]:
        """The steps of the path."""
        return self.path.split("/")

    @property
    def name(self) -> str:
        """The node's name."""
        return self.steps[1]

    @property
    def node(self) -> Node:
        """The node, or the one that has the element."""
        return self.topology.nodes[self.name]

    @property
    def node_path(self) -> str:
        """The path of that node."""
        return f"nodes/{self.name}"

    @property
    def end(self) -> End:
        """The interface."""
        return End(self.name, self.steps[3])

    @property
    def interface(self) -> Interface:
        """What is said about the interface."""
        return self.topology.interface(self.end)

    @property
    def device(self) -> Device:
        """The interface's device."""
        if self.interface.device is None:
            raise LookupError(self.path)
        return self.interface.device

    @property
    def number(self) -> int:
        """The element's place in its list."""
        return int(self.steps[-1])

    @property
    def link(self) -> Link:
        """The link."""
        return self.topology.links[self.number]

    @property
    def entry(self) -> Any:
        """The entry of one of the node's lists."""
        return getattr(self.node, self.steps[2])[self.number]

    def end_of(self, interface: str) -> End:
        """Return an interface of the node."""
        return End(self.name, interface)

    def linked(self) -> list[str]:
        """Return the node's interfaces at which a cable ends."""
        return list(self.facts.linked.get(self.name, ()))

    def taken(self, name: str) -> set[str]:
        """Return the names of a node's interfaces, which no other may have."""
        node = self.topology.nodes.get(name)
        own = {*node.interfaces, name} if node else {name}
        return {"lo", "uplink", *own, *self.facts.linked.get(name, ())}


def free_interface(place: Place, name: str) -> str:
    """Return the name that the next interface of a node gets."""
    node = place.topology.nodes.get(name)
    prefix, first = ("p", 1) if node and node.kind == "switch" else ("eth", 0)
    taken = place.taken(name)
    return next(
        one for number in range(first, len(taken) + 2) if (one := f"{prefix}{number}") not in taken
    )


def end_path(end: End) -> str:
    """Return the path of an interface."""
    return f"nodes/{end.node}/interfaces/{end.interface}"
