"""A document that is read after a small change is what it would be when read from nothing."""

from typing import Any

import pytest
from hypothesis import given
from pydantic import ValidationError

from designer.topology.reread import reread
from designer.topology.topology import Topology
from tests.strategies.drawings import topologies


@given(topologies, topologies)
def test_reading_after_a_change_is_reading(before: Topology, after: Topology) -> None:
    """Whatever was read before, the same comes out."""
    assert reread(after.plain(), before.plain(), before) == after


def test_unchanged_parts_are_not_made_anew() -> None:
    """What is equal in the values is the same object in the drawing."""
    before: dict[str, Any] = {
        "nodes": {"a": {}, "b": {}},
        "links": [{"ends": ["a:e", "b:e"]}, {"ends": ["a:f", "b:f"]}, {"ends": ["a:g", "b:g"]}],
    }
    first = Topology.model_validate(before)
    links = [before["links"][0], before["links"][2]]
    second = reread(
        {**before, "nodes": {"a": {}, "b": {"kind": "router"}}, "links": links}, before, first
    )
    assert second.nodes["a"] is first.nodes["a"]
    assert second.nodes["b"].kind == "router"
    assert [*map(id, second.links)] == [id(first.links[0]), id(first.links[2])]


@pytest.mark.parametrize(
    "broken",
    [
        {"nodes": {"a": {"kind": "ghost"}}},
        {"nodes": {"A b": {}}},
        {"links": [{"ends": ["a:e"]}]},
        {"links": 7},
        {"nodes": ["a"]},
        {"colour": "red"},
    ],
)
def test_a_mistake_is_found(broken: dict[str, Any]) -> None:
    """What is wrong in itself is refused as ever."""
    before = {"nodes": {"a": {}, "b": {}}, "links": [{"ends": ["a:e", "b:e"]}]}
    with pytest.raises(ValidationError):
        reread({**before, **broken}, before, Topology.model_validate(before))


def test_short_links_say_things_about_nodes() -> None:
    """Their addresses get to the nodes, though these themselves are unchanged."""
    before = {"nodes": {"a": {}, "b": {}}, "links": ["a:e -- b:e"]}
    after = {**before, "links": ["a:e 10.0.0.1/24 -- b:e"]}
    read = reread(after, before, Topology.model_validate(before))
    assert read == Topology.model_validate(after)
    assert read.nodes["a"].interfaces["e"].addresses
