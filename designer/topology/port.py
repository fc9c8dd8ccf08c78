"""A port of a switch: what it makes of a frame on the wire, and of one in the switch."""

from typing import NamedTuple

from designer.topology.device import below, is_ethernet
from designer.topology.frame import ALL_VLANS, TAGS_MAX, InSwitch, OnWire, Tag, Tags
from designer.topology.interface import LOOPBACK, Interface
from designer.topology.node import Node
from designer.topology.vlan import DEFAULT_VID, VlanProtocol, VlanSet, holds, merged, without

NO_LINK = -1
"""Where the way of a switch to its own bridge leads."""


def is_port(node_name: str, node: Node, interface: str) -> bool:
    """Tell whether an interface that is made is a port of its node's bridge.

    What carries a device or belongs to one is none, and neither is a device on the bridge itself,
    nor one that has no Ethernet frames.
    """
    if node.kind != "switch" or interface in {node_name, LOOPBACK}:
        return False
    if interface in node.carriers or interface in node.masters:
        return False
    said = node.interfaces.get(interface)
    if said is None or said.device is None:
        return said is None or not said.addresses
    on_bridge = node_name in below(said.device)
    return not (said.addresses or on_bridge) and is_ethernet(said.device)


def untagged_vid(said: Interface) -> int | None:
    """Return the VLAN of the frames without a tag on a port."""
    return said.native if said.trunk else said.vlan or DEFAULT_VID


def tagged_vids(said: Interface) -> VlanSet:
    """Return the VLANs of the frames with a tag on a port."""
    return without(said.trunk or (), said.native or 0)


class Port(NamedTuple):
    """A port of a switch; `protocol` is None where the switch passes all VLANs alike."""

    switch: str
    interface: str
    link: int
    protocol: VlanProtocol | None = None
    untagged: int | None = None
    tagged: VlanSet = ()

    def __str__(self) -> str:
        """Say it the way the document writes it."""
        return f"{self.switch}:{self.interface}"

    def enter(self, tags: Tags) -> InSwitch | None:
        """Return a frame from the wire as it is in the switch, None where it is not taken."""
        if self.protocol is None:
            return InSwitch(self.switch, ALL_VLANS, tags)
        if tags and tags[0].protocol == self.protocol:
            vid, inside = tags[0].vid, tags[1:]
            return InSwitch(self.switch, vid, inside) if holds(self.tagged, vid) else None
        return InSwitch(self.switch, self.untagged, tags) if self.untagged else None

    def leave(self, frame: InSwitch) -> OnWire | None:
        """Return a frame of the switch as it is on the wire, None where it is not sent."""
        if self.protocol is None or frame.vid == self.untagged:
            return OnWire(self.link, frame.tags)
        if not holds(self.tagged, frame.vid) or len(frame.tags) >= TAGS_MAX:
            return None
        return OnWire(self.link, (Tag(self.protocol, frame.vid), *frame.tags))


def drawn_port(name: str, interface: str, node: Node, link: int) -> Port:
    """Return a port as the drawing has it."""
    if not node.has_vlans:
        return Port(name, interface, link)
    said = node.interfaces.get(interface) or Interface()
    vlans = untagged_vid(said), tagged_vids(said)
    return Port(name, interface, link, node.vlan_protocol, *vlans)


def bridge_port(name: str, node: Node) -> Port:
    """Return a switch's own way to IP: it is in the VLANs of its address and of its devices."""
    if not node.has_vlans:
        return Port(name, name, NO_LINK)
    said = node.interfaces.get(name)
    own = Port(name, name, NO_LINK, node.vlan_protocol)
    if said is not None and (said.addresses or said.is_in_vlans):
        own = drawn_port(name, name, node, NO_LINK)
    devices = ((vid, vid) for vid in node.vids_on(name))
    return own._replace(tagged=without(merged((*own.tagged, *devices)), own.untagged or 0))
