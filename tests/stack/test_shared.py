"""Several people at one lab: over two web servers, with lost connections and killed processes."""

import os
import random
import signal
import urllib.error
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pycrdt import Map

from designer.shared.awareness import State, read_states, write_states
from designer.shared.lab_document import LabDocument
from designer.shared.protocol import Kind, Reader, Step, awareness_message, sync_message
from designer.shared.refs import new_id
from tests.stack.browser import Browser, status_of
from tests.stack.editor import Editor, await_agreement
from tests.stack.stack import Stack, wait_for

pytestmark = pytest.mark.stack


@pytest.fixture(scope="module")
def second_web(running: Stack) -> Iterator[str]:
    """Give the address of a second web server behind the same Redis and database."""
    yield running.start_second_web()
    running.kill("web2")


@pytest.fixture
def editors(ann: Browser, lab: str, second_web: str) -> Iterator[list[Editor]]:
    """Give two who have the lab open, each at another web server."""
    both = [Editor(ann, lab).open(), Editor(ann, lab, second_web).open()]
    yield both
    for editor in both:
        editor.close()


def add_host(name: str) -> Callable[[LabDocument], None]:
    """Return an edit that draws a host."""

    def change(document: LabDocument) -> None:
        fields = {"name": name, "kind": "host", "$order": len(document.nodes)}
        document.nodes[new_id()] = Map({**fields, "interfaces": Map(), "routes": Map()})

    return change


def test_edit_reaches_everybody_and_the_database(editors: list[Editor]) -> None:
    """The other server's people see it, the drawing is derived, and all are told its revision."""
    editors[0].edit(add_host("new"))
    stored = await_agreement(editors)
    assert "new" in stored["nodes"]
    for editor in editors:
        editor.hear_until(lambda told=editor.replica.told: told[-1].get("revision") == 2)
        assert editor.replica.told[0] == {"role": "own"}
        assert editor.replica.told[-1] == {"revision": 2, "problems": [], "state": "empty"}


def test_everybody_leaves_and_somebody_returns(editors: list[Editor]) -> None:
    """Nothing is lost when nobody has the lab open, also when it is left in the same moment."""
    one, other = editors
    other.close()
    one.edit(add_host("last"))
    one.close()
    fresh = Editor(one.browser, one.lab).open()
    assert "last" in await_agreement([fresh])["nodes"]
    fresh.close()


def test_revision_is_told_although_who_asked_for_it_has_gone(editors: list[Editor]) -> None:
    """A browser in live mode asks for it, and may be closed in the same moment."""
    one, other = editors
    one.edit(add_host("asked"))
    one.send(bytes((Kind.SETTLE, 1)))
    one.close()
    other.hear_until(lambda: other.replica.told[-1].get("revision") == 2)


def test_edits_without_a_connection_are_merged(editors: list[Editor]) -> None:
    """Both sides went on alone: in the end there is what either drew."""
    one, other = editors
    one.lose()
    one.edit(add_host("offline"))
    other.edit(add_host("online"))
    one.open()
    assert {"offline", "online"} <= await_agreement(editors)["nodes"].keys()


def test_killed_server_loses_nothing_that_a_browser_has(
    running: Stack, editors: list[Editor]
) -> None:
    """A server dies in the middle of edits; whoever made them comes again and has them all."""
    one, _ = editors
    for number in range(30):
        one.edit(add_host(f"k{number}"))
    running.kill("web")
    running.start_web()
    running.await_web()
    one.lose()
    one.open()
    assert {f"k{number}" for number in range(30)} <= await_agreement(editors)["nodes"].keys()


def test_killed_deriving_process_is_replaced(running: Stack, editors: list[Editor]) -> None:
    """Drawings are derived beside the web server, in a process that may be lost at any moment."""
    (deriving,) = running.children("web", "deriving")
    os.kill(deriving, signal.SIGKILL)
    editors[0].edit(add_host("after"))
    assert "after" in await_agreement(editors)["nodes"]

    def another() -> bool:
        return running.children("web", "deriving") not in ([], [deriving])

    wait_for(another, "another deriving process")


def test_deriving_process_ends_with_its_web_server(running: Stack, ann: Browser) -> None:
    """Also where the web server is killed and can end nobody."""
    (deriving,) = running.children("web", "deriving")
    web = running.processes.pop("web")
    web.kill()
    web.wait()
    wait_for(lambda: not Path(f"/proc/{deriving}").exists(), "the end of the deriving process")
    running.start_web()
    running.await_web()
    assert ann.get("/api/session")


def test_redis_that_comes_again_is_followed(running: Stack, editors: list[Editor]) -> None:
    """What was edited while the servers could not talk is read from the database."""
    one, other = editors
    running.redis.stop()
    one.edit(add_host("meanwhile"))
    other.edit(add_host("elsewhere"))
    running.redis.start()
    assert {"meanwhile", "elsewhere"} <= await_agreement(editors)["nodes"].keys()
    running.await_worker("control")
    running.await_worker("host")


def test_news_of_runs_are_not_lost_with_a_connection(running: Stack, editors: list[Editor]) -> None:
    """A run begins and ends while the servers hear nothing of each other: all are told after it."""
    one, _ = editors
    one.browser.await_row(one.browser.start(one.lab, "plan"), "succeeded")
    redis = running.client
    redis.config_set("maxclients", 1)  # whoever is connected stays so
    redis.client_kill_filter(_type="pubsub")
    run = one.browser.start(one.lab, "apply")
    one.browser.await_row(run, "succeeded")
    redis.config_set("maxclients", 10_000)
    for editor in editors:
        editor.hear_until(lambda told=editor.replica.told: ends_of(run, told) == ["succeeded"])
        assert editor.replica.told[-1]["state"] == "running"


def ends_of(run: str, told: list[dict[str, Any]]) -> list[str]:
    """Return what was told of a run's end."""
    news = [one["run"] for one in told if one.get("run", {}).get("id") == run]
    return [one["status"] for one in news if one["finished_at"]]


def test_drawing_that_is_stored_reaches_open_browsers(editors: list[Editor]) -> None:
    """The API's client replaces the drawing over the revision it saw; an older one is refused."""
    one, _ = editors
    path = f"/api/labs/{one.lab}"
    seen = one.browser.get(path)
    one.edit(add_host("first"))
    await_agreement(editors)
    with pytest.raises(urllib.error.HTTPError) as refused:
        one.browser.post(path, {"revision": 1, "topology": seen["topology"]}, "PUT")
    assert status_of(refused.value) == (409, "stale-revision")
    values = one.browser.get(path)
    values["topology"]["nodes"]["by-api"] = {"kind": "router"}
    order = {"revision": values["revision"], "topology": values["topology"]}
    one.browser.post(path, order, "PUT")
    assert {"first", "by-api"} <= await_agreement(editors)["nodes"].keys()


def test_document_that_is_no_drawing_is_told_and_not_run(editors: list[Editor]) -> None:
    """Two nodes of one name: the last drawing stays, the problem is told, no run begins."""
    one, _ = editors
    one.edit(add_host("twin"))
    one.edit(add_host("twin"))
    one.hear_until(lambda: (one.replica.told[-1].get("problems") or [{}])[0].get("code"))
    assert one.replica.told[-1]["problems"][0]["code"] == "double-name"
    with pytest.raises(urllib.error.HTTPError) as refused:
        one.browser.start(one.lab, "plan")
    assert status_of(refused.value) == (422, "topology-has-problems")


def test_reader_cannot_write(ann: Browser, bob: Browser, editors: list[Editor]) -> None:
    """Who may view follows; an edit closes that socket and changes nothing."""
    one, other = editors
    ann.post(f"/api/labs/{one.lab}/members", {"username": "bob", "role": "view"}, "PUT")
    reader = Editor(bob, one.lab, other.server).open()
    one.edit(add_host("seen"))
    reader.hear_until(lambda: "seen" in reader.values["nodes"])
    assert reader.replica.told[0] == {"role": "view"}
    reader.edit(add_host("refused"))
    reader.hear_until(lambda: reader.code)
    assert reader.code == 4403
    assert "refused" not in await_agreement(editors)["nodes"]


def test_member_who_is_removed_is_out_within_seconds(
    ann: Browser, bob: Browser, editors: list[Editor]
) -> None:
    """The socket at the other server closes; one who may more than before is told so."""
    one, other = editors
    members = f"/api/labs/{one.lab}/members"
    ann.post(members, {"username": "bob", "role": "view"}, "PUT")
    member = Editor(bob, one.lab, other.server).open()
    ann.post(members, {"username": "bob", "role": "edit"}, "PUT")
    member.hear_until(lambda: {"role": "edit"} in member.replica.told)
    member.edit(add_host("allowed"))
    assert "allowed" in await_agreement([*editors, member])["nodes"]
    number = bob.get("/api/session")["user"]["id"]
    ann.post(f"{members}/{number}", None, "DELETE")
    member.hear_until(lambda: member.code)
    assert member.code == 4403
    assert Editor(bob, one.lab).open().code == 4404


def test_guest_follows_until_the_link_is_revoked(
    ann: Browser, running: Stack, editors: list[Editor]
) -> None:
    """A share link opens the socket without an account, for looking alone."""
    one, _ = editors
    assert Editor(Browser(running, None), one.lab).open().code == 4401
    link = ann.post(f"/api/labs/{one.lab}/share-links", {})
    guest = Browser(running, None)
    guest.open(link["url"])
    viewer = Editor(guest, one.lab).open()
    one.edit(add_host("public"))
    viewer.hear_until(lambda: "public" in viewer.values["nodes"])
    ann.post(f"/api/labs/{one.lab}/share-links/{link['id']}", None, "DELETE")
    viewer.hear_until(lambda: viewer.code)
    assert viewer.code == 4403


def test_presence_says_who_it_really_is(editors: list[Editor]) -> None:
    """Everybody sees a state, who sent it too; the name is the server's, and it ends with them."""
    one, other = editors
    state = State(7, 1, {"user": {"name": "somebody else"}, "cursor": {"x": 1, "y": 2}})
    one.send(awareness_message(write_states([state])))

    def heard(editor: Editor) -> State:
        assert editor.connection
        while True:
            reader = Reader(bytes(editor.connection.recv(timeout=10)))  # type: ignore[arg-type]
            if reader.varuint() == 1 and (states := read_states(reader.buffer())):
                return states[0]

    for editor in editors:
        values = heard(editor).values
        assert values
        assert values["cursor"] == {"x": 1, "y": 2}
        assert values["user"]["name"] == "admin"
    late = Editor(other.browser, other.lab, other.server)
    late.connection = other.browser.connect(f"/ws/labs/{other.lab}/document", other.server)
    assert heard(late).client == 7
    late.close()
    one.lose()
    assert heard(other) == State(7, 2, None)


@pytest.mark.parametrize("message", [b"", b"\x00", b"\x63", b"\x00\x02\x03abc", b"\x01\x01\xff"])
def test_nonsense_closes_its_own_socket(editors: list[Editor], message: bytes) -> None:
    """The others go on."""
    one, other = editors
    one.send(message)
    one.hear_until(lambda: one.code)
    assert one.code == 4400
    one.open()
    other.edit(add_host("after"))
    assert "after" in await_agreement(editors)["nodes"]


def test_message_that_is_too_big_closes_its_own_socket(editors: list[Editor]) -> None:
    """It is not looked at."""
    one, other = editors
    one.send(sync_message(Step.UPDATE, bytes(2_100_000)))
    one.hear_until(lambda: one.code)
    assert one.code == 4413
    other.edit(add_host("after"))
    assert "after" in await_agreement([other])["nodes"]


@given(st.randoms(use_true_random=False))
@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_random_edits_with_disconnects_end_the_same(
    ann: Browser, second_web: str, chance: random.Random
) -> None:
    """Several people at two servers add, change, move and remove, and lose their connections."""
    lab = ann.new_lab(gallery="two-hosts-one-bridge")
    servers = [None, second_web]
    everybody = [Editor(ann, lab, servers[number % 2]).open() for number in range(6)]
    for step in range(150):
        editor = chance.choice(everybody)
        happens = chance.random()
        if happens < 0.06:
            editor.lose()
        elif happens < 0.3:
            if editor.connection is None:
                editor.server = chance.choice(servers)
                editor.open()
            editor.hear()
        else:
            editor.edit(random_edit(chance, step))
    for editor in everybody:
        if editor.connection is None:
            editor.open()
    stored = await_agreement(everybody)
    states = {editor.replica.document.ydoc.get_state() for editor in everybody}
    assert len({len(state) for state in states}) == 1
    fresh = Editor(ann, lab).open()
    assert fresh.values == stored
    for editor in (*everybody, fresh):
        editor.close()
    ann.post(f"/api/labs/{lab}", None, "DELETE")


def random_edit(chance: random.Random, step: int) -> Callable[[LabDocument], None]:
    """Return one of the edits that people make."""

    def change(document: LabDocument) -> None:
        keys = sorted(document.nodes.keys())
        what = chance.random()
        if what < 0.3 or not keys:
            add_host(f"n{step}")(document)
        elif what < 0.5:
            document.nodes[chance.choice(keys)]["hostname"] = f"name{step}"
        elif what < 0.75:
            document.pos[chance.choice(keys)] = [chance.randrange(1000), chance.randrange(1000)]
        elif what < 0.85:
            ports = document.nodes[chance.choice(keys)]["interfaces"]
            ports[new_id()] = Map({"name": f"e{step}", "$order": step, "$listed": True})
        elif len(keys) > 3:
            del document.nodes[chance.choice(keys)]

    return change
