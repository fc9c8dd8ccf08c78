"""Why a probe came back as it did: the first cause, in words."""

from ipaddress import ip_address

import pytest

from designer.state.explain import explain, find_fault
from designer.state.interface import InterfaceId
from designer.state.lower import lower
from designer.state.wire import domains, hearers
from designer.topology.document import read_text
from designer.topology.expectation import parse_probe
from designer.topology.outcome import Outcome


def fault(drawing: str, start: str, target: str, probe: str = "ping") -> str:
    """Return what keeps `start` from reaching an address in a drawing."""
    topology = read_text(drawing).topology
    assert topology is not None
    return find_fault(lower(topology), start, ip_address(target), parse_probe(probe))


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


FILTERED = """
nodes:
  a: {routes: [{destination: default, gateway: 10.0.1.1}]}
  r: {kind: router, rules: [%s], policy: {forward: %s}}
  b: {routes: [{destination: default, gateway: 10.0.2.1}], rules: [%s]}
links: ['a:e -- r:x', 'r:y -- b:e']
"""
NO_SSH = "{action: deny, protocol: tcp, port: 22, from: 10.0.1.0/24}"
KNOWN = "{action: allow, state: [established, related]}"
WEB = "{action: allow, protocol: tcp, port: [80, 443], in: x, out: y}"
REJECT = "{action: reject, protocol: udp, port: 5000-5010}"
MASQUERADE = "{action: masquerade, out: y}"
DNAT = "{action: dnat, in: x, protocol: tcp, port: 8080, to_address: 10.0.2.2, to_port: 80}"


@pytest.mark.parametrize(
    ("rules", "policy", "at_target", "target", "probe", "words"),
    [
        (NO_SSH, "allow", "", "10.0.2.2", "tcp/22", "r denies it: rule 1 (deny tcp/22 from 10.0.1"),
        (NO_SSH, "allow", "", "10.0.2.2", "tcp/80", ""),
        (f"{WEB}, {KNOWN}", "deny", "", "10.0.2.2", "tcp/443", ""),
        (f"{WEB}, {KNOWN}", "deny", "", "10.0.2.2", "tcp/22", "the policy of its forward chain"),
        (
            WEB,
            "deny",
            "",
            "10.0.2.2",
            "tcp/443",
            "the answer does not return: r denies it: the pol",
        ),
        (REJECT, "allow", "", "10.0.2.2", "udp/5005", "r rejects it: rule 1 (reject udp/5000-5010"),
        ("", "allow", NO_SSH, "10.0.2.2", "tcp/22", "b denies it: rule 1"),
        (MASQUERADE, "allow", NO_SSH, "10.0.2.2", "tcp/22", ""),
        (DNAT, "allow", "", "10.0.1.1", "tcp/8080", ""),
        (
            DNAT,
            "allow",
            "{action: deny, protocol: tcp, port: 80}",
            "10.0.1.1",
            "tcp/8080",
            "b deni",
        ),
        (DNAT, "allow", "{action: deny, protocol: tcp, port: 80}", "10.0.1.1", "tcp/8081", ""),
        ("{action: deny, protocol: icmp}", "allow", "", "10.0.2.2", "ping", "deny icmp"),
        ("{action: deny, protocol: icmp, chain: input}", "allow", "", "10.0.2.2", "ping", ""),
        (
            "{action: deny, protocol: icmp, chain: input}",
            "allow",
            "",
            "10.0.1.1",
            "ping",
            "r denie",
        ),
    ],
)
def test_rules_are_named(  # noqa: PLR0913, PLR0917 - a row of the table
    rules: str, policy: str, at_target: str, target: str, probe: str, words: str
) -> None:
    """What a rule or a policy stops is told by its number and words, on both ways."""
    found = fault(FILTERED % (rules, policy, at_target), "a", target, probe)
    assert words in found
    assert bool(found) == bool(words)


def test_own_rules_stop_what_a_node_sends() -> None:
    """The output chain of the node that asks is looked at, and an answer's at the target."""
    closed = "nodes: {a: {policy: {output: deny}}, b: }\nlinks: ['a:e -- b:e']"
    assert fault(closed, "a", "10.0.1.2") == "a denies it: the policy of its output chain"
    assert "the answer does not return: a denies" in fault(closed, "b", "10.0.1.1")


def test_a_loopback_with_rules() -> None:
    """A packet to oneself passes one's own output and input."""
    closed = "nodes: {a: {rules: [{action: deny, in: lo}]}, b: }\nlinks: ['a:e -- b:e']"
    assert fault(closed, "a", "10.0.1.1") == "a denies it: rule 1 (deny in lo)"
    assert fault(closed, "b", "10.0.1.1") == ""


VLANS = """
nodes:
  a: {interfaces: {e: {addresses: [10.0.0.1/24]}}}
  b: {interfaces: {e: {addresses: [10.0.0.2/24]}}}
  c: {interfaces: {e: {addresses: [10.0.0.3/24]}}}
  d: {interfaces: {e: {addresses: []},
      v: {addresses: [10.0.0.4/24], device: {kind: vlan, parent: e, vid: 20}}}}
  s: {kind: switch, interfaces: {p1: {vlan: 10}, p2: {vlan: 20}, x: {trunk: [10, 20]},
      s: {vlan: 20, addresses: [10.0.0.9/24]}}}
  t: {kind: switch, interfaces: {p3: {vlan: 20}, p4: {trunk: [20]}, x: {trunk: [10, 20]}}}
links: ['a:e -- s:p1', 'b:e -- s:p2', 's:x -- t:x', 'c:e -- t:p3', 'd:e -- t:p4']
"""


@pytest.mark.parametrize(
    ("old", "new", "start", "target", "words"),
    [
        ("", "", "b", "10.0.0.3", ""),
        ("", "", "b", "10.0.0.4", ""),
        ("", "", "d", "10.0.0.9", ""),
        ("", "", "s", "10.0.0.4", ""),
        ("", "", "a", "10.0.0.2", "s:p1 is in VLAN 10 and s:p2 in VLAN 20"),
        ("", "", "a", "10.0.0.9", "s:p1 is in VLAN 10 and s:s in VLAN 20"),
        ("", "", "s", "10.0.0.1", "s:s is in VLAN 20 and s:p1 in VLAN 10"),
        ("", "", "a", "10.0.0.3", "t:p3 is in VLAN 20 and passes no frame of VLAN 10"),
        ("", "", "a", "10.0.0.4", "the trunk t:p4 does not carry VLAN 10"),
        ("x: {trunk: [10, 20]},", "x: {trunk: [10]},", "b", "10.0.0.3", "the trunk s:x does not"),
        ("x: {trunk: [10, 20]}}", "x: {trunk: [10]}}", "b", "10.0.0.3", "the trunk t:x does not"),
        (
            "p2: {vlan: 20}",
            "p2: {trunk: [20]}",
            "b",
            "10.0.0.3",
            "s:p2 is a trunk without a native VLAN",
        ),
        ("p4: {trunk: [20]}", "p4: {vlan: 20}", "b", "10.0.0.4", ""),
        ("p4: {trunk: [20]}", "p4: {vlan: 30}", "d", "10.0.0.3", "passes no frame of VLAN 20"),
        ("parent: e, vid: 20", "parent: e, vid: 10", "b", "10.0.0.4", "with a tag of VLAN 20, and"),
        ("p3: {vlan: 20}", "p3: {trunk: [20]}", "b", "10.0.0.3", "which c:e does not look at"),
        ("p2: {vlan: 20}", "p2: {vlan: 10}", "b", "10.0.0.9", "VLAN 10 and s:s in VLAN 20"),
        ("s: {vlan: 20, a", "s: {trunk: [20], a", "b", "10.0.0.9", "which s:s does not look at"),
    ],
)
def test_a_vlan_that_separates_is_named(
    old: str, new: str, start: str, target: str, words: str
) -> None:
    """Which port, and which VLANs; an access port takes its own VLAN with a tag as well."""
    assert old in VLANS
    found = fault(VLANS.replace(old, new), start, target)
    assert words in found
    assert bool(found) == bool(words)


def test_what_stands_on_a_cable_hears_what_comes_there() -> None:
    """A bond by its members, a macvlan beside its parent, the members of a VRF for themselves."""
    drawing = """
nodes:
  a: {interfaces: {b0: {device: {kind: bond, mode: active-backup, members: [e1, e2]},
      addresses: [10.0.0.1/24]}}}
  b: {interfaces: {e: {addresses: []}, m: {device: {kind: macvlan, parent: e},
      addresses: [10.0.0.2/24]}}}
  c: {interfaces: {e: {addresses: [10.0.0.3/24]}, v: {device: {kind: vrf, table: 7, members: [e]}}}}
  s: switch
links: ['a:e1 -- s:p1', 'a:e2 -- s:p2', 'b:e -- s:p3', 'c:e -- s:p4']
"""
    topology = read_text(drawing).topology
    assert topology is not None
    heard = {
        str(one): {str(each) for each in hearers(lower(topology), one)}
        for one in (InterfaceId("a", "b0"), InterfaceId("b", "m"), InterfaceId("c", "e"))
    }
    assert heard == {
        "a:b0": {"s:s", "b:e", "b:m", "c:e"},
        "b:m": {"s:s", "a:b0", "c:e"},
        "c:e": {"s:s", "a:b0", "b:e", "b:m"},
    }


def test_those_who_hear_each_other_are_of_one_wire() -> None:
    """By VLAN, and not by network."""
    topology = read_text(VLANS).topology
    assert topology is not None
    wires = {str(place): number for place, number in domains(lower(topology)).items()}
    assert wires["b:e"] == wires["c:e"] == wires["d:v"] == wires["s:s"]
    assert wires["a:e"] != wires["b:e"]


def test_refused_is_that_nobody_listens() -> None:
    """The packet arrives at its node, which has nothing to say on that port."""
    topology = read_text(ROUTED).topology
    assert topology is not None
    target, probe = ip_address("10.0.2.2"), parse_probe("tcp/80")
    reason = explain(lower(topology), "a", target, Outcome.REFUSED, probe)
    assert reason == "nobody listens on tcp/80 of b"


def test_what_cables_do_is_said_of_what_stands_on_them() -> None:
    """A VLAN interface sends by the cable of its parent."""
    vlan = "{e.5: {device: {kind: vlan, parent: e, vid: 5}, addresses: [10.5.0.%d/24]}}"
    drawing = (
        f"nodes: {{a: {{interfaces: {vlan % 1}}}, b: {{interfaces: {vlan % 2}}}}}\n"
        "links: [{ends: [a:e, b:e], impairment: {delay_ms: 700}}]"
    )
    topology = read_text(drawing).topology
    assert topology is not None
    reason = explain(lower(topology), "a", ip_address("10.5.0.2"), Outcome.TIMED_OUT)
    assert reason.endswith("the cables on the way take 1400 ms there and back")


def test_a_raw_ruleset_on_the_way_is_named_where_nothing_else_is() -> None:
    """What it does nobody here can tell, so that it may is said."""
    drawing = ROUTED.replace("r: router", "r: {kind: router, ruleset: 'add table ip t'}")
    topology = read_text(drawing).topology
    assert topology is not None
    reason = explain(lower(topology), "a", ip_address("10.0.2.2"), Outcome.TIMED_OUT)
    assert reason == f"{Outcome.TIMED_OUT.reason}; the raw ruleset of r may stop it"
