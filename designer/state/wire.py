"""Who hears a frame that leaves an interface: across its cable and through bridges."""

from collections.abc import Iterator

from designer.state.host_state import HostState
from designer.state.impairment import loses_all
from designer.state.interface import Interface, InterfaceId


def hearers(state: HostState, place: InterfaceId) -> Iterator[InterfaceId]:
    """Yield the interfaces with IP of their own that a frame from `place` can get to.

    Interfaces that are down neither send nor hear, and some lose all that they send.
    """
    waiting = [place]
    seen: set[InterfaceId] = set()
    while waiting:
        sender = waiting.pop()
        if sender in seen:
            continue
        seen.add(sender)
        interface = state.interface(sender)
        if interface is None or not interface.up or loses_all(interface.egress):
            continue
        for heard in _next(state, sender, interface):
            yield from _receive(state, heard, seen, waiting)


def _next(state: HostState, sender: InterfaceId, interface: Interface) -> Iterator[InterfaceId]:
    """Yield where a frame sent by an interface comes out: its cable, or its bridge's ports."""
    if interface.peer is not None:
        yield interface.peer
    elif interface.kind == "bridge":
        yield from ports(state, sender)


def ports(state: HostState, bridge: InterfaceId) -> Iterator[InterfaceId]:
    """Yield the ports of a bridge."""
    for interface in state.namespaces[bridge.namespace].interfaces.values():
        if interface.master == bridge.interface:
            yield InterfaceId(bridge.namespace, interface.name)


def _receive(
    state: HostState, place: InterfaceId, seen: set[InterfaceId], waiting: list[InterfaceId]
) -> Iterator[InterfaceId]:
    interface = state.interface(place)
    if interface is None or not interface.up:
        return
    if not interface.master:
        if interface.kind == "bridge" or place not in seen:
            yield place
        return
    seen.add(place)
    bridge = InterfaceId(place.namespace, interface.master)
    device = state.interface(bridge)
    if device is None or not device.up or bridge in seen:
        return
    seen.add(bridge)
    yield bridge
    waiting.extend(port for port in ports(state, bridge) if port not in seen)
