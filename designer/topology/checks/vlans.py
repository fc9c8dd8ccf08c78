"""Rules about VLANs: who may be in one, and whether the two ends of a cable speak of the same."""

from collections.abc import Iterator
from typing import NamedTuple

from designer.topology.interface import Interface
from designer.topology.node import Node
from designer.topology.problem import Problem
from designer.topology.segment import is_port
from designer.topology.topology import Topology
from designer.topology.values import End
from designer.topology.vlan import DEFAULT_VID, VlanSet, minus, set_text, without


def check_vlans(topology: Topology) -> Iterator[Problem]:
    """Only ports of a switch that keeps VLANs apart can be in one, and cables must fit."""
    for name, node in topology.nodes.items():
        yield from _check_node(name, node)
        for interface, said in node.interfaces.items():
            if said.is_in_vlans:
                yield from _check_membership(End(name, interface), node)
    for number, link in enumerate(topology.links):
        left, right = (_port(topology, end) for end in link.ends)
        if left and right and left.protocol == right.protocol:
            yield from _check_trunk(left, right, f"links/{number}")


def _check_node(name: str, node: Node) -> Iterator[Problem]:
    element = f"nodes/{name}"
    if node.kind != "switch":
        for key in ("vlan_filtering", "vlan_protocol", "loop"):
            if getattr(node, key) != Node.model_fields[key].default:
                message = f"{name} is a {node.kind}: only a switch has {key}, remove it"
                yield Problem("vlan-without-switch", element, message)
    elif node.vlan_protocol != Node().vlan_protocol and not node.has_vlans:
        message = (
            f"{name} passes all VLANs alike, so its vlan_protocol means nothing:"
            " set vlan_filtering: true, or remove it"
        )
        yield Problem("protocol-without-vlans", element, message, "warning")


def _check_membership(end: End, node: Node) -> Iterator[Problem]:
    element = f"nodes/{end.node}/interfaces/{end.interface}"
    own = node.kind == "switch" and end.interface == end.node
    if not own and not is_port(end.node, node, end.interface):
        message = (
            f"{end} is no port of a switch: give the VLAN to the switch's port at the other end,"
            " or make a VLAN interface of it"
        )
        yield Problem("vlan-without-port", element, message)
    elif not node.has_vlans:
        message = f"{end.node} passes all VLANs alike: remove vlan_filtering: false, or the VLAN"
        yield Problem("vlan-without-filtering", element, message)


class _Port(NamedTuple):
    """One end of a cable that is a port of a switch with VLANs."""

    end: End
    protocol: str
    untagged: int | None
    tagged: VlanSet


def _port(topology: Topology, end: End) -> _Port | None:
    node = topology.nodes.get(end.node)
    if node is None or not node.has_vlans or not is_port(end.node, node, end.interface):
        return None
    said = topology.interface(end)
    return _Port(end, node.vlan_protocol, untagged_vid(said), tagged_vids(said))


def untagged_vid(said: Interface) -> int | None:
    """Return the VLAN of the frames without a tag on a port."""
    return said.native if said.trunk else said.vlan or DEFAULT_VID


def tagged_vids(said: Interface) -> VlanSet:
    """Return the VLANs of the frames with a tag on a port."""
    return without(said.trunk or (), said.native or 0)


def _check_trunk(left: _Port, right: _Port, element: str) -> Iterator[Problem]:
    if left.untagged and right.untagged and left.untagged != right.untagged:
        message = (
            f"untagged frames are of VLAN {left.untagged} at {left.end} and of VLAN"
            f" {right.untagged} at {right.end}, so the cable joins the two: give both ends the same"
        )
        yield Problem("vlans-joined", element, message, "warning")
    for one, other in ((left, right), (right, left)):
        if one.untagged and not other.untagged:
            message = (
                f"{one.end} sends VLAN {one.untagged} without a tag, and {other.end} is a trunk"
                " without a native VLAN, which drops that: give both ends the same native VLAN"
            )
            yield Problem("trunks-differ", element, message, "warning")
        if lost := minus(one.tagged, other.tagged):
            message = (
                f"{one.end} sends VLAN {set_text(lost)} with a tag, and {other.end} does not take"
                " it so: give both ends the same trunk"
            )
            yield Problem("trunks-differ", element, message, "warning")
