"""What to do about loops of switches, and about cables whose ends speak of other VLANs."""

from collections.abc import Iterator, Mapping
from typing import Any

from designer.topology.fixes.edit import Fix, fix
from designer.topology.fixes.place import Place, end_path
from designer.topology.frame import OnWire
from designer.topology.interface import Interface
from designer.topology.port import Port
from designer.topology.segment import sent_frames
from designer.topology.sentence import Sentence, say
from designer.topology.values import End
from designer.topology.vlan import DEFAULT_VID, VlanSet, merged, minus

Changes = tuple[str, Mapping[str, Any]]


def stop_the_loop(place: Place) -> Iterator[Fix]:
    """Let a spanning tree cut the loop, or say that it is meant."""
    switches = [port.switch for port in place.facts.wires.cables[place.number]]
    for name in dict.fromkeys(switches):
        if not place.topology.nodes[name].stp:
            yield fix(say("Switch STP on at {name}", name=name), (f"nodes/{name}", {"stp": True}))
    every = [
        name
        for name, node in place.topology.nodes.items()
        if node.kind == "switch" and not node.stp
    ]
    title = say("Switch STP on at every switch")
    yield fix(title, *((f"nodes/{name}", {"stp": True}) for name in every))
    for name in dict.fromkeys(switches):
        yield fix(
            say("Allow loops through {name}", name=name), (f"nodes/{name}", {"loop": "allowed"})
        )
    yield fix(say("Remove the link"), (place.path, None))


def same_untagged(place: Place) -> Iterator[Fix]:
    """Put the untagged frames of both ends of a cable into the same VLAN."""
    left, right = _ports(place)
    for one, other in ((left, right), (right, left)):
        if one.untagged:
            yield _at(
                other,
                say("Use VLAN {vid} at {port}", vid=one.untagged, port=other),
                _untagged(place, other, one.untagged),
            )


def same_trunk(place: Place) -> Iterator[Fix]:
    """Have both ends of a cable carry what either carries."""
    left, right = _ports(place)
    tagged = merged((*left.tagged, *right.tagged))
    untagged = left.untagged or right.untagged
    edits = [
        _carrying(place, port, tagged, untagged)
        for port in (left, right)
        if port.tagged != tagged or port.untagged != untagged
    ]
    yield fix(say("Carry the same VLANs at both ends"), *edits)


def take_the_tag(place: Place) -> Iterator[Fix]:
    """Have the switch's port carry the VLAN that is sent to it."""
    for port, vid in _refused(place):
        if vid:
            tagged = merged((*port.tagged, (vid, vid)))
            title = say("Carry VLAN {vid} at {port}", vid=vid, port=port)
            yield fix(title, _carrying(place, port, tagged, port.untagged))


def take_the_untagged(place: Place) -> Iterator[Fix]:
    """Give the switch's port a native VLAN."""
    for port, vid in _refused(place):
        if not vid:
            yield _at(
                port,
                say("Make VLAN {vid} native at {port}", vid=DEFAULT_VID, port=port),
                {"native": DEFAULT_VID},
            )


def _ports(place: Place) -> tuple[Port, Port]:
    return place.facts.wires.cables[place.number]


def _refused(place: Place) -> Iterator[tuple[Port, int]]:
    """Yield who does not take what the interface sends, and its VLAN, 0 where it has no tag."""
    for end, frame in sent_frames(place.topology, place.facts.wires):
        if end == place.end and isinstance(frame, OnWire):
            port = place.facts.wires.leaves.get(frame.link)
            if port is not None:
                yield port, frame.tags[0].vid if frame.tags else 0


def _at(port: Port, title: Sentence, change: Mapping[str, Any]) -> Fix:
    return fix(title, (_path(port), change))


def _path(port: Port) -> str:
    return end_path(End(port.switch, port.interface))


def _untagged(place: Place, port: Port, vid: int) -> Mapping[str, Any]:
    said = place.topology.interface(End(port.switch, port.interface))
    return {"native": vid} if said.trunk else {"vlan": vid}


def _carrying(place: Place, port: Port, tagged: VlanSet, untagged: int | None) -> Changes:
    trunk = merged((*tagged, (untagged, untagged))) if untagged else tagged
    said = place.topology.interface(End(port.switch, port.interface))
    if untagged and not minus(trunk, merged([(untagged, untagged)])):
        return _path(port), {"vlan": untagged, "trunk": None, "native": None}
    plain = Interface(trunk=trunk).model_dump(mode="json")["trunk"]
    change: dict[str, Any] = {"trunk": plain, "native": untagged}
    return _path(port), change | ({"vlan": None} if said.vlan is not None else {})
