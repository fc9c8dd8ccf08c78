"""Laws of every plan, whatever is drawn: nothing is used before it is there."""

from collections.abc import Iterator

from hypothesis import given

from designer.plan.diff import diff
from designer.plan.operations import (
    AddAddress,
    AddRoute,
    AttachPort,
    CreateBridge,
    CreateDevice,
    CreateNamespace,
    CreateVeth,
    DeleteInterface,
    DeleteNamespace,
    Operation,
    Plan,
    SetRules,
    SetRuleset,
)
from designer.plan.shell import commands
from designer.state.device import parent_of
from designer.state.host_state import HostState
from designer.state.interface import InterfaceId
from designer.state.lower import lower
from designer.state.namespace import HOST_NAMESPACE
from designer.topology.topology import Topology
from tests.strategies.sound import sound_topologies


def both(first: Topology, second: Topology) -> tuple[HostState, HostState]:
    """Return the states of two drawings."""
    return lower(first, host_namespace=True), lower(second, host_namespace=True)


def build(topology: Topology) -> Plan:
    """Return the plan for an empty host."""
    return diff(lower(topology, host_namespace=True), HostState())


def places(operation: Operation) -> Iterator[InterfaceId]:
    """Yield the interfaces that have to be there for an operation."""
    match operation:
        case CreateNamespace() | CreateBridge() | CreateVeth() | DeleteNamespace():
            return
        case CreateDevice(namespace, device=device):
            if parent := parent_of(device):
                yield InterfaceId(namespace, parent)
        case AddRoute(namespace, route):
            yield from (InterfaceId(namespace, hop.interface) for hop in route.hops)
        case SetRules() | DeleteInterface():
            return  # a rule may name an interface that is not there yet
        case AttachPort(namespace, interface, master):
            yield InterfaceId(namespace, interface)
            yield InterfaceId(namespace, master)
        case _ if interface := getattr(operation, "interface", ""):
            yield InterfaceId(operation.namespace, interface)


def made(operation: Operation) -> Iterator[InterfaceId]:
    """Yield the interfaces that an operation makes."""
    match operation:
        case CreateNamespace(namespace):
            yield InterfaceId(namespace, "lo")
        case CreateBridge(namespace, interface) | CreateDevice(namespace, interface):
            yield InterfaceId(namespace, interface)
        case CreateVeth(left, right):
            yield left.place
            yield right.place


@given(sound_topologies())
def test_what_is_as_drawn_needs_nothing(topology: Topology) -> None:
    """The plan from a state to itself is empty."""
    state = lower(topology, host_namespace=True)
    assert diff(state, state) == ()


@given(sound_topologies(), sound_topologies())
def test_only_what_differs_needs_something(first: Topology, second: Topology) -> None:
    """A plan is empty exactly where there is no difference."""
    before, wanted = both(first, second)
    assert (diff(wanted, before) == ()) == (wanted == before)


@given(sound_topologies())
def test_nothing_is_used_before_it_is_there(topology: Topology) -> None:
    """Namespaces come before what is in them, interfaces before what is said about them."""
    namespaces, interfaces = {HOST_NAMESPACE}, set()
    for operation in build(topology):
        if isinstance(operation, CreateNamespace):
            assert operation.namespace not in namespaces
            namespaces.add(operation.namespace)
        if isinstance(operation, CreateVeth):
            assert operation.right.namespace in namespaces
        assert operation.namespace in namespaces
        assert interfaces.issuperset(places(operation))
        born = set(made(operation))
        assert not interfaces & born
        interfaces |= born


@given(sound_topologies())
def test_a_route_comes_after_the_address_that_leads_to_its_gateway(topology: Topology) -> None:
    """The kernel takes no gateway that it cannot reach yet."""
    networks: dict[InterfaceId, list[object]] = {}
    for operation in build(topology):
        if isinstance(operation, AddAddress):
            place = InterfaceId(operation.namespace, operation.interface)
            networks.setdefault(place, []).append(operation.address.network)
        if isinstance(operation, AddRoute):
            for hop in operation.route.hops:
                if hop.gateway is not None:
                    place = InterfaceId(operation.namespace, hop.interface)
                    assert any(hop.gateway in one for one in networks[place])  # type: ignore[operator]


@given(sound_topologies())
def test_tear_down_leaves_nothing(topology: Topology) -> None:
    """Every namespace goes, and every interface that the machine's own namespace had."""
    state = lower(topology, host_namespace=True)
    gone = {one.namespace for one in diff(HostState(), state) if isinstance(one, DeleteNamespace)}
    assert gone == {name for name in state.namespaces if name != HOST_NAMESPACE}


@given(sound_topologies(), sound_topologies())
def test_every_operation_says_itself_in_one_line(first: Topology, second: Topology) -> None:
    """In words and as commands, none of which holds a line's end but a ruleset that has several."""
    before, wanted = both(first, second)
    for operation in diff(wanted, before):
        assert str(operation).isprintable()
        several = isinstance(operation, SetRuleset)
        for command in commands(operation):
            assert all(
                line.isprintable() for line in (command.split("\n") if several else [command])
            )
