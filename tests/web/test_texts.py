"""The text that people write together: it is in their document, and becomes the lab's file."""

from uuid import UUID

from designer.models import Lab
from designer.services import documents
from designer.shared.lab_document import Element, LabDocument
from tests.web.client import ApiClient

TEXT = """\
# ours
name: mine
nodes:
  h1: {kind: host}   # the left one
  h2: {kind: host}
"""


def opened(lab: str) -> LabDocument:
    """Return the document that people have open."""
    return LabDocument(documents.open_log(UUID(lab)).updates)


def named(document: LabDocument, name: str) -> Element:
    """Return the node of that name."""
    return next(node for node in document.nodes.values() if node["name"] == name)


def typed(lab: str, document: LabDocument, text: str, hostname: str | None = None) -> None:
    """Have somebody type a text, and draw what it says."""
    with document.recorded() as changes:
        document.write(text)
        if hostname is not None:
            named(document, "h1")["hostname"] = hostname
    for change in changes:
        documents.append_update(UUID(lab), change)


def stored(api: ApiClient, lab: str) -> tuple[str, int]:
    """Return the file as it is stored, and its revision."""
    found = api.get(f"/api/labs/{lab}").json()
    return found["yaml"], found["revision"]


def test_document_begins_with_the_file(api: ApiClient) -> None:
    """Who opens a lab finds the text that its person wrote."""
    lab = api.new_lab(yaml=TEXT)["id"]
    assert str(opened(lab).source) == TEXT


def test_typed_text_is_stored_as_it_is(api: ApiClient) -> None:
    """Comments alone make a revision; what is drawn later is merged in; nothing new makes none."""
    lab = api.new_lab(yaml=TEXT)["id"]
    document = opened(lab)
    commented = TEXT.replace("# ours", "# ours, and yours")
    typed(lab, document, commented)
    assert stored(api, lab) == (commented, 2)
    typed(lab, document, commented, hostname="left")
    text, revision = stored(api, lab)
    assert "# ours, and yours" in text
    assert "hostname: left} # the left one" in text
    with document.recorded() as changes:
        document.roots["comments"]["c1"] = "why?"
    documents.append_update(UUID(lab), changes[0])
    assert stored(api, lab) == (text, revision)


def test_broken_text_is_not_stored(api: ApiClient) -> None:
    """What two people broke together leaves the last text that could be read."""
    lab = api.new_lab(yaml=TEXT)["id"]
    typed(lab, opened(lab), TEXT + "nodes: {]\n", hostname="left")
    text, _ = stored(api, lab)
    assert text.startswith("# ours\n")
    assert "hostname: left" in text


def test_file_that_is_sent_is_the_text_from_then_on(api: ApiClient) -> None:
    """Who has the lab open goes on with the file that the API was given."""
    lab = api.new_lab(yaml=TEXT)["id"]
    opened(lab)
    sent = TEXT.replace("# the left one", "# the right one")
    answer = api.put(f"/api/labs/{lab}", {"revision": 1, "yaml": sent})
    assert answer.status_code == 200, answer.content
    assert str(opened(lab).source) == sent
    assert stored(api, lab)[0] == sent


def test_a_lab_is_read_without_its_file(api: ApiClient) -> None:
    """The file need not be written for who does not ask for it."""
    lab = api.new_lab(yaml=TEXT)["id"]
    typed(lab, opened(lab), TEXT, hostname="left")
    drawn = api.get(f"/api/labs/{lab}?yaml=false").json()
    assert (drawn["yaml"], drawn["topology"]["nodes"]["h1"]["hostname"]) == (None, "left")
    assert Lab.objects.get(pk=lab).text == TEXT
    assert "hostname: left} # the left one" in stored(api, lab)[0]
