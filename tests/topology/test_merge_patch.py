"""Merge patches say what changes one document into another (RFC 7396)."""

from hypothesis import given

from designer.topology.merge_patch import apply_patch, find_patch
from designer.topology.topology import Topology
from tests.strategies.drawings import topologies


@given(topologies, topologies)
def test_a_patch_leads_from_one_to_the_other(before: Topology, after: Topology) -> None:
    """Whatever changed, carrying it out gives the other document; null is no value of a patch."""
    after = after.model_copy(update={"addressing": before.addressing})
    one, other = before.plain(), after.plain()
    assert Topology.model_validate(apply_patch(one, find_patch(one, other))) == after


@given(topologies)
def test_nothing_changes_nothing(topology: Topology) -> None:
    """The patch between equal documents is empty."""
    assert find_patch(topology.plain(), topology.plain()) == {}


def test_only_what_changes_is_named() -> None:
    """A key that is gone becomes null, a list is one value."""
    before = {"a": {"b": 1, "c": 2}, "d": [1, 2], "e": 0}
    after = {"a": {"b": 1, "c": 3}, "d": [2], "f": {}}
    assert find_patch(before, after) == {"a": {"c": 3}, "d": [2], "e": None, "f": {}}
