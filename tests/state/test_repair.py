"""What is offered where a node does not reach another, from the reason why it does not."""

from ipaddress import ip_address

import pytest

from designer.state.explain import find_fault
from designer.state.lower import lower
from designer.state.repair import Question, repairs
from designer.topology.document import read_text
from designer.topology.expectation import parse_probe
from designer.topology.fixes import apply_edits
from designer.topology.topology import Topology

ROUTED = """
nodes:
  a: {%s}
  r: {kind: router, %s}
  c: {%s}
links:
  - {ends: [a:e, r:e1]%s}
  - {ends: [r:e2, c:e]}
"""
FAR = """
nodes: {a: , r1: router, r2: router, c: }
links: ['a:e -- r1:e1', 'r1:e2 -- r2:e1', 'r2:e2 -- c:e']
"""
BY_R = "routes: [{destination: default, gateway: %s}]"
BOTH = (BY_R % "10.0.1.1", BY_R % "10.0.2.1")


def drawn(text: str) -> Topology:
    """Return a drawing without errors."""
    document = read_text(text)
    assert document.topology is not None
    assert not document.errors
    return document.topology


@pytest.mark.parametrize(
    ("drawing", "title"),
    [
        (
            ROUTED % ("", "", "", ""),
            "Give a a default route by r; Give c a default route by r",
        ),
        (ROUTED % (BOTH[0], "", "", ""), "Give c a default route by r"),
        (ROUTED % (BOTH[0], "forwarding: false", BOTH[1], ""), "Switch forwarding on at r"),
        (ROUTED % (BOTH[0], "", BOTH[1], ", cut: true"), "Mend the cable a:e -- r:e1"),
        (
            ROUTED % (f"interfaces: {{e: {{up: false}}}}, {BOTH[0]}", "", BOTH[1], ""),
            "Set e of a up",
        ),
        (
            ROUTED % (BOTH[0], "policy: {forward: deny}", BOTH[1], ""),
            ("Allow tcp/80 in the forward chain of r; Allow answers in the forward chain of r"),
        ),
        (
            ROUTED % (BOTH[0], "rules: [{chain: forward, action: deny}]", BOTH[1], ""),
            "Remove rule 1 of r",
        ),
        (
            FAR,
            (
                "Give a a default route by r1; Give r1 a route to 10.0.3.0/24 by r2;"
                " Give c a default route by r2; Give r2 a route to 10.0.1.0/24 by r1"
            ),
        ),
    ],
)
def test_the_reason_is_undone(drawing: str, title: str) -> None:
    """All that is missing on the way there and back is one fix, and with it the way is free."""
    topology = drawn(drawing)
    target = lower(topology).namespaces["c"].interfaces["e"].addresses
    (address,) = [one.ip for one in target]
    question = Question("a", address, parse_probe("tcp/80"))
    first, *others = repairs(topology, question)
    assert first.title == title
    for one in (first, *others):
        changed = Topology.model_validate(apply_edits(topology.plain(), one.edits))
        assert find_fault(lower(changed), "a", address, question.probe) == ""


def test_automatic_routes_are_offered_where_they_help() -> None:
    """One press in the place of a route in each node."""
    question = Question("a", ip_address("10.0.3.2"), parse_probe("ping"))
    assert [one.title for one in repairs(drawn(FAR), question)][1:] == [
        "Find all routes automatically"
    ]


def test_what_works_or_cannot_work_has_no_repair() -> None:
    """Nothing is changed in vain."""
    works = drawn("nodes: {a: , b: }\nlinks: ['a:e -- b:e']")
    ping = parse_probe("ping")
    assert list(repairs(works, Question("a", ip_address("10.0.1.2"), ping))) == []
    assert list(repairs(works, Question("a", ip_address("10.7.7.7"), ping))) == []
    apart = drawn("nodes: {a: , b: , c: , d: }\nlinks: ['a:e -- b:e', 'c:e -- d:e']")
    assert list(repairs(apart, Question("a", ip_address("10.0.2.1"), ping))) == []
