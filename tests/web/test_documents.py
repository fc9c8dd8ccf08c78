"""Shared documents in the database: opened, appended to, folded, derived from, replaced."""

import json
from uuid import UUID

import pytest
from pycrdt import Map

from designer.errors import TopologyHasProblems
from designer.models import DocumentUpdate, Lab, SharedDocument
from designer.services import documents, runs
from designer.services.documents import UPDATES_KEPT
from designer.services.runs import RunOrder
from designer.shared.lab_document import LabDocument
from designer.shared.refs import new_id
from designer.shared.to_topology import to_topology
from tests.web.client import PAIR, ApiClient

TEXT = "# mine\nname: pair\nnodes:\n  h1:\n  h2: # second\nlinks:\n  - h1:eth0 -- h2:eth0\n"


@pytest.fixture
def lab(api: ApiClient) -> UUID:
    """Give a lab whose document somebody has opened."""
    lab = UUID(api.new_lab(yaml=TEXT)["id"])
    documents.open_log(lab)
    return lab


def document_of(lab: UUID) -> LabDocument:
    """Return the document as somebody who comes new reads it."""
    return LabDocument(documents.read_log(lab).updates)


def edit(lab: UUID, name: str) -> int:
    """Draw a host as a browser does, and return the update's number."""
    document = document_of(lab)
    with document.recorded() as changes:
        document.nodes[new_id()] = Map({"name": name, "kind": "host", "$order": 9})
    return documents.append_update(lab, changes[0])


def test_opened_document_is_the_drawing(lab: UUID) -> None:
    """Opening it changes nothing, and once more opens the same one."""
    first = documents.open_log(lab)
    assert documents.open_log(lab) == first
    stored = Lab.objects.get(pk=lab)
    assert to_topology(LabDocument(first.updates)) == stored.topology
    assert (documents.derive(lab).revision, first.number) == (1, 0)


def test_edit_is_in_the_lab_when_somebody_asks(api: ApiClient, lab: UUID) -> None:
    """Whoever reads the lab before it was derived gets it with the edit, in text too."""
    edit(lab, "new")
    answer = api.get(f"/api/labs/{lab}").json()
    assert (answer["revision"], "new" in answer["topology"]["nodes"]) == (2, True)
    assert answer["yaml"].startswith("# mine\n")
    assert "# second" in answer["yaml"]
    assert "new" in answer["yaml"]
    assert api.get("/api/labs").json()[0]["node_count"] == 3


def test_deriving_again_makes_no_revision(lab: UUID) -> None:
    """Nor does an edit of what is not in the drawing."""
    edit(lab, "new")
    assert [documents.derive(lab).revision for _ in range(2)] == [2, 2]
    document = document_of(lab)
    with document.recorded() as changes:
        document.roots["comments"]["c"] = Map({"text": "why?"})
    documents.append_update(lab, changes[0])
    assert documents.derive(lab).revision == 2


def test_updates_are_folded(lab: UUID) -> None:
    """Many become one snapshot that says the same; who has read up to a number gets the rest."""
    for number in range(UPDATES_KEPT + 1):
        edit(lab, f"n{number}")
    before, seen = to_topology(document_of(lab)), document_of(lab)
    last = edit(lab, "last")
    documents.compact(lab)
    assert DocumentUpdate.objects.count() == 0
    assert SharedDocument.objects.get().snapshot_number == last == UPDATES_KEPT + 2
    for update in documents.read_log(lab, last - 1).updates:
        seen.ydoc.apply_update(update)
    assert to_topology(seen) == to_topology(document_of(lab))
    assert to_topology(seen)["nodes"].keys() - before["nodes"].keys() == {"last"}
    assert edit(lab, "after") == last + 1


def test_few_updates_stay_as_they_are(lab: UUID) -> None:
    """Folding costs more than reading them."""
    edit(lab, "new")
    documents.compact(lab)
    assert DocumentUpdate.objects.count() == 1


def test_stored_drawing_goes_through_the_document(api: ApiClient, lab: UUID) -> None:
    """A replacement is one small update; a text stays as its user wrote it."""
    topology = json.loads(json.dumps(PAIR)) | {"nodes": {**PAIR["nodes"], "h3": {"kind": "host"}}}  # type: ignore[dict-item]
    answer = api.put(f"/api/labs/{lab}", {"revision": 1, "topology": topology})
    assert answer.status_code == 200, answer.content
    assert to_topology(document_of(lab)) == Lab.objects.get(pk=lab).topology
    assert len(bytes(DocumentUpdate.objects.get().data)) < 300
    text = TEXT.replace("pair", "other")
    answer = api.put(f"/api/labs/{lab}", {"revision": 2, "yaml": text}).json()
    assert (answer["revision"], answer["yaml"]) == (3, text)
    assert to_topology(document_of(lab))["name"] == "other"


def test_drawing_is_not_stored_over_an_edit(api: ApiClient, lab: UUID) -> None:
    """An edit that was not derived as yet counts: the revision that was seen is no longer there."""
    edit(lab, "new")
    answer = api.put(f"/api/labs/{lab}", {"revision": 1, "topology": PAIR})
    assert (answer.status_code, answer.json()["code"]) == (409, "stale-revision")
    assert "new" in to_topology(document_of(lab))["nodes"]
    assert DocumentUpdate.objects.count() == 1


def test_document_that_is_no_drawing_is_not_run(lab: UUID) -> None:
    """The last drawing stays, its problems say what is wrong, and an edit puts it right."""
    document = document_of(lab)
    with document.recorded() as changes:
        next(iter(document.nodes.values()))["kind"] = "banana"
    documents.append_update(lab, changes[0])
    found = documents.derive(lab)
    assert found.topology["nodes"].keys() == {"h1", "h2"}
    assert [one["severity"] for one in found.problems] == ["error"]
    with pytest.raises(TopologyHasProblems):
        runs.start_run(found, RunOrder("plan"))
    with document.recorded() as changes:
        next(one for one in document.nodes.values() if one["kind"] == "banana")["kind"] = "host"
    documents.append_update(lab, changes[0])
    assert documents.derive(lab).problems == []
    documents.require_no_faults(found)


def test_deleted_lab_takes_its_document_along(api: ApiClient, lab: UUID) -> None:
    """Nothing of it is left."""
    edit(lab, "new")
    assert api.delete(f"/api/labs/{lab}").status_code == 204
    assert (SharedDocument.objects.count(), DocumentUpdate.objects.count()) == (0, 0)
