"""What the cables of a way that is otherwise good do to packets, in words."""

from collections.abc import Iterator

from designer.state.host_state import HostState
from designer.state.impairment import Netem
from designer.state.interface import InterfaceId
from designer.state.macvlan import Macvlan
from designer.state.path import Way
from designer.state.vlan_device import Vlan
from designer.state.wire import ports
from designer.topology.sentence import both, say

NS_PER_MS = 1_000_000


def say_impairments(state: HostState, there: Way, back: Way) -> str:
    """Return how long the cables take there and back, and whether they lose any, if they do."""
    crossed = [netem for way in (there, back) for netem in _netems(state, way)]
    delay_ns = sum(netem.delay_ns for netem in crossed)
    parts = [
        *(
            [say("take {delay_ms} ms there and back", delay_ms=f"{delay_ns / NS_PER_MS:g}")]
            if delay_ns
            else []
        ),
        *([say("lose some packets")] if any(netem.loss for netem in crossed) else []),
        *([say("corrupt some packets")] if any(netem.corrupt for netem in crossed) else []),
    ]
    return say("the cables on the way {parts}", parts=both(parts)) if parts else ""


def _netems(state: HostState, way: Way) -> Iterator[Netem]:
    for place, namespace in zip(way.left_by, way.namespaces[1:], strict=False):
        for sender in _senders(state, _bottom(state, place), namespace):
            interface = state.interface(sender)
            if interface is not None and isinstance(interface.egress, Netem):
                yield interface.egress


def _bottom(state: HostState, place: InterfaceId) -> InterfaceId:
    """Return the interface that sends what one that stands on it is given."""
    interface = state.interface(place)
    if interface is not None and isinstance(interface.device, Vlan | Macvlan):
        return _bottom(state, InterfaceId(place.namespace, interface.device.parent))
    return place


def _senders(state: HostState, place: InterfaceId, namespace: str) -> tuple[InterfaceId, ...]:
    """Return the interfaces that a frame is sent out of on its way to a namespace."""
    waiting: list[tuple[InterfaceId, ...]] = [(place,)]
    seen = {place}
    while waiting:
        passed = waiting.pop(0)
        interface = state.interface(passed[-1])
        if interface is None or interface.peer is None:
            continue
        if interface.peer.namespace == namespace:
            return passed
        peer = state.interface(interface.peer)
        if peer is not None and peer.master:
            bridge = InterfaceId(interface.peer.namespace, peer.master)
            onward = [port for port in ports(state, bridge) if port not in seen]
            seen.update(onward)
            waiting += [(*passed, port) for port in onward]
    return ()
