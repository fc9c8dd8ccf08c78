"""Why a probe came back as it did: the first cause, in words."""

from ipaddress import ip_address

import pytest

from designer.state.explain import explain, find_fault
from designer.state.lower import lower
from designer.topology.document import read_text
from designer.topology.outcome import Outcome


def fault(drawing: str, start: str, target: str) -> str:
    """Return what keeps `start` from reaching an address in a drawing."""
    topology = read_text(drawing).topology
    assert topology is not None
    return find_fault(lower(topology), start, ip_address(target))


ROUTED = """
nodes:
  a: {routes: [{destination: default, gateway: 10.0.1.1}]}
  r: router
  b: {routes: [{destination: default, gateway: 10.0.2.1}]}
links: ['a:e -- r:x', 'r:y -- b:e']
"""
NOT_FORWARDING = ROUTED.replace("r: router", "r: {kind: router, forwarding: false}")
NO_RETURN = ROUTED.replace("gateway: 10.0.2.1", "gateway: 10.0.2.9")
NO_ROUTE = ROUTED.replace("routes: [{destination: default, gateway: 10.0.1.1}]", "")
DOWN = "nodes: {a: {interfaces: {%s: {up: false}}}, b: }\nlinks: ['a:e -- b:e']"
SWITCHED = """
nodes: {a: , b: , s: {kind: switch, interfaces: {s: {up: false}}}}
links: ['a:e -- s:p', 'b:e -- s:q']
"""


@pytest.mark.parametrize(
    ("drawing", "start", "target", "words"),
    [
        (ROUTED, "a", "10.0.2.2", ""),
        (ROUTED, "a", "10.0.9.9", "r has no route to 10.0.9.9"),
        (NOT_FORWARDING, "a", "10.0.2.2", "r does not forward IPv4"),
        (NO_RETURN, "a", "10.0.2.2", "the answer does not return"),
        (NO_ROUTE, "a", "10.0.2.2", "a has no route to 10.0.2.2"),
        (ROUTED, "a", "10.0.1.77", "nobody on the wire of a:e has the address 10.0.1.77"),
        (ROUTED, "a", "fd00::1", "a has no IPv6 address"),
        (DOWN % "lo", "a", "10.0.1.1", "lo is down in a"),
        (DOWN % "e", "a", "10.0.1.2", "a:e is down"),
        (DOWN % "e", "b", "10.0.1.1", "the other end of b:e, is down"),
        (SWITCHED, "a", "10.0.1.2", "nobody on the wire"),
    ],
)
def test_first_cause_is_named(drawing: str, start: str, target: str, words: str) -> None:
    """The way there is followed hop by hop, then the way back."""
    found = fault(drawing, start, target)
    assert words in found
    assert bool(found) == bool(words)


def test_masquerade_lets_answers_return() -> None:
    """The outside has no route into the lab, but answers the address it saw."""
    drawing = (
        "nodes: {a: {routes: [{destination: default, gateway: 10.0.1.1}]}, i: internet}\n"
        "links: ['a:e -- i:e']"
    )
    assert fault(drawing, "a", "100.64.0.1") == ""
    assert "has no route" in fault(drawing, "i.outside", "10.0.1.2")


def test_sound_network_is_explained_by_the_outcome() -> None:
    """Where tables and wires are right, the reason is what the outcome means."""
    topology = read_text(ROUTED).topology
    assert topology is not None
    reason = explain(lower(topology), "a", ip_address("10.0.2.2"), Outcome.TIMED_OUT)
    assert reason == Outcome.TIMED_OUT.reason
