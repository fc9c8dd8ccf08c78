"""Which members of a bond work."""

from collections.abc import Iterator

from designer.state.bond import Bond
from designer.state.device import parent_of
from designer.state.host_state import HostState
from designer.state.interface import Interface, InterfaceId
from designer.topology.sentence import say


def members(state: HostState, bond: InterfaceId) -> Iterator[Interface]:
    """Yield the interfaces that a bond is made of."""
    for interface in state.namespaces[bond.namespace].interfaces.values():
        if interface.master == bond.interface:
            yield interface


def active_member(state: HostState, bond: InterfaceId) -> Interface | None:
    """Return the first member whose cable works, by which a bond sends."""
    return next((one for one in members(state, bond) if _works(state, one)), None)


def hears_by(state: HostState, bond: InterfaceId, member: str) -> bool:
    """Tell whether a bond takes what comes by a member: a backup hears nothing."""
    device = state.interface(bond)
    if device is None or not isinstance(device.device, Bond):
        return False
    if device.device.mode != "active-backup":
        return True
    active = active_member(state, bond)
    return active is not None and active.name == member


def _works(state: HostState, member: Interface) -> bool:
    peer = state.interface(member.peer) if member.peer is not None else None
    return member.up and (member.peer is None or (peer is not None and peer.up))


def carrier_fault(state: HostState, place: InterfaceId) -> str:
    """Say that an interface's frames are carried by a bond of which no member works."""
    interface = state.interface(place)
    if interface is None:
        return ""
    if isinstance(interface.device, Bond) and active_member(state, place) is None:
        names = [one.name for one in members(state, place)]
        return (
            say("no member of {place} works: {names}", place=place, names=", ".join(names))
            if names
            else say("{place} is empty", place=place)
        )
    parent = parent_of(interface.device)
    return carrier_fault(state, InterfaceId(place.namespace, parent)) if parent else ""
