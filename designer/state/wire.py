"""Who hears a frame that leaves an interface: across cables, through bridges, in which VLAN.

As the kernel does it: net/bridge/br_vlan.c, __allowed_ingress and br_handle_vlan; net/8021q.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from designer.state.bond import Bond
from designer.state.bond_member import active_member, hears_by
from designer.state.device import Device
from designer.state.host_state import HostState
from designer.state.impairment import loses_all
from designer.state.interface import Interface, InterfaceId
from designer.state.macvlan import Macvlan
from designer.state.tunnel_end import other_ends
from designer.state.vlan import Filtering, PortVlans, pvid_of, vlan_of
from designer.state.vlan_device import Vlan
from designer.state.vrf import Vrf
from designer.state.vxlan import Vxlan
from designer.topology.frame import TAGS_MAX, UNTAGGED, Tag, Tags


class Frame(NamedTuple):
    """A frame that an interface has just got from the wire, or has been given to send."""

    place: InterfaceId
    tags: Tags


class Bridged(NamedTuple):
    """A frame in a bridge: its VLAN, 0 where the bridge passes all alike, and the tags inside."""

    vid: int
    tags: Tags


Passes = Callable[[InterfaceId, Vxlan], bool]
"""Tells whether what a VXLAN interface sends gets through the network below it."""


def hearers(
    state: HostState, place: InterfaceId, passes: Passes = lambda _, __: True
) -> Iterator[InterfaceId]:
    """Yield the interfaces with IP of their own that a frame from `place` can get to.

    Interfaces that are down neither send nor hear, nor does a cable carry that loses everything.
    """
    yield from _Flood(state, passes).send(Frame(place, UNTAGGED))


def domains(state: HostState) -> Mapping[InterfaceId, int]:
    """Return for each interface with an address a number that those who hear each other share."""
    found: dict[InterfaceId, int] = {}
    for name, namespace in state.namespaces.items():
        for interface in namespace.interfaces.values():
            place = InterfaceId(name, interface.name)
            if interface.addresses and place not in found:
                number = len(found)
                found[place] = number
                for heard in hearers(state, place):
                    found.setdefault(heard, number)
    return found


class _Flood:
    """A frame on its way to everybody, who hears it once."""

    def __init__(self, state: HostState, passes: Passes) -> None:
        self._state = state
        self._passes = passes
        self._received: set[Frame] = set()

    def send(self, first: Frame) -> Iterator[InterfaceId]:
        waiting = [first]
        while waiting:
            frame = waiting.pop()
            interface = self._up(frame.place)
            if interface is None or len(frame.tags) > TAGS_MAX:
                continue
            for heard in self._transmit(frame, interface):
                yield from self._receive(heard, waiting)

    def _up(self, place: InterfaceId) -> Interface | None:
        interface = self._state.interface(place)
        return interface if interface is not None and interface.up else None

    def _transmit(self, frame: Frame, interface: Interface) -> Iterator[Frame]:
        """Yield where a frame comes out: at the cable's end, or in what the interface stands on."""
        if loses_all(interface.egress):
            return
        if interface.peer is not None:
            yield Frame(interface.peer, frame.tags)
        elif interface.kind == "bridge":
            yield frame
        else:
            yield from self._transmit_by_device(frame, interface)

    def _transmit_by_device(self, frame: Frame, interface: Interface) -> Iterator[Frame]:
        match interface.device:
            case Vlan(parent=parent):
                yield from self._pass_down(frame, parent, pushed(interface.device, frame.tags))
            case Macvlan(parent=parent, mode=mode):
                yield from self._pass_down(frame, parent, frame.tags)
                if mode == "bridge":
                    yield from self._beside(frame, parent)
            case Bond():
                active = active_member(self._state, frame.place)
                if active is not None:
                    yield from self._pass_down(frame, active.name, frame.tags)
            case Vxlan():
                if self._passes(frame.place, interface.device):
                    for end in other_ends(self._state, frame.place, interface.device):
                        yield Frame(end, frame.tags)

    def _beside(self, frame: Frame, parent: str) -> Iterator[Frame]:
        """Yield what other macvlans of the same parent get at once."""
        for other in macvlans_on(self._state, frame.place._replace(interface=parent)):
            if other != frame.place:
                yield Frame(other, frame.tags)

    def _pass_down(self, frame: Frame, below: str, tags: Tags) -> Iterator[Frame]:
        place = InterfaceId(frame.place.namespace, below)
        interface = self._up(place)
        if interface is not None:
            yield from self._transmit(Frame(place, tags), interface)

    def _receive(self, frame: Frame, waiting: list[Frame]) -> Iterator[InterfaceId]:
        interface = self._up(frame.place)
        if interface is None or frame in self._received:
            return
        self._received.add(frame)
        where = frame.place.namespace
        if interface.kind == "bridge":  # sent by the bridge itself
            yield from self._forward(frame, interface, interface, waiting)
            return
        above = InterfaceId(where, interface.master)
        master = self._up(above) if interface.master else None
        if master is None and not interface.master:
            yield from self._deliver(frame, waiting)
        elif master is not None and master.kind == "bridge":
            yield from self._forward(frame, interface, master, waiting)
        elif master is not None and isinstance(master.device, Bond):
            if hears_by(self._state, above, interface.name):
                yield from self._receive(Frame(above, frame.tags), waiting)
        elif isinstance(self._device(above), Vrf):
            yield from self._deliver(frame, waiting)

    def _forward(
        self, frame: Frame, source: Interface, bridge: Interface, waiting: list[Frame]
    ) -> Iterator[InterfaceId]:
        taken = enter(bridge.filtering, source.vlans, frame.tags)
        if taken is None:
            return
        where = frame.place.namespace
        for port in ports(self._state, InterfaceId(where, bridge.name)):
            other = self._state.interface(port)
            if other is not None and other.name != source.name:
                sent = leave(bridge.filtering, other.vlans, taken)
                waiting.extend([Frame(port, sent)] if sent is not None else [])
        own = leave(bridge.filtering, bridge.vlans, taken)
        if own is not None and source is not bridge:
            yield from self._deliver(Frame(InterfaceId(where, bridge.name), own), waiting)

    def _device(self, place: InterfaceId) -> Device | None:
        interface = self._state.interface(place)
        return interface.device if interface is not None else None

    def _deliver(self, frame: Frame, waiting: list[Frame]) -> Iterator[InterfaceId]:
        for macvlan in macvlans_on(self._state, frame.place):
            yield from self._receive(Frame(macvlan, frame.tags), waiting)
        if not frame.tags:
            yield frame.place
            return
        above = vlan_on(self._state, frame.place, frame.tags[0])
        if above is not None:
            yield from self._receive(Frame(above, frame.tags[1:]), waiting)


def ports(state: HostState, bridge: InterfaceId) -> Iterator[InterfaceId]:
    """Yield the ports of a bridge, or the members of a bond."""
    for interface in state.namespaces[bridge.namespace].interfaces.values():
        if interface.master == bridge.interface:
            yield InterfaceId(bridge.namespace, interface.name)


def vlan_on(state: HostState, parent: InterfaceId, tag: Tag) -> InterfaceId | None:
    """Return the VLAN interface on another that takes frames with a tag."""
    device = Vlan(parent.interface, tag.vid, tag.protocol)
    for interface in state.namespaces[parent.namespace].interfaces.values():
        if interface.device == device:
            return InterfaceId(parent.namespace, interface.name)
    return None


def macvlans_on(state: HostState, parent: InterfaceId) -> Iterator[InterfaceId]:
    """Yield the macvlans on the wire of an interface."""
    for interface in state.namespaces[parent.namespace].interfaces.values():
        if isinstance(interface.device, Macvlan) and interface.device.parent == parent.interface:
            yield InterfaceId(parent.namespace, interface.name)


def pushed(device: Vlan, tags: Tags) -> Tags:
    """Return the tags of a frame that a VLAN interface sends."""
    return (Tag(device.protocol, device.vid), *tags)


def enter(filtering: Filtering | None, vlans: PortVlans, tags: Tags) -> Bridged | None:
    """Return a frame from a port as it is in the bridge, None where it is not taken."""
    if filtering is None:
        return Bridged(0, tags)
    if tags and tags[0].protocol == filtering.protocol:
        taken = vlan_of(vlans, tags[0].vid)
        return Bridged(tags[0].vid, tags[1:]) if taken else None
    vid = pvid_of(vlans)
    return Bridged(vid, tags) if vid else None


def leave(filtering: Filtering | None, vlans: PortVlans, frame: Bridged) -> Tags | None:
    """Return the tags with which a frame leaves a bridge by a port, None where it does not."""
    if filtering is None:
        return frame.tags
    vlan = vlan_of(vlans, frame.vid)
    if vlan is None:
        return None
    return frame.tags if vlan.untagged else (Tag(filtering.protocol, frame.vid), *frame.tags)
