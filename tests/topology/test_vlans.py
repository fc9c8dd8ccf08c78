"""VLANs as a drawing says them, and what is wrong with some."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from designer.topology.document import read_text
from designer.topology.interface import Interface
from designer.topology.vlan import VlanSet, members, merged, minus, set_text

vids = st.integers(1, 4094)
vlan_sets = st.lists(st.tuples(vids, st.integers(0, 9)), max_size=9).map(
    lambda ones: merged((first, min(first + more, 4094)) for first, more in ones)
)


def trunk(*said: object) -> VlanSet:
    """Return a trunk's set as the document's values make it."""
    return Interface.model_validate({"trunk": list(said)}).trunk or ()


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ([10, 20, "30-39"], "10, 20, 30-39"),
        ([20, 10, 10, "9-11", "12"], "9-12, 20"),
        (["1-4094"], "1-4094"),
        ([4094, 1], "1, 4094"),
        (["5-6", 4], "4-6"),
    ],
)
def test_equal_sets_are_one_value(said: list[object], text: str) -> None:
    """However they are written: in order, joined, and none twice."""
    assert set_text(trunk(*said)) == text


@pytest.mark.parametrize("said", [[0], [4095], ["20-10"], ["x"], [], [True], [1.5], ["1-2-3"]])
def test_what_is_no_vlan_is_refused(said: list[object]) -> None:
    """VLANs are 1 to 4094, the lower one of a range first."""
    with pytest.raises(ValidationError):
        trunk(*said)


@pytest.mark.parametrize("said", [10, "10,20", {"10": 20}, ["1"] * 4095])
def test_a_trunk_is_a_list_of_bearable_length(said: object) -> None:
    """One number is no list, and neither is a text with commas."""
    with pytest.raises(ValidationError, match="write a list"):
        Interface.model_validate({"trunk": said})


@pytest.mark.parametrize(
    "said", [{"vlan": 10, "trunk": [10]}, {"native": 1}, {"vlan": 10, "native": 1}, {"vlan": 4095}]
)
def test_a_port_is_one_kind_of_port(said: dict[str, Any]) -> None:
    """An access port or a trunk, and only a trunk has a native VLAN."""
    with pytest.raises(ValidationError):
        Interface.model_validate(said)


@given(vlan_sets)
def test_a_set_survives_being_written(vlans: VlanSet) -> None:
    """What the document says of a set is that set."""
    if vlans:
        written = Interface(trunk=vlans).model_dump(mode="json")["trunk"]
        assert trunk(*written) == vlans


@given(vlan_sets, vlan_sets)
def test_sets_are_subtracted(one: VlanSet, other: VlanSet) -> None:
    """By ranges as by numbers."""
    left = set(members(one)) - set(members(other))
    assert minus(one, other) == merged((vid, vid) for vid in left)


SWITCHES = "links: ['s1:t -- s2:t']\nnodes:\n"


@pytest.mark.parametrize(
    ("drawing", "code", "element"),
    [
        ("nodes: {a: {interfaces: {e: {vlan: 1}}}}", "vlan-without-port", "nodes/a/interfaces/e"),
        (
            "nodes: {s: {kind: switch, interfaces: {p: {vlan: 1, addresses: [10.0.0.1/24]}}}}",
            "vlan-without-port",
            "nodes/s/interfaces/p",
        ),
        (
            "nodes: {s: {kind: switch, vlan_filtering: false, interfaces: {p: {vlan: 1}}}}",
            "vlan-without-filtering",
            "nodes/s/interfaces/p",
        ),
        ("nodes: {a: {vlan_filtering: true}}", "vlan-without-switch", "nodes/a"),
        ("nodes: {a: {kind: router, loop: allowed}}", "vlan-without-switch", "nodes/a"),
        ("nodes: {s: {kind: switch, vlan_protocol: 802.1ad}}", "protocol-without-vlans", "nodes/s"),
        (
            "nodes: {s: {kind: switch, interfaces: {p: {vlan: 1, trunk: [2]}}}}",
            "invalid-value",
            "nodes/s/interfaces/p",
        ),
        (
            SWITCHES
            + "  s1: {kind: switch, interfaces: {t: {trunk: [10, 20]}}}\n"
            + "  s2: {kind: switch, interfaces: {t: {trunk: [10, 30]}}}",
            "trunks-differ",
            "links/0",
        ),
        (
            SWITCHES
            + "  s1: {kind: switch, interfaces: {t: {vlan: 10}}}\n"
            + "  s2: {kind: switch, interfaces: {t: {vlan: 20}}}",
            "vlans-joined",
            "links/0",
        ),
        (
            SWITCHES
            + "  s1: {kind: switch, interfaces: {t: {trunk: [10], native: 1}}}\n"
            + "  s2: {kind: switch, interfaces: {t: {trunk: [10]}}}",
            "trunks-differ",
            "links/0",
        ),
    ],
)
def test_mistakes_are_named_at_their_element(drawing: str, code: str, element: str) -> None:
    """One mistake, one kind of problem, where it is."""
    assert (code, element) in {(one.code, one.element) for one in read_text(drawing).problems}


def test_problems_of_a_trunk_say_which_vlans() -> None:
    """Each end is told what the other one does not take."""
    drawing = (
        SWITCHES
        + "  s1: {kind: switch, interfaces: {t: {trunk: [10, 20-29]}}}\n"
        + "  s2: {kind: switch, interfaces: {t: {trunk: [10, 22, 30]}}}"
    )
    said = [one.message for one in read_text(drawing).problems]
    assert any("s1:t sends VLAN 20-21, 23-29 with a tag, and s2:t does not" in one for one in said)
    assert any("s2:t sends VLAN 30 with a tag, and s1:t does not" in one for one in said)


def test_sound_vlans_have_no_problem() -> None:
    """A native VLAN that is in its trunk's set as well, and a provider's switch, are fine."""
    drawing = (
        "links: ['s1:t -- s2:t', 's2:u -- p:c']\nnodes:\n"
        "  s1: {kind: switch, interfaces: {t: {trunk: [10, 20], native: 10}}}\n"
        "  s2: {kind: switch, interfaces: {t: {trunk: [20], native: 10}, u: {trunk: [20]}}}\n"
        "  p: {kind: switch, vlan_protocol: 802.1ad, interfaces: {c: {vlan: 100}}}"
    )
    assert read_text(drawing).problems == ()
