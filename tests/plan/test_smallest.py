"""A plan is the smallest: what is the same on both sides is not touched."""

from collections.abc import Iterator

from hypothesis import given

from designer.plan.diff import diff
from designer.plan.operations import CreateVeth, Operation
from designer.plan.touched import namespaces_of
from designer.state.host_state import HostState
from designer.state.interface import InterfaceId
from designer.state.lower import lower
from designer.topology.topology import Topology
from tests.strategies.sound import edited_topologies, sound_topologies


def replaced(before: HostState, after: HostState) -> set[str]:
    """Return the namespaces that come, go, or change hands."""
    owners = {
        name: [one.namespaces[name].owner for one in (before, after) if name in one.namespaces]
        for name in before.namespaces.keys() | after.namespaces.keys()
    }
    return {name for name, those in owners.items() if len(those) == 1 or those[0] != those[1]}


def relaid(before: HostState, after: HostState) -> set[InterfaceId]:
    """Return the ends in namespaces that stay, of cables into such as do not."""
    going = replaced(before, after)
    return {
        end
        for state in (before, after)
        for cable in state.cables()
        for end in cable
        if going.intersection(one.namespace for one in cable)
    }


def differing(before: HostState, after: HostState) -> set[str]:
    """Return the namespaces that are not the same."""
    names = before.namespaces.keys() | after.namespaces.keys()
    return {n for n in names if before.namespaces.get(n) != after.namespaces.get(n)}


def places(operation: Operation) -> Iterator[InterfaceId]:
    """Yield the interfaces that an operation is about."""
    if isinstance(operation, CreateVeth):
        yield from (operation.left.place, operation.right.place)
    elif interface := getattr(operation, "interface", ""):
        yield InterfaceId(operation.namespace, interface)


def standing_on(state: HostState, place: InterfaceId) -> set[InterfaceId]:
    """Return what an interface belongs to or stands on."""
    one = state.interface(place)
    if one is None:
        return set()
    lower_ones = {getattr(one.device, "parent", ""), one.master} - {""}
    found = {InterfaceId(place.namespace, name) for name in lower_ones}
    return found.union(*(standing_on(state, below) for below in found - {place}))


def check_pair(one: Topology, other: Topology) -> None:
    """Look at every operation that leads from one to the other."""
    before, after = lower(one), lower(other)
    plan = diff(after, before)
    anew, laid = replaced(before, after), relaid(before, after)
    touchable = differing(before, after) | {place.namespace for place in laid}
    assert namespaces_of(plan) <= touchable
    for operation in plan:
        for place in places(operation):
            around = {place} | standing_on(before, place) | standing_on(after, place)
            changed = {
                one
                for one in around
                if before.interface(one) != after.interface(one) or one in laid
            }
            assert changed or place.namespace in anew, f"{operation} touches what is the same"


@given(edited_topologies())
def test_an_edit_touches_only_what_it_changes(pair: tuple[Topology, Topology]) -> None:
    """No operation is about a node or an interface that is equal on both sides.

    The only exception are the ends of cables into nodes that are made anew.
    """
    check_pair(*pair)
    check_pair(pair[1], pair[0])


@given(sound_topologies(), sound_topologies())
def test_any_change_touches_only_what_it_changes(one: Topology, other: Topology) -> None:
    """The same between drawings that have little in common."""
    check_pair(one, other)
