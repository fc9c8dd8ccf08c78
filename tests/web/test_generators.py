"""Shapes over the API."""

from designer.generators import GENERATORS
from tests.web.client import ApiClient


def test_shapes_say_what_can_be_chosen(api: ApiClient) -> None:
    """Each with a JSON Schema from which a form can be made."""
    shapes = api.get("/api/generators").json()
    assert [shape["id"] for shape in shapes] == list(GENERATORS)
    ring = next(shape for shape in shapes if shape["id"] == "ring")
    assert ring["options"]["properties"]["nodes"]["minimum"] == 3
    assert all("description" in one for one in ring["options"]["properties"].values())


def test_a_shape_becomes_a_lab(api: ApiClient) -> None:
    """What comes back is a drawing that can be stored as it is."""
    made = api.post("/api/generators/ring", {"nodes": 4}).json()
    lab = api.new_lab(topology=made)
    assert lab["problems"] == []
    assert sorted(lab["topology"]["nodes"]) == ["h1", "h2", "h3", "h4", "r1", "r2", "r3", "r4"]


def test_what_cannot_be_drawn_is_refused(api: ApiClient) -> None:
    """With what is wrong in words."""
    for shape, options, word in (
        ("ring", {"nodes": 2}, "nodes"),
        ("ring", {"corners": 5}, "corners"),
        ("mesh", {"nodes": 40, "hosts": 50}, "2000"),
        ("moebius", {}, "moebius"),
    ):
        refused = api.post(f"/api/generators/{shape}", options)
        assert refused.status_code == 400
        assert word in refused.json()["message"]
