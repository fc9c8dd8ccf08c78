"""How a lab differs from its drawing, in words: what somebody typed into a node, or undid there."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from designer.plan.diff import diff
from designer.plan.element import element_of, link_numbers
from designer.plan.operations import (
    AddAddress,
    AddPolicy,
    AddPortVlan,
    AddRoute,
    AttachPort,
    CreateBridge,
    CreateDevice,
    CreateNamespace,
    CreateVeth,
    DeleteAddress,
    DeleteImpairment,
    DeleteInterface,
    DeleteNamespace,
    DeleteNeighbour,
    DeletePolicy,
    DeletePortVlan,
    DeleteRoute,
    DetachPort,
    Operation,
    Plan,
    ResetSysctl,
    SetDown,
    SetFiltering,
    SetForwarding,
    SetHostname,
    SetImpairment,
    SetLinkLocal,
    SetMac,
    SetMtu,
    SetNeighbour,
    SetRules,
    SetStp,
    SetSysctl,
    SetUp,
)
from designer.plan.operations.words import on_off
from designer.state.host_state import HostState
from designer.state.interface import Interface, InterfaceId
from designer.state.vlan import by_vid
from designer.topology.topology import Topology


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as drawn: where, in words, and what would revert it."""

    namespace: str
    element: str
    text: str
    operations: Plan

    @property
    def id(self) -> str:
        """Tells it from every other, and from what it is when it changes."""
        return hashlib.sha256(f"{self.element}\n{self.text}".encode()).hexdigest()[:16]


def differences(
    desired: HostState, observed: HostState, topology: Topology
) -> tuple[Difference, ...]:
    """Return how a lab differs from its drawing; what only follows from something is with it."""
    links = link_numbers(topology)
    return tuple(
        Difference(
            namespace=cause.namespace,
            element=element_of(cause, topology, links),
            text=words(cause, observed),
            operations=(cause, *consequences),
        )
        for cause, consequences in _grouped(diff(desired, observed), observed)
    )


@dataclass(slots=True)
class _Groups:
    """Operations by cause; `owners` tells whose consequence anything about an interface is."""

    observed: HostState
    members: dict[int, tuple[Operation, list[Operation]]] = field(default_factory=dict)
    owners: dict[InterfaceId, int] = field(default_factory=dict)

    def take(self, number: int, operation: Operation) -> None:
        owner = self._owner(operation)
        if owner is not None:
            self.members[owner][1].append(operation)
            return
        self.members[number] = (operation, [])
        for place in _places_made(operation):
            self.owners.setdefault(place, number)

    def _owner(self, operation: Operation) -> int | None:
        """Return the number of the operation that this one only follows from."""
        for place in (*_places_needed(operation), *self._bridge_of(operation)):
            if place in self.owners and self._follows(operation, place):
                return self.owners[place]
        return None

    def _bridge_of(self, operation: Operation) -> Iterator[InterfaceId]:
        """Yield the bridge that VLANs of a port depend on."""
        match operation:
            case AddPortVlan(namespace, port) | DeletePortVlan(namespace, port):
                found = self.observed.interface(InterfaceId(namespace, port))
                if found is not None and found.master:
                    yield InterfaceId(namespace, found.master)
            case _:
                return

    def _follows(self, operation: Operation, place: InterfaceId) -> bool:
        match operation:
            case AddPortVlan() | DeletePortVlan():
                cause, _ = self.members[self.owners[place]]
                return isinstance(cause, SetFiltering) or self.observed.interface(place) is None
            case AddRoute(namespace, route):
                found = self.observed.namespaces.get(namespace)
                interface = self.observed.interface(place)
                lost = interface is None or not interface.up
                return lost or (found is not None and route in found.routes)
            case AddAddress(address=address):
                interface = self.observed.interface(place)
                return interface is None or address in interface.addresses or not interface.up
            case _:
                return self.observed.interface(place) is None


def _grouped(plan: Plan, observed: HostState) -> Iterator[tuple[Operation, list[Operation]]]:
    groups = _Groups(observed)
    for number, operation in enumerate(plan):
        groups.take(number, operation)
    yield from groups.members.values()


def _places_made(operation: Operation) -> Iterator[InterfaceId]:
    """Yield the interfaces whose loss explains what else is to be done about them."""
    match operation:
        case CreateVeth(left, right):
            yield from (left.place, right.place)
        case (
            CreateBridge(namespace=where, interface=who)
            | CreateDevice(namespace=where, interface=who)
            | SetUp(where, who)
            | SetDown(where, who)
            | SetFiltering(where, who)
            | DeleteAddress(where, who)
        ):
            yield InterfaceId(where, who)
        case _:
            return


def _places_needed(operation: Operation) -> Iterator[InterfaceId]:
    match operation:
        case AddRoute(namespace, route):
            yield from (InterfaceId(namespace, hop.interface) for hop in route.hops)
        case CreateVeth() | CreateBridge() | CreateDevice():
            return
        case _:
            interface = getattr(operation, "interface", "")
            if interface:
                yield InterfaceId(operation.namespace, interface)


def words(operation: Operation, observed: HostState) -> str:
    """Say how the kernel is, of which an operation would be the remedy."""
    say = WORDS.get(type(operation))
    if say is not None:
        return say(operation, observed)
    return f"{operation.namespace} is not as drawn; to do: {operation}"


def _seen(one: Any, observed: HostState) -> Interface:
    found = observed.interface(InterfaceId(one.namespace, one.interface))
    assert found is not None  # noqa: S101 - what is not there has other words
    return found


def _place(one: Any) -> str:
    return f"{one.namespace}:{one.interface}"


def _mtu(one: SetMtu, observed: HostState) -> str:
    return f"{_place(one)} has the MTU {_seen(one, observed).mtu} and not {one.mtu}"


def _mac(one: SetMac, observed: HostState) -> str:
    return f"{_place(one)} has the MAC address {_seen(one, observed).mac} and not {one.mac}"


def _forwarding(one: SetForwarding, _: HostState) -> str:
    verb = "does not forward" if one.enabled else "forwards"
    return f"{one.namespace} {verb} IPv{one.family}"


def _stp(one: SetStp, _: HostState) -> str:
    return f"{_place(one)} has STP {on_off(not one.enabled)}"


def _speech(one: SetLinkLocal, _: HostState) -> str:
    return f"IPv6 {'is silent' if one.enabled else 'speaks'} on {_place(one)}"


def _port(one: AttachPort, _: HostState) -> str:
    return f"{_place(one)} is not attached to {one.master}"


def _other_port(one: DetachPort, observed: HostState) -> str:
    return f"{_place(one)} is attached to {_seen(one, observed).master}"


def _filtering(one: SetFiltering, observed: HostState) -> str:
    if one.filtering is None:
        return f"{_place(one)} keeps VLANs apart"
    if _seen(one, observed).filtering is None:
        return f"{_place(one)} passes all VLANs alike"
    return f"{_place(one)} does not keep {one.filtering} VLANs apart as drawn"


def _less_vlan(one: AddPortVlan, observed: HostState) -> str:
    passed = by_vid(_seen(one, observed).vlans)
    verb = "passes otherwise than drawn" if one.vlan.first in passed else "does not pass"
    return f"{_place(one)} {verb}: VLAN {one.vlan}"


WORDS: Mapping[type[Operation], Callable[[Any, HostState], str]] = {
    CreateNamespace: lambda one, _: f"{one.namespace} is gone",
    DeleteNamespace: lambda one, _: f"{one.namespace} is there and not drawn",
    SetHostname: lambda one, _: f"{one.namespace} calls itself otherwise than {one.hostname}",
    CreateBridge: lambda one, _: f"the bridge {_place(one)} is gone",
    CreateDevice: lambda one, _: f"{_place(one)} is gone",
    CreateVeth: lambda one, _: f"the cable {one.left.place} -- {one.right.place} is gone",
    DeleteInterface: lambda one, _: f"{_place(one)} is there and not drawn like this",
    SetUp: lambda one, _: f"{_place(one)} is down",
    SetDown: lambda one, _: f"{_place(one)} is up",
    SetMtu: _mtu,
    SetMac: _mac,
    SetStp: _stp,
    SetLinkLocal: _speech,
    SetFiltering: _filtering,
    AddPortVlan: _less_vlan,
    DeletePortVlan: lambda one, _: f"{_place(one)} passes what is not drawn: VLAN {one.vids}",
    AttachPort: _port,
    DetachPort: _other_port,
    AddAddress: lambda one, _: f"{_place(one)} has one address less: {one.address}",
    DeleteAddress: lambda one, _: f"{_place(one)} has one address more: {one.address}",
    AddRoute: lambda one, _: f"{one.namespace} has one route less: {one.route}",
    DeleteRoute: lambda one, _: f"{one.namespace} has one route more: {one.route}",
    AddPolicy: lambda one, _: f"{one.namespace} has one policy less: {one.policy}",
    DeletePolicy: lambda one, _: f"{one.namespace} has one policy more: {one.policy}",
    SetNeighbour: lambda one, _: f"{one.namespace} lacks the neighbour {one.neighbour}",
    DeleteNeighbour: lambda one, _: f"{one.namespace} has one neighbour more: {one.neighbour}",
    SetSysctl: lambda one, _: f"{one.name} of {one.namespace} is not {one.value}",
    ResetSysctl: lambda one, _: f"{one.name} of {one.namespace} is not the default",
    SetForwarding: _forwarding,
    DeleteImpairment: lambda one, _: f"{_place(one)} impairs packets",
    SetImpairment: lambda one, _: f"{_place(one)} impairs packets otherwise than drawn",
    SetRules: lambda one, _: f"{one.namespace} has other rules of its packet filter than drawn",
}
"""What is said of the kernel; for all others, what is to be done."""
