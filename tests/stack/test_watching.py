"""Who looks at a lab that runs is told of traffic, of nodes and of paths; nobody else is."""

import json
import time
import urllib.error
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

from designer.transport.names import rates_key, watcher_channel
from tests.kernel.inside import inside
from tests.kernel.nodes import say
from tests.stack.browser import Browser, status_of
from tests.stack.stack import Stack, wait_for

pytestmark = [pytest.mark.stack, pytest.mark.kernel]

TOLD_WITHIN_S = 3.0
PING = "ping -q -i 0.01 -c {count} -s 1000 192.168.5.2"


def ping(stack: Stack, lab: str, count: int) -> None:
    """Ping from netns1 to netns2, as its user would."""
    command = PING.format(count=count)
    status, said = inside(stack.layout.run, lambda: say(lab, "netns1", command))
    assert status == 0, said


def next_rates(connection: ClientConnection) -> dict[str, Any]:
    """Return what is told next, with the rows by link."""
    said = json.loads(connection.recv(timeout=15))
    assert said["type"] == "rates"
    rows = [said["links"][at : at + 7] for at in range(0, len(said["links"]), 7)]
    return said | {"rows": {row[0]: row[1:] for row in rows}}


def await_traffic(connection: ClientConnection) -> dict[str, Any]:
    """Return the first rates in which both links carry something each way."""
    while True:
        told = next_rates(connection)
        rows = told["rows"]
        if len(rows) == 2 and all(row[0] > 10_000 and row[1] > 10_000 for row in rows.values()):
            return told


def test_traffic_is_told_to_who_follows_it_and_both_cost_as_one(
    ann: Browser, lab: str, stack: Stack
) -> None:
    """First the whole, then what changes; a second browser causes no second reading."""
    ann.run(lab, "apply")
    path = f"/ws/labs/{lab}/rates"
    with ann.socket_at(path) as connection, ann.socket_at(path) as other:
        assert next_rates(connection)["whole"]
        before, began_s = stack.client.xlen(rates_key(lab)), time.monotonic()
        ping(stack, lab, 150)
        await_traffic(connection)
        assert time.monotonic() - began_s < TOLD_WITHIN_S + 1.5
        await_traffic(other)
        rest = next_rates(connection)
        while rest["rows"].get(0, [1])[0]:
            rest = next_rates(connection)
        assert not rest["whole"]
        told = stack.client.xlen(rates_key(lab)) - before
        assert told <= time.monotonic() - began_s + 2  # about one a second
    assert ann.get(f"/api/labs/{lab}/rates")[0]["type"] == "rates"


def test_nobody_looks_and_nothing_is_read(ann: Browser, lab: str, stack: Stack) -> None:
    """Some seconds after the last one has left, whatever crosses the cables."""
    ann.run(lab, "apply")
    with ann.socket_at(f"/ws/labs/{lab}/rates") as connection:
        next_rates(connection)
    time.sleep(11)  # for so long he counts as somebody who looks
    before = stack.client.xrevrange(rates_key(lab), count=1)[0][0]
    ping(stack, lab, 120)
    assert stack.client.xrevrange(rates_key(lab), count=1)[0][0] == before


def test_traffic_goes_on_when_the_worker_comes_again(ann: Browser, lab: str, stack: Stack) -> None:
    """The browser stays where it is; it is told the whole first."""
    ann.run(lab, "apply")
    with ann.socket_at(f"/ws/labs/{lab}/rates") as connection:
        next_rates(connection)
        stack.kill("host")
        stack.start_worker("host")
        stack.await_worker("host")
        while not next_rates(connection)["whole"]:
            pass
        ping(stack, lab, 200)
        await_traffic(connection)


def look(browser: Browser, path: str) -> Any:
    """Return what the watcher sees, nothing until it has heard that the lab runs."""
    try:
        return browser.get(path)
    except urllib.error.HTTPError as refusal:
        if status_of(refusal) != (409, "conflict"):
            raise
        return None


def test_a_node_is_looked_at_and_a_path_traced(ann: Browser, lab: str, stack: Stack) -> None:
    """As it is now; where a way stops, it says why."""
    with pytest.raises(urllib.error.HTTPError) as refused:
        ann.get(f"/api/labs/{lab}/nodes/netns1/observed")
    assert status_of(refused.value) == (409, "conflict")
    ann.run(lab, "apply")
    seen = wait_for(lambda: look(ann, f"/api/labs/{lab}/nodes/netns1/observed"), "a look")
    assert [one["name"] for one in seen["interfaces"]] == ["lo", "veth11"]
    where = f"/api/labs/{lab}/path?source=netns1&target=192.168.5.2"
    path = wait_for(lambda: look(ann, where), "a path")
    assert (path["nodes"], path["links"], path["fault"]) == (
        ["netns1", "brx", "netns2"],
        [0, 1],
        "",
    )
    down = "ip link set veth11 down"
    inside(stack.layout.run, lambda: say(lab, "netns1", down))
    stopped = wait_for(lambda: (one := ann.get(where))["fault"] and one, "the fault")
    assert stopped["nodes"] == ["netns1"]
    assert "veth11 is down" in stopped["fault"]


def test_what_others_look_at_is_nobody_elses(ann: Browser, bob: Browser, lab: str) -> None:
    """Neither the traffic nor a node nor a path."""
    ann.run(lab, "apply")
    with (
        bob.socket_at(f"/ws/labs/{lab}/rates") as connection,
        pytest.raises(ConnectionClosed) as closed,
    ):
        connection.recv(timeout=20)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4404
    for what in ("nodes/netns1/observed", "path?source=netns1&target=192.168.5.2", "rates"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            bob.get(f"/api/labs/{lab}/{what}")
        assert status_of(refused.value) == (404, "not-found")


def test_what_the_web_did_not_sign_is_dropped(ann: Browser, lab: str, stack: Stack) -> None:
    """And nobody is the worse for it."""
    ann.run(lab, "apply")
    channel = watcher_channel("local")
    for nonsense in ("", "x" * 500, json.dumps({"type": "look", "lab": lab}), "\u00e9" * 80):
        assert stack.client.publish(channel, nonsense)
    assert ann.get(f"/api/labs/{lab}/nodes/netns1/observed")["node"] == "netns1"
    assert "a request that is none was dropped" in stack.log("host")
