"""Whether a change of a drawing can be of any consequence, told without working it out."""

from collections.abc import Callable, Sequence
from typing import Any

from designer.topology.interface import LOOPBACK, Interface
from designer.topology.link import Link
from designer.topology.node import Node
from designer.topology.topology import Topology
from designer.topology.values import Element

NOT_OF_ADDRESSING: dict[str, Any] = {"mtu": 1500, "up": None, "mac": None}
"""What may change on an interface, and every automatic address stays as it is."""


_REST: dict[str, Any] = {
    "nodes": {},
    "links": (),
    "layout": {},
    "shapes": (),
    "expect": (),
    "name": "-",
}
"""What is of no consequence, or compared by itself."""


def same(one: Element, other: Element) -> bool:
    """Tell whether two parts of drawings are equal, fast where they are one."""
    return one is other or one == other


def is_addressed_alike(one: Topology, other: Topology) -> bool:
    """Tell whether two drawings are sure to have the same automatic addresses."""
    return _are_alike(one, other, _addressed)


def is_wired_alike(one: Topology, other: Topology) -> bool:
    """Tell whether two drawings are sure to have the same segments."""
    return _are_alike(one, other, _wired)


def _are_alike(one: Topology, other: Topology, part: Callable[[Node], Node]) -> bool:
    if [*one.nodes] != [*other.nodes]:
        return False
    if one.model_copy(update=_REST) != other.model_copy(update=_REST):
        return False
    if not _are_cabled_alike(one.links, other.links):
        return False
    return all(
        node is other.nodes[name] or same(part(node), part(other.nodes[name]))
        for name, node in one.nodes.items()
    )


def _are_cabled_alike(some: Sequence[Link], others: Sequence[Link]) -> bool:
    return len(some) == len(others) and all(
        one is other or one.without_looks() == other.without_looks()
        for one, other in zip(some, others, strict=True)
    )


def is_routed_alike(one: Topology, other: Topology) -> bool:
    """Tell whether drawings that are addressed alike are sure to have the same automatic routes."""
    return all(
        node is other.nodes[name] or _ups(node) == _ups(other.nodes[name])
        for name, node in one.nodes.items()
    )


def _ups(node: Node) -> dict[str, bool | None]:
    return {name: said.up for name, said in node.interfaces.items()}


def _addressed(node: Node) -> Node:
    interfaces = {
        name: said.model_copy(update=NOT_OF_ADDRESSING) for name, said in node.interfaces.items()
    }
    return node.model_copy(update={"interfaces": interfaces})


def _wired(node: Node) -> Node:
    """What a host or a router has of IP on its cables is of no consequence to who hears whom."""
    if node.kind == "switch":
        return _addressed(node)
    interfaces = {
        name: said.model_copy(update=NOT_OF_ADDRESSING | _without_addresses(name, said))
        for name, said in node.interfaces.items()
    }
    return node.model_copy(update={"interfaces": interfaces, "routes": ()})


def _without_addresses(name: str, said: Interface) -> dict[str, None]:
    """A device or a loopback counts only where it has addresses."""
    return {} if said.device or name == LOOPBACK else {"addresses": None}
