"""Cables, and the deletion of every interface: desired against observed."""

from collections.abc import Iterator, Sequence

from designer.plan.birth import bridge_of, is_born_up
from designer.plan.comparison import NamespaceChange, place_of
from designer.plan.operations import CreateVeth, DeleteInterface, VethEnd
from designer.plan.stack import is_device, parents_first
from designer.state.interface import Interface, InterfaceId


def delete_interfaces(changes: Sequence[NamespaceChange]) -> Iterator[DeleteInterface]:
    """Yield what must go from namespaces that stay, a cable only at one end.

    A cable between two namespaces that both go needs no request. One into a namespace that
    stays does: the kernel frees a namespace later, and until then the other end's name is taken.
    Devices come first, the topmost ahead: the kernel deletes them with what they stand on.
    """
    going = {change.name for change in changes if change.desired is None or change.is_new}
    gone: set[InterfaceId] = set()
    staying = [change for change in changes if change.name not in going]
    for change in staying:
        devices = [one for one in change.goes if is_device(one)]
        for interface in reversed([*parents_first(devices)]):
            yield DeleteInterface(*place_of(change, interface))
    for change in staying:
        for interface in change.goes:
            if is_device(interface):
                continue
            place = place_of(change, interface)
            if interface.kind == "loopback" or place in gone:
                continue
            if interface.peer is not None:
                gone.add(interface.peer)
            yield DeleteInterface(*place)


def new_cables(
    changes: Sequence[NamespaceChange],
) -> tuple[tuple[InterfaceId, InterfaceId], ...]:
    """Return the veths to make, each once, with the end in front at which the request is made."""
    new = {
        place_of(change, one): one
        for change in changes
        for one in change.comes
        if one.kind == "veth"
    }
    ports = {
        place_of(change, one)
        for change in changes
        for one in change.comes
        if one.master and bridge_of(change, one)
    }
    cables = []
    for place, one in new.items():
        peer = one.peer
        if peer is None or peer not in new:
            continue
        is_port, other_is = place in ports, peer in ports
        if place < peer if is_port == other_is else is_port:
            cables.append((place, peer))
    return tuple(cables)


def create_veths(
    changes: Sequence[NamespaceChange], cables: Sequence[tuple[InterfaceId, InterfaceId]]
) -> Iterator[CreateVeth]:
    """Yield one request for each new cable."""
    by_name = {change.name: change for change in changes}
    for left, right in cables:
        lead = _lead(by_name[left.namespace], left)
        yield CreateVeth(lead, _peer(by_name[right.namespace], right))


def _interface(change: NamespaceChange, place: InterfaceId) -> Interface:
    assert change.desired is not None  # noqa: S101 - only drawn cables are made
    return change.desired.interfaces[place.interface]


def _lead(change: NamespaceChange, place: InterfaceId) -> VethEnd:
    one = _interface(change, place)
    bridge, up = bridge_of(change, one), is_born_up(change, one)
    return VethEnd(*place, mac=one.mac, mtu=one.mtu, master=bridge, up=up)


def _peer(change: NamespaceChange, place: InterfaceId) -> VethEnd:
    one = _interface(change, place)
    return VethEnd(*place, mac=one.mac, mtu=one.mtu)
