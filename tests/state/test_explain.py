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
CUT = """
nodes: {a: , b: , s: switch}
links: [{ends: [a:e, s:p], %s}, {ends: [s:q, b:e], %s}]
"""
LOSES_ALL = "impairment: {loss_percent: 100}, impairment_back: {}"
ROUTE_CUT = ROUTED.replace("'r:y -- b:e'", "{ends: [r:y, b:e], cut: true}")


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
        (CUT % ("cut: true", ""), "a", "10.0.1.2", "a:e is down (the cable a:e -- s:p is cut)"),
        (CUT % ("", "cut: true"), "a", "10.0.1.2", "the cable b:e -- s:q is cut"),
        (CUT % ("", LOSES_ALL), "a", "10.0.1.2", "b:e -- s:q loses every packet from s:q"),
        (CUT % ("", LOSES_ALL), "b", "10.0.1.1", "does not return: the cable b:e -- s:q loses"),
        (ROUTE_CUT, "a", "10.0.2.2", "r:y is down (the cable b:e -- r:y is cut) (on the way"),
        (ROUTE_CUT, "a", "10.0.9.9", "r has no route to 10.0.9.9 (the cable b:e -- r:y is cut)"),
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


@pytest.mark.parametrize(
    ("impairment", "words"),
    [
        ("delay_ms: 600", "the cables on the way take 1200 ms there and back"),
        ("loss_percent: 50", "the cables on the way lose some packets"),
        ("delay_ms: 5, corrupt_percent: 9", "take 10 ms there and back and corrupt some packets"),
        ("rate_kbit: 64", ""),
    ],
)
def test_what_cables_do_is_said_where_nothing_came_back(impairment: str, words: str) -> None:
    """Even behind a switch, the other way round as well; what got through needs no reason."""
    drawing = CUT % ("", f"impairment: {{{impairment}}}")
    topology = read_text(drawing).topology
    assert topology is not None
    for start, target in (("a", "10.0.1.2"), ("b", "10.0.1.1")):
        arguments = lower(topology), start, ip_address(target)
        reason = explain(*arguments, Outcome.TIMED_OUT)
        assert reason.startswith(Outcome.TIMED_OUT.reason)
        assert reason.endswith(words)
        assert ("cables" in reason) == bool(words)
        assert explain(*arguments, Outcome.REACHED) == Outcome.REACHED.reason
