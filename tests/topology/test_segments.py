"""Who hears whom: segments by cables, switches and VLANs, and the loops in them."""

import time

import pytest

from designer.topology.addressing import assign_addresses
from designer.topology.document import read_text
from designer.topology.segment import find_segments
from designer.topology.topology import Topology
from designer.topology.values import End


def read(text: str) -> Topology:
    """Return a drawing that has no errors."""
    document = read_text(text)
    assert document.topology is not None, document.problems
    assert document.errors == []
    return document.topology


def segments(text: str) -> list[set[str]]:
    """Return the segments of a drawing, each as the ends in it."""
    return [set(map(str, one.members)) for one in find_segments(read(text))]


HOSTS = "  a: \n  b: \n  c: \n  d: \n"
ONE_SWITCH = (
    "links: ['a:e -- s:p1', 'b:e -- s:p2', 'c:e -- s:p3', 'd:e -- s:p4']\nnodes:\n"
    + HOSTS
    + "  s: {kind: switch, interfaces: {p1: {vlan: 10}, p2: {vlan: 20}, p3: {vlan: 10}}}\n"
)
TWO_SWITCHES = (
    "links: ['a:e -- s:p', 'b:e -- s:q', 'c:e -- t:p', 'd:e -- t:q', 's:x -- t:x']\nnodes:\n"
    + HOSTS
    + "  s: {kind: switch, interfaces: {p: {vlan: 10}, q: {vlan: 20}, x: {trunk: %s}}}\n"
    + "  t: {kind: switch, interfaces: {p: {vlan: 10}, q: {vlan: 20}, x: {trunk: %s}}}\n"
)
ON_A_STICK = (
    "links: ['a:e -- s:p', 'b:e -- s:q', 'r:e -- s:t']\nnodes:\n  a: \n  b: \n"
    "  r:\n    kind: router\n    interfaces:\n"
    "      e10: {device: {kind: vlan, parent: e, vid: 10}}\n"
    "      e20: {device: {kind: vlan, parent: e, vid: 20}}\n"
    "  s: {kind: switch, interfaces: {p: {vlan: 10}, q: {vlan: 20}, t: {trunk: [10, 20]}}}\n"
)
PROVIDER = (
    "links: ['a:e -- s:p', 's:u -- p1:c', 'p1:t -- p2:t', 'p2:c -- t:u', 'b:e -- t:p',"
    " 'c:e -- t:q', 'd:e -- p2:d']\nnodes:\n"
    + HOSTS
    + "  s: {kind: switch, interfaces: {p: {vlan: 10}, u: {trunk: [10, 20]}}}\n"
    + "  t: {kind: switch, interfaces: {p: {vlan: 10}, q: {vlan: 20}, u: {trunk: [10, 20]}}}\n"
    + "  p1: {kind: switch, vlan_protocol: 802.1ad,"
    + " interfaces: {c: {vlan: 100}, t: {trunk: [100, 200]}}}\n"
    + "  p2: {kind: switch, vlan_protocol: 802.1ad,"
    + " interfaces: {c: {vlan: 100}, d: {vlan: 200}, t: {trunk: [100, 200]}}}\n"
)


def test_vlans_of_one_switch_are_apart() -> None:
    """A port that says nothing is in VLAN 1, with nobody else here."""
    assert segments(ONE_SWITCH) == [{"a:e", "c:e"}, {"b:e"}, {"d:e"}]


def test_a_trunk_joins_what_both_its_ends_carry() -> None:
    """VLAN 10 goes across and VLAN 20 does not."""
    assert segments(TWO_SWITCHES % ("[10, 20]", "[10]")) == [{"a:e", "c:e"}, {"b:e"}, {"d:e"}]
    assert segments(TWO_SWITCHES % ("[1-4094]", "[10, 20]")) == [{"a:e", "c:e"}, {"b:e", "d:e"}]


def test_a_native_vlan_may_change_its_number() -> None:
    """Untagged frames are of the VLAN that each end says."""
    ends = ("[30], native: 10", "[30], native: 20")
    assert segments(TWO_SWITCHES % ends) == [{"a:e", "d:e"}, {"b:e"}, {"c:e"}]


def test_a_router_on_a_stick_is_in_both_vlans() -> None:
    """By its VLAN interfaces; the trunk itself has nobody to talk to, and no address."""
    assert segments(ON_A_STICK) == [{"a:e", "r:e10"}, {"b:e", "r:e20"}, {"r:e"}]
    addresses = {str(end): str(ones[0]) for end, ones in assign_addresses(read(ON_A_STICK)).items()}
    assert addresses == {
        "a:e": "10.0.1.2/24",
        "r:e10": "10.0.1.1/24",
        "b:e": "10.0.2.2/24",
        "r:e20": "10.0.2.1/24",
    }


def test_a_provider_keeps_the_tags_of_its_customer() -> None:
    """QinQ: the customer's VLAN 10 at both ends is one segment, and no other gets in."""
    assert segments(PROVIDER) == [{"a:e", "b:e"}, {"c:e"}, {"d:e"}]


def test_a_switch_has_addresses_by_vlan() -> None:
    """Its own bridge is in the VLAN it is given, and VLAN interfaces on it in theirs."""
    own = (
        "s: {addresses: [10.0.1.9/24], vlan: 10},"
        " v20: {device: {kind: vlan, parent: s, vid: 20}, addresses: [10.0.2.9/24]}, "
    )
    text = ONE_SWITCH.replace("interfaces: {p1", f"interfaces: {{{own} p1")
    assert segments(text) == [{"a:e", "c:e", "s:s"}, {"b:e", "s:v20"}, {"d:e"}]


def test_a_switch_without_vlans_passes_tags_on() -> None:
    """VLAN interfaces behind a plain switch hear those of their own number."""
    text = (
        "links: ['a:e -- s:p', 'b:e -- s:q', 'c:e -- s:r']\nnodes:\n  s: switch\n  c: \n"
        "  a: {interfaces: {v: {device: {kind: vlan, parent: e, vid: 7}}}}\n"
        "  b: {interfaces: {v: {device: {kind: vlan, parent: e, vid: 7}},"
        " w: {device: {kind: vlan, parent: e, vid: 8}}}}\n"
    )
    assert segments(text) == [{"a:e", "b:e", "c:e"}, {"a:v", "b:v"}, {"b:w"}]


def loops(text: str) -> list[str]:
    """Return what is said of loops."""
    return [one.message for one in read_text(text).problems if one.code == "switch-loop"]


TWICE = (
    "links: ['s:a -- t:a', 's:b -- t:b']\nnodes:\n"
    "  s: {kind: switch, %s interfaces: {a: {%s}, b: {%s}}}\n"
    "  t: {kind: switch, %s interfaces: {a: {%s}, b: {%s}}}\n"
)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (("", "", "", "", "", ""), "closes a loop through s and t, in which"),
        (("", "vlan: 1", "vlan: 2", "", "vlan: 1", "vlan: 2"), ""),
        (("", "trunk: [1-9]", "trunk: [5-20]", "", "trunk: [1-9]", "trunk: [5-20]"), "VLAN 5-9,"),
        (("", "trunk: [1-9]", "trunk: [10-20]", "", "trunk: [1-9]", "trunk: [10-20]"), ""),
        (("", "vlan: 7", "trunk: [7]", "", "vlan: 7", "trunk: [7]"), "in VLAN 7, in which"),
        (("", "vlan: 7", "vlan: 8", "", "", ""), ""),
        (("", "vlan: 7", "vlan: 7", "", "", ""), "closes a loop"),
        (("stp: true,", "", "", "", "", ""), ""),
        (("loop: allowed,", "", "", "", "", ""), ""),
        (("", "trunk: [7]", "trunk: [7]", "loop: allowed,", "trunk: [7]", "trunk: [7]"), ""),
        (("stp: true,", "trunk: [7]", "trunk: [7]", "stp: true,", "trunk: [7]", "trunk: [7]"), ""),
        (
            ("stp: true,", "trunk: [7]", "trunk: [7]", "", "trunk: [7]", "trunk: [7]"),
            "the spanning tree does not see it",
        ),
        (
            (
                "stp: true,",
                "trunk: [7], native: 1",
                "trunk: [7], native: 1",
                "",
                "trunk: [7], native: 1",
                "trunk: [7], native: 1",
            ),
            "",
        ),
    ],
)
def test_loops_are_those_of_a_vlan(said: tuple[str, ...], words: str) -> None:
    """Two cables between two switches are a loop where a VLAN has both, and nothing stops it."""
    found = loops(TWICE % said)
    assert len(found) == bool(words)
    assert words in "".join(found)


def test_a_loop_around_a_spanning_tree_is_seen() -> None:
    """Two switches with STP and a third, without, whose trunks have no native VLAN."""
    text = (
        "links: ['s:a -- t:a', 's:b -- f:b', 't:b -- f:c']\nnodes:\n"
        "  s: {kind: switch, stp: true, interfaces: {a: {trunk: [7]}, b: {trunk: [7]}}}\n"
        "  t: {kind: switch, stp: true, interfaces: {a: {trunk: [7]}, b: {trunk: [7]}}}\n"
        "  f: {kind: switch, interfaces: {b: {trunk: [7]}, c: {trunk: [7]}}}\n"
    )
    assert len(loops(text)) == 1
    assert loops(text.replace("{kind: switch, inter", "{kind: switch, stp: true, inter")) == []
    assert loops(text.replace("trunk: [7]", "trunk: [7], native: 1")) == []


def test_a_ring_with_one_spanning_tree_is_none() -> None:
    """One switch with STP hears its own frames come around, and cuts the ring."""
    ring = "links: ['s:a -- t:a', 't:b -- u:a', 'u:b -- s:b']\nnodes:\n  t: switch\n  u: switch\n"
    assert loops(ring + "  s: {kind: switch, stp: true}") == []
    assert len(loops(ring + "  s: switch")) == 1


@pytest.mark.parametrize(
    ("text", "code", "element"),
    [
        (ON_A_STICK.replace("[10, 20]}", "[10]}"), "tag-not-taken", "nodes/r/interfaces/e20"),
        (
            TWO_SWITCHES.replace("p: {vlan: 10}", "p: {trunk: [10]}", 1) % ("[10, 20]", "[10, 20]"),
            "untagged-not-taken",
            "nodes/a/interfaces/e",
        ),
        (
            ONE_SWITCH.replace(
                "interfaces: {p1",
                "interfaces: {s: {vlan: 10, addresses: [10.9.0.1/24]},"
                " v: {device: {kind: vlan, parent: s, vid: 10}, addresses: [10.9.1.1/24]}, p1",
            ),
            "tag-not-taken",
            "nodes/s/interfaces/v",
        ),
    ],
)
def test_frames_that_nobody_takes_are_a_warning(text: str, code: str, element: str) -> None:
    """At the interface that sends them."""
    found = [(one.code, one.element, one.severity) for one in read_text(text).problems]
    assert (code, element, "warning") in found


def test_many_vlans_on_many_trunks_are_refused_and_not_followed() -> None:
    """What would take the server minutes is said to be too much in a second or so."""
    trunks = {f"t{number}": {"trunk": ["1-4094"]} for number in range(200)}
    access = {f"p{number}": {"vlan": number} for number in range(1, 900)}
    nodes = {name: {"kind": "switch", "interfaces": {**trunks, **access}} for name in ("s", "t")}
    nodes |= {f"h{number}": {} for number in range(1, 900)}
    links = [{"ends": [f"s:t{number}", f"t:t{number}"]} for number in range(200)]
    links += [{"ends": [f"s:p{number}", f"h{number}:e"]} for number in range(1, 900)]
    began = time.monotonic()
    topology = Topology.model_validate({"nodes": nodes, "links": links})
    document = read_text(topology.to_json())
    assert [one.code for one in document.problems] == ["too-large"]
    assert time.monotonic() - began < 20


def test_segments_know_every_end_once() -> None:
    """No interface is in two segments."""
    for text in (ONE_SWITCH, ON_A_STICK, PROVIDER):
        ends: list[End] = [end for one in find_segments(read(text)) for end in one.members]
        assert len(ends) == len(set(ends))


def test_one_network_in_two_vlans_is_a_warning_unless_it_is_meant() -> None:
    """An expectation that the one does not reach the other says so."""
    given = "".join(
        f"  {name}: {{interfaces: {{e: {{addresses: [10.9.0.{place}/24]}}}}}}\n"
        for place, name in enumerate("abcd", 1)
    )
    drawing = ONE_SWITCH.replace(HOSTS, given)
    apart = "".join(f"  - {{from: a, to: {one}, outcome: blocked}}\n" for one in "bd")
    codes = {one.code for one in read_text(drawing).problems}
    assert codes == {"network-on-two-segments"}
    assert read_text(f"{drawing}expect:\n{apart}").problems == ()


def test_a_bond_is_one_cable() -> None:
    """Its members are no loop, and what stands on it is where their cables lead."""
    text = (
        "links: ['a:e1 -- s:p1', 'a:e2 -- s:p2', 's:q1 -- t:q1', 's:q2 -- t:q2', 'b:e -- t:p']\n"
        "nodes:\n  b: \n  a: {interfaces: {"
        "b0: {device: {kind: bond, mode: active-backup, members: [e1, e2]}}}}\n"
        "  s: {kind: switch, interfaces: {"
        "up: {device: {kind: bond, mode: 802.3ad, members: [q1, q2]}}, "
        "down: {device: {kind: bond, mode: 802.3ad, members: [p1, p2]}}}}\n"
        "  t: {kind: switch, interfaces: {"
        "up: {device: {kind: bond, mode: 802.3ad, members: [q1, q2]}}}}\n"
    )
    assert {"b:e", "a:b0"} in segments(text)


@pytest.mark.parametrize(
    ("ports", "cut"),
    [
        (("vlan: 10", "vlan: 20"), ["10", "20"]),
        (("trunk: [10, 20]", "trunk: [10]"), ["20"]),
        (("trunk: [10]", "trunk: [10-30]"), ["11-30"]),
        (("trunk: [10, 20]", "trunk: [10, 20]"), []),
        (("vlan: 10", "vlan: 10"), []),
    ],
)
def test_a_vlan_that_a_spanning_tree_may_cut_is_a_warning(
    ports: tuple[str, str], cut: list[str]
) -> None:
    """It blocks one of two cables, whichever VLANs are on it."""
    drawing = TWICE % ("stp: true,", *ports, "stp: true,", *ports)
    found = [one for one in read_text(drawing).problems if one.code == "vlan-cut-by-stp"]
    assert {one.severity for one in found} <= {"warning"}
    assert [one.message.split(" VLAN ")[1].split(" is not")[0] for one in found] == cut


def test_a_plain_spanning_tree_cuts_nothing() -> None:
    """Without VLANs, and where VLANs are beside the loop, there is nothing to warn of."""
    plain = TWICE % ("stp: true,", "", "", "stp: true,", "", "")
    assert read_text(plain).problems == ()
    beside = plain.replace("'s:b -- t:b'", "'s:b -- t:b', 'h:e -- s:c'")
    beside = beside.replace("interfaces: {a: {}, b: {}}", "interfaces: {c: {vlan: 7}}", 1)
    codes = {one.code for one in read_text(f"{beside}  h: \n").problems}
    assert "vlan-cut-by-stp" not in codes
