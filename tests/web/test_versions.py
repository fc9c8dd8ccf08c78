"""Versions of a lab over the API: kept by themselves, named, compared, restored, forked."""

from datetime import timedelta
from typing import Any

import pytest
from pytest_django import Settings

from designer.models import Lab, LabVersion
from designer.services import version_log
from tests.web.client import PAIR, ApiClient, finished_run

TEXT = "# the office\nname: office\nnodes:\n  h1:  # mine\n  h2:\nlinks: ['h1:e -- h2:e']\n"


def without_h2(revision: int = 1) -> dict[str, Any]:
    """Return what stores the pair without its second host."""
    return {"revision": revision, "topology": {"name": "pair", "nodes": {"h1": {}}}}


def versions_of(api: ApiClient, lab: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a lab's versions, newest first."""
    return list(api.get(f"/api/labs/{lab['id']}/versions").json())


def test_the_first_edit_leaves_a_version(api: ApiClient) -> None:
    """What a lab was made with can be had again; an edit soon after keeps no other."""
    lab = api.new_lab(topology=PAIR)
    assert versions_of(api, lab) == []
    api.put(f"/api/labs/{lab['id']}", without_h2())
    api.put(f"/api/labs/{lab['id']}", {**without_h2(2), "topology": {"nodes": {}}})
    (kept,) = versions_of(api, lab)
    assert (kept["number"], kept["name"], kept["reason"], kept["revision"]) == (1, "", "edits", 1)
    assert (kept["node_count"], kept["link_count"]) == (2, 1)


def test_versions_of_long_edits_are_some_time_apart(
    api: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is what was stored before the edit that came late enough."""
    monkeypatch.setattr(version_log, "EDITS_APART", timedelta(0))
    lab = api.new_lab(topology=PAIR)
    api.put(f"/api/labs/{lab['id']}", without_h2())
    api.put(f"/api/labs/{lab['id']}", {"revision": 2, "topology": {"nodes": {"x": {}}}})
    assert [one["revision"] for one in versions_of(api, lab)] == [2, 1]


def test_an_apply_keeps_what_it_applies(api: ApiClient) -> None:
    """Once, however often the same is applied."""
    lab = api.new_lab(topology=PAIR)
    for _ in range(2):
        assert api.post(f"/api/labs/{lab['id']}/runs", {"kind": "apply"}).status_code == 202
    assert [one["reason"] for one in versions_of(api, lab)] == ["apply"]


def test_a_version_is_named_read_and_forgotten(api: ApiClient) -> None:
    """By whom, and as a file with the comments that the lab's file has."""
    lab = api.new_lab(yaml=TEXT)
    path = f"/api/labs/{lab['id']}/versions"
    made = api.post(path, {"name": "before the exam"})
    assert made.status_code == 201
    assert (made.json()["name"], made.json()["author"]) == ("before the exam", "ann")
    read = api.get(f"{path}/1").json()
    assert read["yaml"].startswith(TEXT[:30])
    assert "# mine" in read["yaml"]
    assert read["topology"] == lab["topology"]
    renamed = api.send("PATCH", f"{path}/1", {"name": "first"}).json()
    assert renamed["name"] == "first"
    assert api.delete(f"{path}/1").status_code == 204
    assert versions_of(api, lab) == []
    assert api.get(f"{path}/1").status_code == 404


def test_two_drawings_are_compared(api: ApiClient) -> None:
    """Versions, the drawn one and the running one."""
    lab = api.new_lab(topology=PAIR)
    path = f"/api/labs/{lab['id']}"
    assert api.get(f"{path}/comparison?before=running").status_code == 409
    finished_run(Lab.objects.get(), "apply")
    api.put(path, without_h2())
    for before in ("1", "running"):
        answer = api.get(f"{path}/comparison?before={before}").json()
        assert [(one["kind"], one["element"]) for one in answer["changes"]] == [
            ("removed", "nodes/h2"),
            ("removed", "links/0"),
            ("removed", "expect/0"),
        ]
        assert answer["before"]["nodes"].keys() == {"h1", "h2"}
        assert answer["after"]["nodes"].keys() == {"h1"}
    assert api.get(f"{path}/comparison?before=drawn&after=drawn").json()["changes"] == []
    for wrong in ("seven", "9" * 12, "-1"):
        assert api.get(f"{path}/comparison?before={wrong}").status_code == 400
    assert api.get(f"{path}/comparison?before=77").status_code == 404


def test_a_version_is_drawn_again(api: ApiClient) -> None:
    """It is the newest revision then, and what was drawn before is a version itself."""
    lab = api.new_lab(topology=PAIR)
    path = f"/api/labs/{lab['id']}"
    api.put(path, without_h2())
    assert api.post(f"{path}/versions/1/restore", {"revision": 1}).status_code == 409
    restored = api.post(f"{path}/versions/1/restore", {"revision": 2}).json()
    assert restored["revision"] == 3
    assert restored["topology"] == lab["topology"]
    newest = versions_of(api, lab)[0]
    assert (newest["reason"], newest["node_count"], newest["author"]) == ("restore", 1, "ann")


def test_a_version_becomes_a_lab(api: ApiClient) -> None:
    """With the comments that still have a place; the first lab stays as it is."""
    lab = api.new_lab(yaml=TEXT)
    api.put(f"/api/labs/{lab['id']}", {"revision": 1, "topology": {"nodes": {"h1": {}}}})
    made = api.post(f"/api/labs/{lab['id']}/versions/1/fork", {"name": "mine"})
    assert made.status_code == 201
    assert made.json()["name"] == "mine"
    assert "# mine" in made.json()["yaml"]
    assert made.json()["topology"]["nodes"].keys() == {"h1", "h2"}
    assert Lab.objects.count() == 2


def test_versions_are_their_owners(api: ApiClient, bobs_api: ApiClient) -> None:
    """Somebody else sees, names, restores, forks and deletes nothing."""
    lab = api.new_lab(topology=PAIR)
    path = f"/api/labs/{lab['id']}"
    api.post(f"{path}/versions", {"name": "one"})
    for method, rest, body in (
        ("GET", "/versions", None),
        ("GET", "/versions/1", None),
        ("GET", "/comparison?before=1", None),
        ("POST", "/versions", {"name": "two"}),
        ("PATCH", "/versions/1", {"name": "two"}),
        ("DELETE", "/versions/1", None),
        ("POST", "/versions/1/restore", {"revision": 1}),
        ("POST", "/versions/1/fork", {}),
    ):
        assert bobs_api.send(method, f"{path}{rest}", body).status_code == 404
    assert [one["name"] for one in versions_of(api, lab)] == ["one"]


def test_there_are_limits(api: ApiClient, settings: Settings) -> None:
    """On names and on their number; versions go with their lab."""
    settings.MAX_NAMED_VERSIONS = 1
    lab = api.new_lab(topology=PAIR)
    path = f"/api/labs/{lab['id']}/versions"
    for wrong in (" ", "two\nlines", "x" * 101):
        assert api.post(path, {"name": wrong}).status_code == 400
    assert api.post(path, {"name": "one"}).status_code == 201
    assert api.post(path, {"name": "two"}).status_code == 429
    assert api.delete(f"/api/labs/{lab['id']}").status_code == 204
    assert not LabVersion.objects.exists()


def test_automatic_versions_are_thinned(
    api: ApiClient, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those with names stay."""
    monkeypatch.setattr(version_log, "EDITS_APART", timedelta(0))
    settings.AUTOMATIC_VERSIONS_KEPT = 2
    lab = api.new_lab(topology=PAIR)
    api.post(f"/api/labs/{lab['id']}/versions", {"name": "first"})
    for revision in range(1, 7):
        nodes = {f"h{revision}": {}}
        api.put(f"/api/labs/{lab['id']}", {"revision": revision, "topology": {"nodes": nodes}})
    assert [one["name"] for one in versions_of(api, lab)] == ["", "", "first"]
