"""Laws of what a sound drawing becomes."""

from itertools import combinations

from hypothesis import given

from designer.exporters import EXPORTERS
from designer.state.axes import matrix_axes
from designer.state.explain import explain
from designer.state.interface import InterfaceId
from designer.state.lower import lower
from designer.state.namespace import HOST_NAMESPACE
from designer.state.wire import hearers
from designer.topology.addressing import PoolIsEmpty, assign_addresses
from designer.topology.checks import check
from designer.topology.outcome import Outcome
from designer.topology.segment import find_segments
from designer.topology.topology import Topology
from tests.strategies.drawings import topologies
from tests.strategies.sound import sound_topologies


@given(topologies)
def test_check_is_never_surprised(topology: Topology) -> None:
    """Whatever the model takes, there are problems or none, and never an exception."""
    for problem in check(topology):
        assert problem.code
        assert ":" in problem.message


@given(topologies)
def test_automatic_addresses_are_nobody_elses(topology: Topology) -> None:
    """No automatic address is given twice, nor is one that the drawing gives to somebody."""
    try:
        assigned = assign_addresses(topology)
    except PoolIsEmpty:
        return
    given_ips = {
        address.ip for end in assigned for address in topology.interface(end).addresses or ()
    }
    automatic = [
        address.ip
        for end, those in assigned.items()
        if topology.interface(end).addresses is None
        for address in those
    ]
    assert len(set(automatic)) == len(automatic)
    assert not given_ips.intersection(automatic)


@given(sound_topologies())
def test_segments_have_networks_of_their_own(topology: Topology) -> None:
    """No automatic network overlaps with one of another segment."""
    assigned = assign_addresses(topology)
    networks = [
        {address.network for end in segment.members for address in assigned.get(end, ())}
        for segment in find_segments(topology)
    ]
    for one, other in combinations(networks, 2):
        assert not any(mine.overlaps(its) for mine in one for its in other)


@given(sound_topologies())
def test_the_wires_of_a_state_are_those_of_the_drawing(topology: Topology) -> None:
    """Who is in a segment hears the nodes that are up in it, and nobody else.

    Within a node a macvlan and its parent never hear each other (drivers/net/macvlan.c).
    """
    cable = {"cut": False, "impairment": None, "impairment_back": None}
    whole = topology.model_copy(
        update={"links": tuple(one.model_copy(update=cable) for one in topology.links)}
    )
    state = lower(whole)
    for segment in find_segments(whole):
        members = {InterfaceId(*end) for end in segment.members}
        up = {one for one in members if (found := state.interface(one)) and found.up}
        for one in up:
            heard = set(hearers(state, one))
            assert heard & _numbered(whole) <= members
            if up == members and not _has_ports_down(whole):
                assert {other for other in up if other.namespace != one.namespace} <= heard


def _numbered(topology: Topology) -> set[InterfaceId]:
    return {InterfaceId(*end) for one in find_segments(topology) for end in one.members}


def _has_ports_down(topology: Topology) -> bool:
    return any(
        said.up is False for node in topology.nodes.values() for said in node.interfaces.values()
    )


@given(sound_topologies())
def test_every_cable_has_two_ends_that_know_each_other(topology: Topology) -> None:
    """The peer of an interface's peer is the interface."""
    state = lower(topology, host_namespace=True)
    for left, right in state.cables():
        ends = state.interface(left), state.interface(right)
        assert ends[0] is not None
        assert ends[1] is not None
        assert (ends[0].peer, ends[1].peer) == (right, left)


@given(sound_topologies())
def test_nothing_is_in_the_machines_namespace_unless_allowed(topology: Topology) -> None:
    """Without leave, a bridge drawn in the host's namespace has one of its own."""
    assert HOST_NAMESPACE not in lower(topology).namespaces


@given(sound_topologies())
def test_whoever_is_probed_has_a_namespace(topology: Topology) -> None:
    """Every source and every known target of the matrix is somewhere in the state."""
    for host_namespace in (False, True):
        state = lower(topology, host_namespace=host_namespace)
        axes = matrix_axes(topology, state)
        assert all(source.namespace in state.namespaces for source in axes.sources)
        for target in axes.targets:
            assert target.namespace in state.namespaces
        for cell in axes.expected:
            assert axes.sources[cell.source].node == topology.expect[cell.expect].from_


@given(sound_topologies())
def test_every_outcome_has_its_reason(topology: Topology) -> None:
    """Whatever came back on whatever way, there are words for it."""
    state = lower(topology)
    axes = matrix_axes(topology, state)
    for source in axes.sources:
        for target in axes.targets:
            for outcome in Outcome:
                assert explain(state, source.namespace, target.address, outcome)


@given(sound_topologies())
def test_every_sound_drawing_is_exported(topology: Topology) -> None:
    """No exporter is surprised by what can be applied."""
    for exporter in EXPORTERS.values():
        assert exporter.export(topology).text
