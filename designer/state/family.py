"""The address families that a node speaks and passes on, and whether its loopback is up."""

from collections.abc import Mapping

from designer.state.interface import Interface
from designer.state.namespace import Family
from designer.topology.node import Node


def spoken_families(interfaces: Mapping[str, Interface]) -> frozenset[Family]:
    """Return the address families of a node: IPv4, and IPv6 where it has addresses of it."""
    versions = {one.version for each in interfaces.values() for one in each.addresses}
    return frozenset({4, 6}) if 6 in versions else frozenset({4})  # noqa: PLR2004


def forwarded_families(node: Node, interfaces: Mapping[str, Interface]) -> frozenset[Family]:
    """Return the address families a node passes on: those it has addresses of."""
    routes_by_kind = node.kind in {"router", "internet"}
    forwards = node.forwarding
    if forwards is None:
        forwards = routes_by_kind or (node.kind == "switch" and _has_address(node))
    if not forwards:
        return frozenset()
    return spoken_families(interfaces)


def lo_is_up(node: Node) -> bool:
    """Tell whether a node's loopback is up unless the drawing says otherwise.

    A plain switch needs none, as nothing in it has an address.
    """
    return node.kind != "switch" or _has_address(node)


def _has_address(node: Node) -> bool:
    return any(said.addresses for said in node.interfaces.values())
