"""What somebody types into a node, over the real thing: told, reverted, adopted, ignored."""

import json
import time
import urllib.error
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

from tests.kernel.inside import inside
from tests.kernel.nodes import say
from tests.stack.browser import Browser, status_of
from tests.stack.stack import Stack, wait_for

pytestmark = [pytest.mark.stack, pytest.mark.kernel]

NOTICED_WITHIN_S = 1.5
"""A second, and the way from Redis to a browser on a busy machine."""


def type_into(stack: Stack, lab: str, command: str) -> float:
    """Type a command into netns1 as its user; return when it was done."""
    status, said = inside(stack.layout.run, lambda: say(lab, "netns1", command))
    assert status == 0, said
    return time.monotonic()


def texts(event: dict[str, Any]) -> list[str]:
    """Return what an event says."""
    assert event["type"] == "drifted"
    return [item["text"] for item in event["items"]]


def await_event(connection: ClientConnection, said: list[str]) -> dict[str, Any]:
    """Return the event that says exactly this."""
    while True:
        event: dict[str, Any] = json.loads(connection.recv(timeout=20))
        if texts(event) == said:
            return event


DOWN, MTU = "netns1:veth11 is down", "netns1:veth11 has the MTU 1400 and not 1500"
OTHER_MTU = MTU.replace("1400", "1300")


def test_drift_is_told_and_reverted(ann: Browser, lab: str, stack: Stack) -> None:
    """The browser hears of it within a second, with the commands that undo it; then it is gone."""
    ann.run(lab, "apply")
    with ann.socket_at(f"/ws/labs/{lab}") as connection:
        typed_s = type_into(stack, lab, "ip link set veth11 down")
        event = await_event(connection, [DOWN])
        assert time.monotonic() - typed_s < NOTICED_WITHIN_S
        (item,) = event["items"]
        assert (item["node"], item["element"]) == ("netns1", "nodes/netns1/interfaces/veth11")
        assert item["operations"][0]["commands"] == ["ip -n netns1 link set dev veth11 up"]
        run = ann.post(f"/api/labs/{lab}/drift/revert", {"nodes": ["netns1"]})
        assert ann.follow(run["id"])[-1]["status"] == "succeeded"
        assert await_event(connection, [])["seq"] == event["seq"] + 1
    assert ann.get(f"/api/labs/{lab}/drift")["items"] == []


def test_who_comes_later_gets_how_it_is(ann: Browser, lab: str, stack: Stack) -> None:
    """First the newest event alone; with a number, all that follow it."""
    ann.run(lab, "apply")
    with ann.socket_at(f"/ws/labs/{lab}") as connection:
        type_into(stack, lab, "ip link set veth11 mtu 1400")
        first = await_event(connection, [MTU])
        type_into(stack, lab, "ip link set veth11 mtu 1300")
        await_event(connection, [OTHER_MTU])
        type_into(stack, lab, "ip link set veth11 mtu 1500")
        await_event(connection, [])
    with ann.socket_at(f"/ws/labs/{lab}") as connection:
        assert texts(json.loads(connection.recv(timeout=20))) == []
    with ann.socket_at(f"/ws/labs/{lab}?after={first['seq']}") as connection:
        assert texts(json.loads(connection.recv(timeout=20))) == [OTHER_MTU]
        assert texts(json.loads(connection.recv(timeout=20))) == []


def test_drift_is_adopted(ann: Browser, lab: str, stack: Stack) -> None:
    """It gets into the drawing; applied then, there is nothing to do, and nothing differs."""
    ann.run(lab, "apply")
    with ann.socket_at(f"/ws/labs/{lab}") as connection:
        type_into(stack, lab, "ip link set veth11 mtu 1400")
        await_event(connection, [MTU])
        revision = ann.get(f"/api/labs/{lab}")["revision"]
        adopted = ann.post(f"/api/labs/{lab}/drift/adopt", {"revision": revision})
        assert adopted["topology"]["nodes"]["netns1"]["interfaces"]["veth11"]["mtu"] == 1400
        run = ann.run(lab, "apply", live=True)
        assert run[-1]["summary"] == "nothing to do: it ran as drawn"
        await_event(connection, [])


def test_drift_is_ignored_until_it_changes(ann: Browser, lab: str, stack: Stack) -> None:
    """The mark is on this difference; another one of the same interface is a new one."""
    ann.run(lab, "apply")
    with ann.socket_at(f"/ws/labs/{lab}") as connection:
        type_into(stack, lab, "ip link set veth11 mtu 1400")
        (item,) = await_event(connection, [MTU])["items"]
        ignored = ann.post(f"/api/labs/{lab}/drift/ignore", {"items": [item["id"], "nothing"]})
        assert [one["ignored"] for one in ignored["items"]] == [True]
        type_into(stack, lab, "ip link set veth11 mtu 1300")
        await_event(connection, [OTHER_MTU])
    assert [one["ignored"] for one in ann.get(f"/api/labs/{lab}/drift")["items"]] == [False]


def test_a_worker_that_was_away_finds_it(ann: Browser, lab: str, stack: Stack) -> None:
    """What was typed meanwhile is told when it is back, numbered on."""
    ann.run(lab, "apply")
    stack.kill("host")
    type_into(stack, lab, "ip link set veth11 down")
    stack.start_worker("host")
    stack.await_worker("host")
    wait_for(lambda: ann.get(f"/api/labs/{lab}/drift")["items"], "the drift")
    assert [one["text"] for one in ann.get(f"/api/labs/{lab}/drift")["items"]] == [DOWN]


def test_drift_is_nobody_elses(ann: Browser, bob: Browser, lab: str) -> None:
    """Another user gets neither the socket nor an answer, and changes nothing."""
    with bob.socket_at(f"/ws/labs/{lab}") as connection, pytest.raises(ConnectionClosed) as closed:
        connection.recv(timeout=20)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4404
    for order in ("revert", "adopt", "ignore"):
        body = {"revert": {}, "adopt": {"revision": 1}, "ignore": {"items": []}}[order]
        with pytest.raises(urllib.error.HTTPError) as refused:
            bob.post(f"/api/labs/{lab}/drift/{order}", body)
        assert status_of(refused.value) == (404, "not-found")
    assert ann.get(f"/api/labs/{lab}")["revision"] == 1


def test_nothing_to_revert_where_nothing_runs(ann: Browser, lab: str) -> None:
    """A lab that was never applied says so."""
    with pytest.raises(urllib.error.HTTPError) as refused:
        ann.post(f"/api/labs/{lab}/drift/revert", {})
    assert status_of(refused.value) == (409, "conflict")
