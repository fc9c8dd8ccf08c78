"""Where a frame is lost for want of a VLAN, in words."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from designer.state.host_state import HostState
from designer.state.interface import Interface, InterfaceId
from designer.state.vlan import PortVlans, pvid_of
from designer.state.vlan_device import Vlan
from designer.state.wire import Bridged, enter, leave, ports, pushed
from designer.topology.frame import UNTAGGED, Tag, Tags
from designer.topology.sentence import say


def vlan_fault(state: HostState, source: InterfaceId, target: InterfaceId) -> str:
    """Return why a frame does not get from one interface to another that wires join.

    Empty where no wires join them, or no VLAN is to blame.
    """
    way = _way(state, source, target)
    return _Replay(state).fault(way) if way else ""


def _way(state: HostState, source: InterfaceId, target: InterfaceId) -> list[InterfaceId]:
    """Return the shortest way along cables, ports and parents, whatever passes there."""
    came_from: dict[InterfaceId, InterfaceId] = {source: source}
    turn = [source]
    while turn and target not in came_from:
        following = []
        for place in turn:
            for other in _beside(state, place):
                if other not in came_from:
                    came_from[other] = place
                    following.append(other)
        turn = following
    if target not in came_from:
        return []
    way = [target]
    while way[-1] != source:
        way.append(came_from[way[-1]])
    return way[::-1]


def _beside(state: HostState, place: InterfaceId) -> Iterator[InterfaceId]:
    interface = state.interface(place)
    if interface is None or not interface.up:
        return
    where = place.namespace
    if interface.peer is not None:
        yield interface.peer
    if interface.master:
        yield InterfaceId(where, interface.master)
    if interface.kind in {"bridge", "bond"}:
        yield from ports(state, place)
    if isinstance(interface.device, Vlan):
        yield InterfaceId(where, interface.device.parent)
    for other in state.namespaces[where].interfaces.values():
        if isinstance(other.device, Vlan) and other.device.parent == place.interface:
            yield InterfaceId(where, other.name)


class _Replay:
    """A frame that is taken along a way, to see where it ends."""

    def __init__(self, state: HostState) -> None:
        self._state = state
        self._tags: Tags = UNTAGGED
        self._bridged = Bridged(0, UNTAGGED)
        self._entered_by: InterfaceId | None = None

    def fault(self, way: Sequence[InterfaceId]) -> str:
        """Return what stops it first."""
        first = self._at(way[0])
        if first.kind == "bridge" and (said := self._enter(way[0], first, first)):
            return said
        for here, there in pairwise(way):
            if said := self._step(here, there):
                return said
        return self._end(way[-1])

    def _at(self, place: InterfaceId) -> Interface:
        interface = self._state.interface(place)
        assert interface is not None  # noqa: S101 - a way leads along what is there
        return interface

    def _step(self, here: InterfaceId, there: InterfaceId) -> str:
        one, other = self._at(here), self._at(there)
        beside = here.namespace == there.namespace
        if beside and one.master == other.name:
            return self._enter(here, one, other) if other.kind == "bridge" else ""
        if beside and other.master == one.name:
            return self._leave(one, there, other) if one.kind == "bridge" else ""
        if isinstance(one.device, Vlan) and one.device.parent == other.name:
            self._tags = pushed(one.device, self._tags)
            return self._enter(there, other, other) if other.kind == "bridge" else ""
        if isinstance(other.device, Vlan) and other.device.parent == one.name:
            said = self._leave(one, here, one) if one.kind == "bridge" else ""
            return said or self._take_tag(here, there, other.device)
        return ""

    def _enter(self, port: InterfaceId, one: Interface, bridge: Interface) -> str:
        taken = enter(bridge.filtering, one.vlans, self._tags)
        if taken is not None:
            self._bridged, self._entered_by = taken, port
            return ""
        if self._tags and bridge.filtering and self._tags[0].protocol == bridge.filtering.protocol:
            return _not_carried(port, one.vlans, self._tags[0].vid)
        if not one.vlans:
            return say("{port} is in no VLAN", port=port)
        return say(
            "{port} is a trunk without a native VLAN and takes no frame without a tag", port=port
        )

    def _leave(self, bridge: Interface, port: InterfaceId, other: Interface) -> str:
        sent = leave(bridge.filtering, other.vlans, self._bridged)
        if sent is not None:
            self._tags = sent
            return ""
        came = self._entered_by
        own = _only(self._at(came).vlans) if came else 0
        if came and own and _only(other.vlans):
            return say(
                "{came} is in VLAN {own} and {port} in VLAN {vid}",
                came=came,
                own=own,
                port=port,
                vid=_only(other.vlans),
            )
        return _not_carried(port, other.vlans, self._bridged.vid)

    def _take_tag(self, parent: InterfaceId, place: InterfaceId, device: Vlan) -> str:
        wanted = Tag(device.protocol, device.vid)
        if self._tags and self._tags[0] == wanted:
            self._tags = self._tags[1:]
            return ""
        came = (
            say("with a tag of VLAN {vid}", vid=self._tags[0].vid)
            if self._tags
            else say("without a tag")
        )
        return say(
            "frames come to {parent} {came}, and {place} takes those of VLAN {vid}",
            parent=parent,
            came=came,
            place=place,
            vid=device.vid,
        )

    def _end(self, place: InterfaceId) -> str:
        interface = self._at(place)
        if interface.kind == "bridge" and (said := self._leave(interface, place, interface)):
            return said
        if not self._tags:
            return ""
        vid = self._tags[0].vid
        return say(
            "frames come to {place} with a tag of VLAN {vid}, which {place} does not look at",
            place=place,
            vid=vid,
        )


def _only(vlans: PortVlans) -> int:
    """Return the VLAN of an access port, 0 for a trunk and what is in no VLAN."""
    return pvid_of(vlans) if len(vlans) == 1 and vlans[0].untagged else 0


def _not_carried(port: InterfaceId, vlans: PortVlans, vid: int) -> str:
    if not vlans:
        return say("{port} is in no VLAN", port=port)
    if own := _only(vlans):
        return say(
            "{port} is in VLAN {own} and passes no frame of VLAN {vid}", port=port, own=own, vid=vid
        )
    return say("the trunk {port} does not carry VLAN {vid}", port=port, vid=vid)
