"""Who may see and say what, over sockets: links inside other pages, comments, runs, lost access."""

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pycrdt import Map
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from designer.shared.lab_document import LabDocument
from tests.stack.browser import Browser
from tests.stack.editor import Editor
from tests.stack.stack import Stack, wait_for

pytestmark = pytest.mark.stack

AT_ONCE_S = 1.0


@pytest.fixture
def bobs(ann: Browser, bob: Browser, lab: str) -> Iterator[Editor]:
    """Give bob, who may edit, with the lab open."""
    ann.post(f"/api/labs/{lab}/members", {"username": "bob", "role": "edit"}, "PUT")
    editor = Editor(bob, lab).open()
    yield editor
    editor.close()


@pytest.fixture
def owners(ann: Browser, lab: str) -> Iterator[Editor]:
    """Give the owner, called admin, with the lab open."""
    editor = Editor(ann, lab).open()
    yield editor
    editor.close()


# -- comments --------------------------------------------------------------------------------
def says(author: str, text: str, **more: Any) -> Map[Any]:
    """Return what a browser writes of somebody's words."""
    return Map({"$order": 0, "author": author, "text": text, "at_ms": 1, **more})


def comments_on(author: str) -> Callable[[LabDocument], None]:
    """Return the edit that makes a comment."""

    def change(document: LabDocument) -> None:
        made = says(author, "look", target=[1, 2], resolved=False, replies=Map())
        document.roots["comments"]["c1"] = made

    return change


def answers(author: str, key: str) -> Callable[[LabDocument], None]:
    """Return the edit that answers it."""

    def change(document: LabDocument) -> None:
        document.roots["comments"]["c1"]["replies"][key] = says(author, f"{key} it is")

    return change


def sets(path: str, value: Any) -> Callable[[LabDocument], None]:
    """Return the edit that sets a field of the comment, or of an answer; None takes it away."""

    def change(document: LabDocument) -> None:
        *way, field = path.split("/")
        found = document.roots["comments"]["c1"] if way or field else document.roots["comments"]
        for step in way:
            found = found[step]
        if value is None:
            del found[field or "c1"]
        else:
            found[field or "c1"] = value

    return change


def comment_of(editor: Editor) -> Any:
    """Return the comment as somebody's copy has it."""
    return editor.replica.document.roots["comments"].to_py().get("c1")


def hears_comment(editor: Editor, is_so: Callable[[Any], Any]) -> None:
    """Wait until somebody's copy of the comment is so."""
    editor.hear_until(lambda: is_so(comment_of(editor)), "the comment")


def test_everybody_speaks_for_themselves(owners: Editor, bobs: Editor) -> None:
    """Comments, answers and what is resolved reach the others, under the names of who wrote it."""
    bobs.edit(comments_on("bob"))
    hears_comment(owners, lambda one: one and one["author"] == "bob")
    owners.edit(answers("admin", "a1"))
    owners.edit(sets("resolved", value=True))
    hears_comment(bobs, lambda one: one["resolved"] and len(one["replies"]) == 1)
    bobs.edit(sets("text", "look here"))
    bobs.edit(answers("bob", "a2"))
    hears_comment(owners, lambda one: one["text"] == "look here" and len(one["replies"]) == 2)
    bobs.edit(sets("replies/a2", None))
    hears_comment(owners, lambda one: len(one["replies"]) == 1)
    owners.edit(sets("", None))  # who owns the lab may take away what others said
    hears_comment(bobs, lambda one: one is None)


HOSTILE = {
    "a comment in another's name": comments_on("admin"),
    "an answer in another's name": answers("admin", "a2"),
    "an answer of nobody": answers("", "a2"),
    "another's words": sets("text", "I never said that"),
    "another's name": sets("author", "bob"),
    "another's time": sets("at_ms", 5),
    "another's place": sets("target", [9, 9]),
    "an answer in an answer's place": answers("bob", "a1"),
    "another's answer": sets("replies/a1/text", "no"),
    "another's answer taken away": sets("replies/a1", None),
    "all answers taken away": sets("replies", "none"),
    "a comment taken away": sets("", None),
    "a comment put in its place": comments_on("bob"),
}


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_nobody_speaks_for_others(
    owners: Editor, bobs: Editor, change: Callable[[LabDocument], None]
) -> None:
    """Whoever tries is out, and nothing of it is seen by the others or by who comes later."""
    is_new = change is HOSTILE["a comment in another's name"]
    if not is_new:
        owners.edit(comments_on("admin"))
        owners.edit(answers("admin", "a1"))
        hears_comment(bobs, lambda one: one and one["replies"])
    before = comment_of(owners)
    bobs.edit(change)
    bobs.hear_until(lambda: bobs.code)
    assert bobs.code == 4409
    fresh = Editor(owners.browser, owners.lab).open()
    assert comment_of(fresh) == before
    fresh.edit(lambda document: document.meta.update({"name": "goes on"}))
    owners.hear_until(lambda: owners.values["name"] == "goes on")
    assert comment_of(owners) == before
    fresh.close()


# -- runs ------------------------------------------------------------------------------------
@pytest.mark.kernel
def test_runs_are_told_to_all_who_have_the_lab_open(
    ann: Browser, owners: Editor, bobs: Editor
) -> None:
    """Who did not start it hears of it at once, and of how the lab stands when it is on record."""
    run = ann.start(owners.lab, "apply")
    for editor in (owners, bobs):
        editor.hear_until(lambda one=editor: runs_told(one))
        assert runs_told(editor)[0] == (run, "queued", "unknown")
        editor.hear_until(lambda one=editor: len(runs_told(one)) == 2)
        assert runs_told(editor)[1] == (run, "succeeded", "running")


def runs_told(editor: Editor) -> list[tuple[str, str, str]]:
    """Return what somebody was told of runs."""
    told = [one for one in editor.replica.told if "run" in one]
    return [(one["run"]["id"], one["run"]["status"], one["state"]) for one in told]


# -- lost access -----------------------------------------------------------------------------
@pytest.mark.parametrize("path", ["/ws/labs/{lab}", "/ws/labs/{lab}/rates"])
def test_lost_access_closes_event_sockets_at_once(
    ann: Browser, bob: Browser, lab: str, path: str
) -> None:
    """Not only when the stream has been quiet for a while."""
    members = f"/api/labs/{lab}/members"
    ann.post(members, {"username": "bob", "role": "view"}, "PUT")
    number = bob.get("/api/session")["user"]["id"]
    with (
        bob.socket_at(path.format(lab=lab)) as lost,
        ann.socket_at(path.format(lab=lab)) as kept,
    ):
        time.sleep(0.5)  # it is quiet by then
        ann.post(f"{members}/{number}", None, "DELETE")
        began_s = time.monotonic()
        assert code_of(lost) == 4404
        assert time.monotonic() - began_s < AT_ONCE_S
        assert is_quiet(kept)


def is_quiet(connection: ClientConnection) -> bool:
    """Tell whether the server neither closes nor goes on speaking."""
    try:
        while True:
            connection.recv(timeout=0.3)
    except TimeoutError:
        return True
    except ConnectionClosed:
        return False


def code_of(connection: ClientConnection) -> int:
    """Return the code with which the server closes."""
    try:
        while True:
            connection.recv(timeout=10)
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else 1006


# -- inside other pages ----------------------------------------------------------------------
def follow(stack: Stack, address: str) -> ClientConnection:
    """Open the socket of an embedded page as it does: with its address, and nothing else."""
    token = address.rpartition("/")[2]
    origin = f"http://{stack.address}"
    return connect(f"ws://{stack.address}/ws/embed/{token}", origin=origin, legacy=True)  # type: ignore[arg-type,call-arg]


def embedded(ann: Browser, lab: str) -> dict[str, Any]:
    """Return a link that any site may show."""
    return dict(ann.post(f"/api/labs/{lab}/share-links", {"embed_sites": ["*"]}))


def test_embedded_page_is_told_of_changes_alone(
    ann: Browser, running: Stack, owners: Editor
) -> None:
    """Each change is a word to read again; who else is there, and what they say, is not told."""
    made = embedded(ann, owners.lab)
    with follow(running, made["embed_url"]) as page:
        owners.edit(comments_on("admin"))
        owners.edit(lambda document: document.meta.update({"name": "seen"}))
        assert json.loads(page.recv(timeout=10)) == {"changed": True}
        token = made["url"].rpartition("/")[2]
        path = f"/api/embed/{token}"
        guest = Browser(running, None)
        wait_for(lambda: guest.get(path)["name"] == "seen", "the new name")
        assert "admin" not in json.dumps(guest.get(path))


def test_embedded_page_may_say_nothing(ann: Browser, running: Stack, lab: str) -> None:
    """Whatever it sends ends it."""
    with follow(running, embedded(ann, lab)["embed_url"]) as page:
        page.send(b"\x00\x02\x01\x00")
        assert code_of(page) == 1008


def test_embedding_ends_with_its_link(ann: Browser, running: Stack, lab: str) -> None:
    """At once; a link without leave, and one that never was, open no socket."""
    made = embedded(ann, lab)
    plain = ann.post(f"/api/labs/{lab}/share-links", {})
    with follow(running, plain["url"]) as refused:
        assert code_of(refused) == 4404
    with follow(running, "/embed/" + "x" * 43) as unknown:
        assert code_of(unknown) == 4404
    with follow(running, made["embed_url"]) as page:
        time.sleep(0.5)  # it is in by then
        ann.post(f"/api/labs/{lab}/share-links/{made['id']}", None, "DELETE")
        began_s = time.monotonic()
        assert code_of(page) == 4404
        assert time.monotonic() - began_s < AT_ONCE_S
