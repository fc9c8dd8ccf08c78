"""What became of a drawing, element by element."""

from hypothesis import given, settings

from designer.topology.changes import Change, find_changes
from designer.topology.document import read_text
from designer.topology.topology import Topology
from tests.strategies.drawings import topologies

BEFORE = """
name: office
nodes:
  h1: {interfaces: {eth0: {mtu: 1400}}, routes: [{destination: default, gateway: 10.0.0.9}]}
  h2: host
  sw: switch
links: ['h1:eth0 -- sw:p1', 'h2:eth0 -- sw:p2']
expect: [{from: h1, to: h2, probe: ping}]
layout: {h1: [0, 0], h2: [10, 10], sw: [20, 20]}
"""
AFTER = """
name: home
nodes:
  h1: {interfaces: {eth0: {mtu: 1500}}, routes: [{destination: default, gateway: 10.0.0.1}]}
  sw: {kind: switch, stp: true}
  r: router
links: [{ends: [sw:p1, h1:eth0], cut: true}, 'r:eth0 -- sw:p3']
expect: [{from: h1, to: h2, probe: ping, outcome: blocked}]
layout: {h1: [0, 50], sw: [20, 20], r: [1, 1]}
"""


def drawn(text: str) -> Topology:
    """Return a drawing, mistakes and all."""
    topology = read_text(text).topology
    assert topology is not None
    return topology


def said(one: Change) -> tuple[str, str, str, tuple[str, ...]]:
    """Return a change without the values of its fields."""
    return one.kind, one.element, one.title, tuple(field.field for field in one.fields)


def test_every_kind_of_element_is_compared() -> None:
    """Each element by itself; a cable drawn the other way round is the same cable."""
    assert [said(one) for one in find_changes(drawn(BEFORE), drawn(AFTER))] == [
        ("changed", "", "the lab", ("name",)),
        ("changed", "nodes/h1", "h1", ("position",)),
        ("changed", "nodes/h1/interfaces/eth0", "h1:eth0", ("mtu",)),
        (
            "changed",
            "nodes/h1/routes/0",
            "route of h1: destination default, gateway 10.0.0.1",
            ("gateway",),
        ),
        ("changed", "nodes/sw", "sw", ("stp",)),
        ("added", "nodes/r", "router r", ()),
        ("removed", "nodes/h2", "host h2", ()),
        ("changed", "links/0", "link sw:p1 -- h1:eth0", ("cut",)),
        ("added", "links/1", "link r:eth0 -- sw:p3", ()),
        ("removed", "links/1", "link h2:eth0 -- sw:p2", ()),
        ("changed", "expect/0", "h1 must not reach h2 by ping", ("outcome",)),
    ]


def test_a_field_says_what_it_was_and_is() -> None:
    """None stands for what was left out."""
    (mtu,) = find_changes(drawn(BEFORE), drawn(BEFORE.replace(" {mtu: 1400}", " {up: false}")))
    assert [(one.field, one.before, one.after) for one in mtu.fields] == [
        ("mtu", 1400, None),
        ("up", None, False),
    ]


@settings(max_examples=80, deadline=None)
@given(topologies, topologies)
def test_changes_are_told_from_both_sides(one: Topology, other: Topology) -> None:
    """Nothing lies between a drawing and itself; what is added one way is removed the other."""
    assert find_changes(one, one) == ()
    there, back = find_changes(one, other), find_changes(other, one)
    opposite = {"added": "removed", "removed": "added", "changed": "changed"}
    assert sorted((opposite[each.kind], each.element.split("/")[0]) for each in there) == sorted(
        (each.kind, each.element.split("/")[0]) for each in back
    )
    if not there:
        assert one.model_copy(update={"version": other.version}).nodes == other.nodes
