"""Lowering a changed drawing from an earlier one gives what lowering it from nothing gives."""

from typing import Any

from hypothesis import given

from designer.state.lower import Lowering, lower
from designer.topology.reread import reread
from designer.topology.topology import Topology
from tests.strategies.sound import edited_topologies, sound_topologies


@given(sound_topologies(), sound_topologies())
def test_lowering_after_another_drawing(before: Topology, after: Topology) -> None:
    """Whatever was lowered before, the same comes out."""
    for host_namespace in (False, True):
        earlier = Lowering(before, host_namespace=host_namespace)
        again = Lowering(after, host_namespace=host_namespace, earlier=earlier)
        assert again.state == lower(after, host_namespace=host_namespace)


@given(edited_topologies())
def test_lowering_after_an_edit(pair: tuple[Topology, Topology]) -> None:
    """The same holds where only a little changed, which is when most is taken over."""
    before, after = pair[0], reread(pair[1].plain(), pair[0].plain(), pair[0])
    assert Lowering(after, earlier=Lowering(before)).state == lower(after)


def test_a_link_that_changes_is_lowered_anew() -> None:
    """Whether it is cut, and what it does to packets, stands under no node."""
    values: dict[str, Any] = {"nodes": {"a": {}, "b": {}}, "links": [{"ends": ["a:e", "b:e"]}]}
    earlier = Lowering(Topology.model_validate(values))
    for change in ({"cut": True}, {"impairment": {"loss_percent": 1}}, {}):
        values["links"] = [{"ends": ["a:e", "b:e"], **change}]
        after = Topology.model_validate(values)
        earlier = Lowering(after, earlier=earlier)
        assert earlier.state == lower(after)


def test_unchanged_namespaces_are_not_made_anew() -> None:
    """What an edit does not concern is the same object as before."""
    values: dict[str, Any] = {
        "nodes": {"a": {}, "b": {}, "c": {}},
        "links": [{"ends": ["a:e", "b:e"]}],
    }
    drawn = Topology.model_validate(values)
    changed = {"interfaces": {"e": {"mtu": 1400}}}
    edited = reread({**values, "nodes": {**values["nodes"], "a": changed}}, values, drawn)
    before = Lowering(drawn)
    after = Lowering(edited, earlier=before)
    same = [n for n, one in after.state.namespaces.items() if one is before.state.namespaces[n]]
    assert same == ["b", "c"]


def test_automatic_routes_follow_an_edit_elsewhere() -> None:
    """An interface that is set down takes routes from nodes that are the same as before."""
    values: dict[str, Any] = {
        "routing": "automatic",
        "nodes": {"a": {}, "b": {"kind": "router"}, "c": {"kind": "router"}, "d": {}},
        "links": [{"ends": ["a:e", "b:e"]}, {"ends": ["b:f", "c:e"]}, {"ends": ["c:f", "d:e"]}],
    }
    drawn = Topology.model_validate(values)
    down = {"kind": "router", "interfaces": {"e": {"up": False}}}
    edited = reread({**values, "nodes": {**values["nodes"], "c": down}}, values, drawn)
    before = Lowering(drawn)
    after = Lowering(edited, earlier=before)
    assert after.state == lower(edited)
    assert before.state.namespaces["b"].routes
    assert not after.state.namespaces["b"].routes
    assert after.state.namespaces["d"] is before.state.namespaces["d"]
