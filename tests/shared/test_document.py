"""A drawing put into a shared document, read from it, and replaced in it by another."""

import json
from base64 import b64decode
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycrdt import Map

from designer.gallery import GALLERY
from designer.shared.bring import bring
from designer.shared.from_topology import from_topology
from designer.shared.lab_document import LabDocument
from designer.shared.to_topology import to_topology
from designer.topology.document import read_text
from designer.topology.topology import Topology
from tests.shared.documents import EDITS, FILE, LABS
from tests.strategies.sound import edited_topologies, sound_topologies

SWITCH = {
    "version": "vethwork/v1",
    "name": "small",
    "nodes": {
        "h1": {"kind": "host", "interfaces": {"eth0": {"addresses": ["10.0.0.1/24"]}}},
        "h2": {"kind": "host"},
        "sw": {"kind": "switch", "interfaces": {"p1": {"vlan": 10}}},
    },
    "links": [{"ends": ["h1:eth0", "sw:p1"]}, {"ends": ["h2:eth0", "sw:p2"]}],
    "layout": {"h1": [0, 0], "sw": [100, 0], "h2": [200, 0]},
}


def values_of(topology: Topology) -> dict[str, Any]:
    """Return a drawing with places of whole pixels for nodes that are drawn, as a document has."""
    values = topology.plain()
    layout = values.pop("layout", {})
    places = {name: place for name, place in layout.items() if name in values.get("nodes", {})}
    return json.loads(json.dumps({**values, **({"layout": places} if places else {})}))


def brought(before: dict[str, Any], after: dict[str, Any]) -> tuple[LabDocument, bytes | None]:
    """Return the document of one drawing after another was brought in, and what that changed."""
    document = from_topology(before)
    return document, bring(document, after)


@pytest.mark.parametrize("name", GALLERY)
def test_lab_of_the_gallery_comes_back(name: str) -> None:
    """What is put in is read again, in the same order."""
    topology = read_text(GALLERY[name].text).topology
    assert topology is not None
    values = topology.plain()
    read = to_topology(from_topology(values))
    assert read == values
    assert [*read["nodes"]] == [*values["nodes"]]


@given(sound_topologies())
def test_drawing_comes_back(topology: Topology) -> None:
    """No field of any noun is lost on the way."""
    values = values_of(topology)
    assert to_topology(from_topology(values)) == values


@given(edited_topologies())
def test_brought_drawing_is_the_drawing(pair: tuple[Topology, Topology]) -> None:
    """Whatever was drawn before, the document says what was brought; once more changes nothing."""
    before, after = map(values_of, pair)
    document, _ = brought(before, after)
    assert to_topology(document) == after
    assert bring(document, after) is None


@given(sound_topologies(), sound_topologies())
def test_any_drawing_can_be_brought(before: Topology, after: Topology) -> None:
    """Also one that has little in common with what was there."""
    document, _ = brought(values_of(before), values_of(after))
    assert to_topology(document) == values_of(after)


def test_small_change_is_a_small_update() -> None:
    """One address more changes that one field, and no id."""
    after = json.loads(json.dumps(SWITCH))
    after["nodes"]["h1"]["interfaces"]["eth0"]["addresses"].append("10.0.0.9/24")
    document, change = brought(SWITCH, after)
    assert change
    assert len(change) < 100
    assert to_topology(document) == after


def test_others_edits_stay() -> None:
    """What somebody edits meanwhile elsewhere in the drawing is still there."""
    document = from_topology(SWITCH)
    other = LabDocument([document.to_bytes()])
    host = next(one for one in other.nodes.values() if one["name"] == "h2")
    host["hostname"] = "web"
    after = json.loads(json.dumps(SWITCH))
    after["nodes"]["h1"]["interfaces"]["eth0"]["mtu"] = 1400
    bring(document, after)
    document.ydoc.apply_update(other.to_bytes())
    after["nodes"]["h2"]["hostname"] = "web"
    assert to_topology(document) == after


def test_new_node_in_the_middle_moves_no_other() -> None:
    """It gets a place between its neighbours."""
    nodes = {"h1": SWITCH["nodes"]["h1"], "new": {"kind": "host"}}  # type: ignore[index]
    after = {**SWITCH, "nodes": {**nodes, **SWITCH["nodes"]}}  # type: ignore[dict-item]
    before = {one["name"]: one["$order"] for one in from_topology(SWITCH).nodes.values()}
    document, _ = brought(SWITCH, after)
    places = {one["name"]: one["$order"] for one in document.nodes.values()}
    assert [*to_topology(document)["nodes"]] == ["h1", "new", "h2", "sw"]
    assert places.pop("new") == 0.5
    assert places == before


@given(st.permutations(range(6)), st.permutations(range(6)))
def test_order_is_the_drawings(before: list[int], after: list[int]) -> None:
    """Nodes stand in the order in which they were written last."""

    def values(order: list[int]) -> dict[str, Any]:
        return {"name": "x", "nodes": {f"h{number}": {"kind": "host"} for number in order}}

    document, _ = brought(values(before), values(after))
    assert [*to_topology(document)["nodes"]] == [f"h{number}" for number in after]


def test_link_whose_node_is_gone_is_not_written() -> None:
    """Somebody removed the node while somebody else drew the cable."""
    document = from_topology(SWITCH)
    key = next(key for key, one in document.nodes.items() if one["name"] == "h2")
    del document.nodes[key]
    assert to_topology(document)["links"] == SWITCH["links"][:1]  # type: ignore[index]


@pytest.mark.parametrize("root", ["nodes", "links", "expect", "pos", "shapes", "meta"])
@pytest.mark.parametrize(
    "value", [None, 5, "text", [1, "x"], {"name": {"deep": []}}, float("nan"), True]
)
def test_nonsense_is_read_around(root: str, value: object) -> None:
    """Whatever a hostile client puts where an element belongs, the rest is read, and replaced."""
    document = from_topology(SWITCH)
    source = document.roots[root]
    source["evil"] = value
    if root != "meta":
        source["worse"] = Map({"name": value, "$order": value, "interfaces": value, "ends": value})
    values = to_topology(document)
    assert values["nodes"].items() >= SWITCH["nodes"].items()  # type: ignore[attr-defined]
    bring(document, SWITCH)
    assert to_topology(document) == SWITCH


CASES = json.loads(FILE.read_text())


@pytest.mark.parametrize("name", CASES)
def test_document_is_the_drawing_that_browsers_read(name: str) -> None:
    """The front end's tests read the same updates and must come to the same drawings."""
    document = LabDocument([b64decode(CASES[name]["update"])])
    assert to_topology(document) == CASES[name]["topology"]


def test_every_way_to_leave_a_document_is_among_them() -> None:
    """Else the sides may differ where nobody looks: `python -m tests.shared.documents`."""
    assert CASES.keys() == {*EDITS, *LABS}
