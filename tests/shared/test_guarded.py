"""Hostile updates: whatever comes, the document stays readable, and others' edits are taken."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycrdt import Array, Doc, Map, Text

from designer.shared.from_topology import from_topology
from designer.shared.guarded import GuardedDocument, TooBig
from designer.shared.inspection import inspect
from designer.shared.lab_document import LabDocument
from designer.shared.protocol import Malformed, write_buffer, write_varuint
from designer.shared.to_topology import to_topology

DRAWING = {
    "version": "vethwork/v1",
    "name": "small",
    "nodes": {
        "h1": {"kind": "host", "interfaces": {"eth0": {"addresses": ["10.0.0.1/24"]}}},
        "h2": {"kind": "host"},
    },
    "links": [{"ends": ["h1:eth0", "h2:eth0"]}],
}
SIZE_MAX = 100_000
WHOLE = from_topology(DRAWING).to_bytes()


def take(guarded: GuardedDocument, update: bytes) -> list[bytes]:
    """Take an edit as a socket does."""
    return guarded.take(update, inspect(update))


def update_of(change: Callable[[LabDocument], None]) -> bytes:
    """Return an edit as a browser that knows the document would send it."""
    document = LabDocument([WHOLE])
    with document.recorded() as changes, document.ydoc.transaction():
        change(document)
    return changes[0]


def nested(depth: int) -> bytes:
    """Return an update that sets one value of arrays in one another."""
    value = b"\x75\x01" * depth + b"\x7e"
    item = bytes([0x28, 1]) + write_buffer(b"meta") + write_buffer(b"evil") + b"\x01" + value
    return b"\x01\x01" + write_varuint(77) + b"\x00" + item + b"\x00"


def chain(document: LabDocument) -> None:
    """Put maps in one another."""
    inner: Map[object] = Map()
    document.nodes["evil"] = Map({"deep": inner})
    for _ in range(500):
        below: Map[object] = Map()
        inner["deep"] = below
        inner = below


def second_edit() -> bytes:
    """Return an edit without the one that the same browser made before."""
    document = LabDocument([WHOLE])
    document.meta["first"] = 1
    with document.recorded() as changes:
        document.meta["second"] = 2
    return changes[0]


def stranger() -> bytes:
    """Return an update of a root that a lab does not have."""
    ydoc: Doc[Map[object]] = Doc()
    ydoc.get("evil", type=Map)["key"] = 1
    return ydoc.get_update()


HOSTILE = {
    "nothing": b"",
    "no update": b"\xff" * 40,
    "cut off": WHOLE[:-3],
    "more than an update": WHOLE + b"\x00",
    "deep": nested(1000),
    "so deep that reading it would end the process": nested(100_000),
    "maps in maps": update_of(chain),
    "another root": stranger(),
    "an edit whose former one was left out": second_edit(),
    "bytes": update_of(lambda one: one.meta.update({"evil": b"\x00" * 10})),
    "an element that is a number": update_of(lambda one: one.nodes.update({"evil": 5})),
    "a link that is an array": update_of(lambda one: one.links.update({"evil": Array([1])})),
    "a place that is a map": update_of(lambda one: one.pos.update({"evil": Map()})),
    "interfaces that are a text": update_of(
        lambda one: next(iter(one.nodes.values())).update({"interfaces": Text("x")})
    ),
    "an interface that is a number": update_of(
        lambda one: next(iter(one.nodes.values()))["interfaces"].update({"evil": 1})
    ),
}
HARMLESS = update_of(lambda one: one.meta.update({"a": [1, {"b": "c"}], "d": 2.5}))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_update_leaves_no_trace(name: str) -> None:
    """It is refused, the drawing is as before, and what others do is taken."""
    guarded = GuardedDocument([WHOLE], SIZE_MAX)
    before = guarded.document.to_bytes()
    with pytest.raises(Malformed):
        take(guarded, HOSTILE[name])
    assert guarded.document.to_bytes() == before
    assert take(guarded, update_of(lambda one: one.meta.update({"name": "after"})))
    assert to_topology(guarded.document) == {**DRAWING, "name": "after"}


def test_document_has_a_largest_size() -> None:
    """What would be larger is refused; deleting makes room again."""
    guarded = GuardedDocument([WHOLE], SIZE_MAX)
    large = update_of(lambda one: one.meta.update({"note": "x" * SIZE_MAX}))
    with pytest.raises(TooBig):
        take(guarded, large)
    other = LabDocument([WHOLE])
    for number in range(20):
        with other.recorded() as changes:
            other.meta["note"] = f"{number}" * (SIZE_MAX // 5)
        assert take(guarded, changes[0])
    assert to_topology(guarded.document)["note"] == "19" * (SIZE_MAX // 5)


def test_what_is_known_changes_nothing() -> None:
    """A browser that comes again sends all it has; of that nothing is stored or passed on."""
    guarded = GuardedDocument([WHOLE], SIZE_MAX)
    assert take(guarded, WHOLE) == []


def test_edits_that_wait_for_others_are_not_kept_for_ever() -> None:
    """What depends on an edit that never comes does not fill the memory."""
    guarded = GuardedDocument([WHOLE], SIZE_MAX)
    first = LabDocument([WHOLE])
    first.nodes["never sent"] = Map()
    for number in range(30):
        other = LabDocument([first.to_bytes()])
        with other.recorded() as changes:
            other.nodes["never sent"]["evil"] = f"{number}" * (SIZE_MAX // 10)
        assert take(guarded, changes[0]) == []
    assert len(guarded.document.to_bytes()) < SIZE_MAX
    assert take(guarded, update_of(lambda one: one.meta.update({"name": "after"})))


@given(st.data())
def test_bits_that_fall_over_break_nothing(data: st.DataObject) -> None:
    """With any bytes changed it is refused or taken, and what was taken can be stored and read."""
    guarded = GuardedDocument([WHOLE], SIZE_MAX)
    bytes_of = bytearray(HARMLESS)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(bytes_of) - 1))
        bytes_of[at] = data.draw(st.integers(0, 255))
    try:
        effects = take(guarded, bytes(bytes_of))
    except (Malformed, TooBig):
        effects = []
    assert to_topology(LabDocument([WHOLE, *effects])) == to_topology(guarded.document)
