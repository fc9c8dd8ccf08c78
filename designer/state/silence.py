"""Why nobody on a wire takes a packet, in words."""

from designer.state.bond_member import carrier_fault
from designer.state.host_state import HostState
from designer.state.interface import Interface, InterfaceId
from designer.state.interruption import cut_cable, find_interruption
from designer.state.lookup import Step
from designer.state.namespace import Namespace
from designer.state.route import Address
from designer.state.vlan_fault import vlan_fault
from designer.topology.sentence import say


def why_silent(state: HostState, here: str, step: Step) -> str:
    """Return in words why nobody takes a packet for the next hop off the wire."""
    place = InterfaceId(here, step.interface)
    interface = state.interface(place)
    peer = state.interface(interface.peer) if interface and interface.peer else None
    if interface is not None and interface.peer is not None and (peer is None or not peer.up):
        return say("{peer}, the other end of {place}, is down", peer=interface.peer, place=place)
    broken = carrier_fault(state, place) or find_interruption(state, place, step.next_hop)
    if broken:
        return broken
    holder = _holder(state, step.next_hop)
    if holder is not None and not holder[1].up:
        return say(
            "{holder}, which has the address {next_hop}, is down",
            holder=holder[0],
            next_hop=step.next_hop,
        )
    if holder is not None:
        at_holder = carrier_fault(state, holder[0]) or vlan_fault(state, place, holder[0])
        if at_holder:
            return at_holder
    return say(
        "nobody on the wire of {place} has the address {next_hop}",
        place=place,
        next_hop=step.next_hop,
    )


def with_cut(fault: str, state: HostState, namespace: Namespace) -> str:
    """Say too which cable of a namespace is cut: what it led to is in no table any more."""
    places = (InterfaceId(namespace.name, name) for name in namespace.interfaces)
    words = next(filter(None, (cut_cable(state, place) for place in places)), "")
    return say("{fault} ({words})", fault=fault, words=words) if words else fault


def _holder(state: HostState, address: Address) -> tuple[InterfaceId, Interface] | None:
    """Return the first interface of the lab that has an address, up or not."""
    for namespace in state.namespaces.values():
        for interface in namespace.interfaces.values():
            if any(address == one.ip for one in interface.addresses):
                return InterfaceId(namespace.name, interface.name), interface
    return None
