"""Shapes, labels and bends: what people draw for people, and what no host hears of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.exporters import EXPORTERS
from designer.state.lower import lower
from designer.topology.document import read_text, read_values
from designer.topology.likeness import is_addressed_alike, is_wired_alike
from designer.topology.shape import Shape
from designer.topology.topology import Topology
from tests.strategies.drawings import any_shapes, bends, labels
from tests.strategies.sound import sound_topologies

PAIR = "nodes: {a: , b: }\nlinks: [{ends: ['a:e', 'b:e']%s}]\n"


def problems(text: str) -> list[tuple[str, str, str]]:
    """Return code, element and severity of what is wrong with a text."""
    return [(one.code, one.element, one.severity) for one in read_text(text).problems]


def drawn(text: str) -> Topology:
    """Return the drawing that a text says."""
    document = read_text(text)
    assert document.topology is not None, document.problems
    return document.topology


@pytest.mark.parametrize(
    "shape",
    [
        "{kind: note, text: '', at: [0, 0], size: [100, 50]}",
        "{kind: note, text: hello}",
        "{kind: note, text: hello, at: [0, 0], size: [1, 50]}",
        "{kind: note, text: hello, at: [2000000, 0], size: [100, 50]}",
        "{kind: note, text: hello, at: [0, 0], size: [100, 50], members: [a]}",
        "{kind: region, at: [0, 0], size: [100, 50], color: mauve}",
        "{kind: group, members: [a], at: [0, 0]}",
        '{kind: group, text: "a\\u202eb", members: [a]}',
        "{kind: blob, at: [0, 0], size: [100, 50]}",
        "{kind: group, members: [a], href: x}",
    ],
)
def test_shape_that_makes_no_sense_is_refused(shape: str) -> None:
    """Each is an error at the shape, and the rest of the drawing is still read."""
    found = problems(f"nodes: {{a: }}\nshapes: [{shape}]")
    assert {element for _, element, _ in found} == {"shapes/0"}
    assert {severity for _, _, severity in found} == {"error"}


def test_limits_of_texts_bends_and_number() -> None:
    """A drawing cannot be filled with what is only looked at."""
    note = "{kind: note, text: %s, at: [0, 0], size: [99, 99]}"
    assert problems(f"shapes: [{note % ('x' * 2001)}]")[0][1] == "shapes/0"
    assert problems(f"shapes: [{', '.join([note % 'x'] * 1001)}]")[0][0] == "too-large"
    assert problems(PAIR % f", label: {'x' * 61}")[0][1] == "links/0"
    assert problems(PAIR % f", bends: [{', '.join(['[0, 0]'] * 33)}]")[0][1] == "links/0"
    assert problems(PAIR % f", label: {'x' * 60}, bends: [{', '.join(['[0, 0]'] * 32)}]") == []


def test_members_that_are_wrong_are_told_and_do_no_harm() -> None:
    """A node that somebody removes meanwhile keeps nobody from running the lab."""
    text = (
        "nodes: {a: }\nshapes: [{kind: group}, {kind: group, members: [a, b]},"
        " {kind: group, members: [a]}]"
    )
    assert problems(text) == [
        ("group-of-nobody", "shapes/0", "warning"),
        ("member-without-node", "shapes/1", "warning"),
        ("member-of-two-groups", "shapes/2", "warning"),
    ]


def test_text_of_a_note_loses_only_what_nobody_sees() -> None:
    """Lines stay lines; space at their ends and around the text goes."""
    values = {"kind": "note", "text": " \n a \n\n\tb\r\nc  \n", "at": [0, 0], "size": [99, 99]}
    topology = read_values({"shapes": [values]}).topology
    assert topology is not None
    assert topology.shapes[0].text == "a\n\n    b\nc"


@given(sound_topologies(), st.lists(any_shapes(), max_size=2), labels, bends)
def test_no_host_hears_of_what_is_only_looked_at(
    topology: Topology,
    shapes: list[Shape],
    label: str | None,
    points: tuple[tuple[float, float], ...],
) -> None:
    """The same host state and the same addresses, with shapes, labels and bends or not."""
    looks = {"label": label, "bends": points, "angled": bool(points)}
    links = tuple(link.model_copy(update=looks) for link in topology.links)
    looked_at = topology.model_copy(update={"shapes": tuple(shapes), "links": links})
    assert lower(looked_at) == lower(topology)
    assert is_addressed_alike(topology, looked_at)
    assert is_wired_alike(topology, looked_at)


def test_exports_say_what_they_leave_out() -> None:
    """The shell script and the containerlab file hold no pictures."""
    text = PAIR % ", label: uplink, bends: [[5, 5]], angled: true"
    topology = drawn(f"{text}shapes: [{{kind: group, members: [a]}}]")
    for name in ("shell", "containerlab"):
        losses = EXPORTERS[name].export(topology).losses
        assert "The groups of the canvas are left out." in losses
        assert "The labels of links are left out." in losses
        assert "The bends of links are left out." in losses
        assert "The right angles of links are left out." in losses
    assert EXPORTERS["yaml"].export(topology).losses == ()
