"""Interfaces as they are found, as words of the drawing."""

from typing import Any

from designer.state.interface import LOOPBACK, Interface, InterfaceAddress
from designer.state.lift_vlan import lift_filtering, lift_port_vlans
from designer.state.mac import made_mac
from designer.state.namespace import Namespace
from designer.topology.interface import DEFAULT_MTU
from designer.topology.interface import Interface as Drawn
from designer.topology.node import UPLINK, Node

Addresses = frozenset[InterfaceAddress]


def lift_interfaces(name: str, node: Node, wanted: Namespace, found: Namespace) -> Node:
    """Return a node with what is found of its interfaces said about them."""
    said = dict(node.interfaces)
    bridge = found.interfaces.get(name) if node.kind == "switch" else None
    for one in found.interfaces.values():
        drawn = wanted.interfaces.get(one.name)
        if drawn is None or drawn == one or (node.kind == "internet" and one.name == UPLINK):
            continue
        before = said.get(one.name, Drawn())
        changes = _changes(name, before, drawn, one)
        if bridge is not None and one.device is None:
            changes |= lift_port_vlans(drawn, one, bridge.filtering)
        if any(getattr(before, key) != value for key, value in changes.items()):
            said[one.name] = before.model_copy(update=changes)
    parts: dict[str, Any] = {"interfaces": said}
    if bridge is not None:
        parts |= {"stp": bridge.stp}
        parts |= lift_filtering(node, wanted.interfaces[name].filtering, bridge.filtering)
    if all(getattr(node, key) == value for key, value in parts.items()):
        return node
    return node.model_copy(update=parts)


def _changes(node: str, said: Drawn, wanted: Interface, found: Interface) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if found.up != wanted.up:
        changes["up"] = None if found.up and found.name != LOOPBACK else found.up
    if found.kind != "loopback":
        if found.mtu != wanted.mtu:
            usual = found.mtu == DEFAULT_MTU and said.device is None
            changes["mtu"] = None if usual else found.mtu
        if found.mac != wanted.mac:
            usual = found.mac == made_mac(node, found.name) and said.device is None
            changes["mac"] = None if usual else found.mac
    if found.addresses != wanted.addresses and not wanted.master:
        changes["addresses"] = _in_order(said, found.addresses)
    return changes


def _in_order(said: Drawn, addresses: Addresses) -> tuple[InterfaceAddress, ...]:
    """Keep the order in which they are drawn; new ones come after them."""
    drawn = [one for one in said.addresses or () if one in addresses]
    new = sorted(
        addresses.difference(drawn), key=lambda one: (one.version, int(one.ip), one.network)
    )
    return (*drawn, *new)
