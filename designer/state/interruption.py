"""What on a wire keeps frames from getting to somebody: cables that are cut, down or lose all."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice

from designer.state.host_state import HostState
from designer.state.impairment import loses_all
from designer.state.interface import Interface, InterfaceId
from designer.state.namespace import Namespace
from designer.state.route import Address
from designer.state.wire import hearers
from designer.topology.sentence import say

CANDIDATES_MAX = 30
"""Each costs a look at the wire, and a matrix may have thousands of cells to explain."""

Healed = Mapping[InterfaceId, Interface]


def find_interruption(state: HostState, place: InterfaceId, address: Address) -> str:
    """Return what is broken between an interface and an address on its wire, or nothing.

    That is what, were it whole, would let the one hear the other.
    """
    for words, healed in islice(_broken(state), CANDIDATES_MAX):
        if any(_has(state, one, address) for one in hearers(_with(state, healed), place)):
            return words
    return ""


def cut_cable(state: HostState, place: InterfaceId) -> str:
    """Say that an interface's cable is cut, if it is: both its ends are down."""
    interface = state.interface(place)
    if interface is None or interface.up or interface.peer is None:
        return ""
    peer = state.interface(interface.peer)
    return (
        say("{cable} is cut", cable=_cable(place, interface.peer)) if peer and not peer.up else ""
    )


def _broken(state: HostState) -> Iterator[tuple[str, Healed]]:
    for left, right in state.cables():
        ends = {one: found for one in (left, right) if (found := state.interface(one))}
        down = [one for one, found in ends.items() if not found.up]
        if down:
            words = cut_cable(state, left) or say("{end} is down", end=down[0])
            yield words, {one: replace(found, up=True) for one, found in ends.items()}
        for one, found in ends.items():
            if loses_all(found.egress):
                words = say(
                    "{cable} loses every packet from {one}", cable=_cable(left, right), one=one
                )
                yield words, {one: replace(found, egress=None)}


def _cable(*ends: InterfaceId) -> str:
    return say("the cable {ends}", ends=" -- ".join(map(str, sorted(ends))))


def _with(state: HostState, healed: Healed) -> HostState:
    namespaces = dict(state.namespaces)
    for place, interface in healed.items():
        where: Namespace = namespaces[place.namespace]
        interfaces = {**where.interfaces, place.interface: interface}
        namespaces[place.namespace] = replace(where, interfaces=interfaces)
    return HostState(namespaces)


def _has(state: HostState, place: InterfaceId, address: Address) -> bool:
    interfaces = state.namespaces[place.namespace].interfaces.values()
    return any(address == one.ip for interface in interfaces for one in interface.addresses)
