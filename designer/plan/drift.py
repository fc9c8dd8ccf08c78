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
from designer.topology.sentence import Sentence, say
from designer.topology.topology import Topology


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as drawn: where, in words, and what would revert it."""

    namespace: str
    element: str
    text: Sentence
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


def words(operation: Operation, observed: HostState) -> Sentence:
    """Say how the kernel is, of which an operation would be the remedy."""
    word = WORDS.get(type(operation))
    if word is not None:
        return word(operation, observed)
    return say(
        "{namespace} is not as drawn; to do: {operation}",
        namespace=operation.namespace,
        operation=operation,
    )


def _seen(one: Any, observed: HostState) -> Interface:
    found = observed.interface(InterfaceId(one.namespace, one.interface))
    assert found is not None  # noqa: S101 - what is not there has other words
    return found


def _place(one: Any) -> str:
    return f"{one.namespace}:{one.interface}"


def _mtu(one: SetMtu, observed: HostState) -> Sentence:
    return say(
        "{place} has the MTU {mtu} and not {drawn}",
        place=_place(one),
        mtu=_seen(one, observed).mtu,
        drawn=one.mtu,
    )


def _mac(one: SetMac, observed: HostState) -> Sentence:
    return say(
        "{place} has the MAC address {mac} and not {drawn}",
        place=_place(one),
        mac=_seen(one, observed).mac,
        drawn=one.mac,
    )


def _forwarding(one: SetForwarding, _: HostState) -> Sentence:
    if one.enabled:
        return say(
            "{namespace} does not forward IPv{version}", namespace=one.namespace, version=one.family
        )
    return say("{namespace} forwards IPv{version}", namespace=one.namespace, version=one.family)


def _stp(one: SetStp, _: HostState) -> Sentence:
    return say("{place} has STP {state}", place=_place(one), state=on_off(not one.enabled))


def _speech(one: SetLinkLocal, _: HostState) -> Sentence:
    if one.enabled:
        return say("IPv6 is silent on {place}", place=_place(one))
    return say("IPv6 speaks on {place}", place=_place(one))


def _port(one: AttachPort, _: HostState) -> Sentence:
    return say("{place} is not attached to {master}", place=_place(one), master=one.master)


def _other_port(one: DetachPort, observed: HostState) -> Sentence:
    return say(
        "{place} is attached to {master}", place=_place(one), master=_seen(one, observed).master
    )


def _filtering(one: SetFiltering, observed: HostState) -> Sentence:
    if one.filtering is None:
        return say("{place} keeps VLANs apart", place=_place(one))
    if _seen(one, observed).filtering is None:
        return say("{place} passes all VLANs alike", place=_place(one))
    return say(
        "{place} does not keep {filtering} VLANs apart as drawn",
        place=_place(one),
        filtering=one.filtering,
    )


def _less_vlan(one: AddPortVlan, observed: HostState) -> Sentence:
    passed = by_vid(_seen(one, observed).vlans)
    if one.vlan.first in passed:
        return say(
            "{place} passes otherwise than drawn: VLAN {vlan}", place=_place(one), vlan=one.vlan
        )
    return say("{place} does not pass: VLAN {vlan}", place=_place(one), vlan=one.vlan)


WORDS: Mapping[type[Operation], Callable[[Any, HostState], Sentence]] = {
    CreateNamespace: lambda one, _: say("{namespace} is gone", namespace=one.namespace),
    DeleteNamespace: lambda one, _: say(
        "{namespace} is there and not drawn", namespace=one.namespace
    ),
    SetHostname: lambda one, _: say(
        "{namespace} calls itself otherwise than {hostname}",
        namespace=one.namespace,
        hostname=one.hostname,
    ),
    CreateBridge: lambda one, _: say("the bridge {place} is gone", place=_place(one)),
    CreateDevice: lambda one, _: say("{place} is gone", place=_place(one)),
    CreateVeth: lambda one, _: say(
        "the cable {left} -- {right} is gone", left=one.left.place, right=one.right.place
    ),
    DeleteInterface: lambda one, _: say(
        "{place} is there and not drawn like this", place=_place(one)
    ),
    SetUp: lambda one, _: say("{place} is down", place=_place(one)),
    SetDown: lambda one, _: say("{place} is up", place=_place(one)),
    SetMtu: _mtu,
    SetMac: _mac,
    SetStp: _stp,
    SetLinkLocal: _speech,
    SetFiltering: _filtering,
    AddPortVlan: _less_vlan,
    DeletePortVlan: lambda one, _: say(
        "{place} passes what is not drawn: VLAN {vids}", place=_place(one), vids=one.vids
    ),
    AttachPort: _port,
    DetachPort: _other_port,
    AddAddress: lambda one, _: say(
        "{place} has one address less: {address}", place=_place(one), address=one.address
    ),
    DeleteAddress: lambda one, _: say(
        "{place} has one address more: {address}", place=_place(one), address=one.address
    ),
    AddRoute: lambda one, _: say(
        "{namespace} has one route less: {route}", namespace=one.namespace, route=one.route
    ),
    DeleteRoute: lambda one, _: say(
        "{namespace} has one route more: {route}", namespace=one.namespace, route=one.route
    ),
    AddPolicy: lambda one, _: say(
        "{namespace} has one policy less: {policy}", namespace=one.namespace, policy=one.policy
    ),
    DeletePolicy: lambda one, _: say(
        "{namespace} has one policy more: {policy}", namespace=one.namespace, policy=one.policy
    ),
    SetNeighbour: lambda one, _: say(
        "{namespace} lacks the neighbour {neighbour}",
        namespace=one.namespace,
        neighbour=one.neighbour,
    ),
    DeleteNeighbour: lambda one, _: say(
        "{namespace} has one neighbour more: {neighbour}",
        namespace=one.namespace,
        neighbour=one.neighbour,
    ),
    SetSysctl: lambda one, _: say(
        "{name} of {namespace} is not {value}",
        name=one.name,
        namespace=one.namespace,
        value=one.value,
    ),
    ResetSysctl: lambda one, _: say(
        "{name} of {namespace} is not the default", name=one.name, namespace=one.namespace
    ),
    SetForwarding: _forwarding,
    DeleteImpairment: lambda one, _: say("{place} impairs packets", place=_place(one)),
    SetImpairment: lambda one, _: say(
        "{place} impairs packets otherwise than drawn", place=_place(one)
    ),
    SetRules: lambda one, _: say(
        "{namespace} has other rules of its packet filter than drawn", namespace=one.namespace
    ),
}
"""What is said of the kernel; for all others, what is to be done."""
