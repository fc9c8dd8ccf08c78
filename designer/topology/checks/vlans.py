"""Rules about VLANs: who may be in one, and whether the two ends of a cable speak of the same."""

from collections.abc import Iterator

from designer.topology.checks.facts import Facts
from designer.topology.frame import InDevice, OnWire
from designer.topology.node import Node
from designer.topology.port import Port, is_port
from designer.topology.problem import Problem
from designer.topology.segment import sent_frames
from designer.topology.sentence import say
from designer.topology.values import End
from designer.topology.vlan import minus, set_text


def check_vlans(facts: Facts) -> Iterator[Problem]:
    """Only ports of a switch that keeps VLANs apart can be in one, and cables must fit."""
    for name, node in facts.topology.nodes.items():
        yield from _check_node(name, node)
        for interface, said in node.interfaces.items():
            if said.is_in_vlans:
                yield from _check_membership(End(name, interface), node)
    for number, (left, right) in facts.wires.cables.items():
        if left.protocol and left.protocol == right.protocol:
            yield from _check_trunk(left, right, f"links/{number}")
    if facts.has_vlans:
        yield from _check_senders(facts)


def _check_node(name: str, node: Node) -> Iterator[Problem]:
    element = f"nodes/{name}"
    if node.kind != "switch":
        for key in ("vlan_filtering", "vlan_protocol", "loop"):
            if getattr(node, key) != Node.model_fields[key].default:
                message = say(
                    "{name} is a {kind}: only a switch has {key}, remove it",
                    name=name,
                    kind=node.kind,
                    key=key,
                )
                yield Problem("vlan-without-switch", element, message)
    elif node.vlan_protocol != Node().vlan_protocol and not node.has_vlans:
        message = say(
            "{name} passes all VLANs alike, so its vlan_protocol means nothing: set"
            " vlan_filtering: true, or remove it",
            name=name,
        )
        yield Problem("protocol-without-vlans", element, message, "warning")


def _check_membership(end: End, node: Node) -> Iterator[Problem]:
    element = f"nodes/{end.node}/interfaces/{end.interface}"
    own = node.kind == "switch" and end.interface == end.node
    if not own and not is_port(end.node, node, end.interface):
        message = say(
            "{end} is no port of a switch: give the VLAN to the switch's port at the"
            " other end, or make a VLAN interface of it",
            end=end,
        )
        yield Problem("vlan-without-port", element, message)
    elif not node.has_vlans:
        message = say(
            "{node} passes all VLANs alike: remove vlan_filtering: false, or the VLAN",
            node=end.node,
        )
        yield Problem("vlan-without-filtering", element, message)


def _check_trunk(left: Port, right: Port, element: str) -> Iterator[Problem]:
    if left.untagged and right.untagged and left.untagged != right.untagged:
        message = say(
            "untagged frames are of VLAN {vid} at {left} and of VLAN {other}"
            " at {right}, so the cable joins the two: give both ends the same",
            vid=left.untagged,
            left=left,
            other=right.untagged,
            right=right,
        )
        yield Problem("vlans-joined", element, message, "warning")
    for one, other in ((left, right), (right, left)):
        if one.untagged and not other.untagged:
            message = say(
                "{one} sends VLAN {untagged} without a tag, and {other} is a trunk without"
                " a native VLAN, which drops that: give both ends the same native VLAN",
                one=one,
                untagged=one.untagged,
                other=other,
            )
            yield Problem("trunks-differ", element, message, "warning")
        if lost := minus(one.tagged, other.tagged):
            message = say(
                "{one} sends VLAN {vlans} with a tag, and {other} does not take it so:"
                " give both ends the same trunk",
                one=one,
                vlans=set_text(lost),
                other=other,
            )
            yield Problem("trunks-differ", element, message, "warning")


def _check_senders(facts: Facts) -> Iterator[Problem]:
    """What an interface sends must be taken by the switch at the other end of its cable."""
    for end, frame in sent_frames(facts.topology, facts.wires):
        element = f"nodes/{end.node}/interfaces/{end.interface}"
        match frame:
            case OnWire(link, tags) if (port := facts.wires.leaves.get(link)) is not None:
                if tags:
                    message = say(
                        "{end} sends frames with a tag of VLAN {vid}, which {port} does not take:"
                        " make it a trunk that carries this VLAN",
                        end=end,
                        vid=tags[0].vid,
                        port=port,
                    )
                    yield Problem("tag-not-taken", element, message, "warning")
                elif end in facts.assigned:
                    message = say(
                        "{end} sends frames without a tag, and {port} is a trunk without a native"
                        " VLAN: give it one, or give {node} a VLAN interface",
                        end=end,
                        port=port,
                        node=end.node,
                    )
                    yield Problem("untagged-not-taken", element, message, "warning")
            case InDevice(node, interface, tags) if tags and node == interface:
                message = say(
                    "{end} hears nothing: VLAN {vid} is that of {node}'s own address, or has"
                    " other tags than the switch looks at: give it another vid",
                    end=end,
                    vid=tags[0].vid,
                    node=node,
                )
                yield Problem("tag-not-taken", element, message, "warning")
