"""A document that is read after each edit says what one says that is read from nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from pycrdt import Map

from designer.shared.bring import bring
from designer.shared.from_topology import from_topology
from designer.shared.lab_document import LabDocument
from designer.shared.logged_document import LoggedDocument
from designer.shared.to_topology import DrawingReader, to_topology
from designer.topology.topology import Topology
from tests.shared.documents import DRAWING, EDITS, node
from tests.strategies.sound import edited_topologies, sound_topologies


@given(edited_topologies(), sound_topologies())
def test_what_was_read_before_makes_no_difference(
    pair: tuple[Topology, Topology], last: Topology
) -> None:
    """After an edit, after anything at all, and where nothing was edited."""
    first, *others = (one.plain() for one in (*pair, last, last))
    document = from_topology(first)
    reader = DrawingReader(document)
    for values in others:
        reader.read()
        bring(document, values)
        assert reader.read() == DrawingReader(document).read()


@pytest.mark.parametrize("name", EDITS)
def test_edits_of_others_are_read(name: str) -> None:
    """They come as updates of the log, and some of them no browser of ours would make."""
    document = from_topology(DRAWING)
    logged = LoggedDocument()
    logged.take([document.to_bytes()], 1)
    logged.reader.read()
    state = document.ydoc.get_state()
    EDITS[name](document)
    logged.take([document.ydoc.get_update(state)], 2)
    assert logged.reader.read().values == to_topology(document)
    assert logged.number == 2


def _rename_interface(document: LabDocument) -> None:
    _, router = node(document, "r1")
    next(iter(router["interfaces"].values()))["name"] = "renamed"


def _remove_interfaces(document: LabDocument) -> None:
    del node(document, "r1")[1]["interfaces"]


def _put_text_for_a_node(document: LabDocument) -> None:
    key, _ = node(document, "h1")
    document.nodes[key] = "no element"


def _put_another_node(document: LabDocument) -> None:
    key, _ = node(document, "h1")
    document.nodes[key] = Map({"name": "h1", "kind": "router", "$order": 9.0})


def _remove_then_draw(document: LabDocument) -> None:
    key, _ = node(document, "h2")
    del document.nodes[key]
    document.nodes["new"] = Map({"name": "h2", "kind": "host"})
    document.pos["new"] = [5, 5]


@pytest.mark.parametrize(
    "edit",
    [
        _rename_interface,
        _remove_interfaces,
        _put_text_for_a_node,
        _put_another_node,
        _remove_then_draw,
    ],
)
def test_nothing_stale_is_told(edit: Callable[[LabDocument], Any]) -> None:
    """Whatever depends on what was edited is told anew: names in links, places, masquerade."""
    document = from_topology(DRAWING)
    reader = DrawingReader(document)
    before = reader.read().values
    edit(document)
    assert reader.read().values == to_topology(document) != before
