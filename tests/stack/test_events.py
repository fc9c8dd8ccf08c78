"""A run over the real thing: from the API through the queue to the kernel, and back by socket."""

from contextlib import ExitStack

import pytest
from websockets.exceptions import InvalidStatus

from designer.transport.names import stream_key
from tests.stack.browser import Browser, is_gapless, types
from tests.stack.stack import Stack, wait_for

pytestmark = [pytest.mark.stack, pytest.mark.kernel]


def test_plan_apply_probe_destroy(ann: Browser, lab: str) -> None:
    """The gallery's lab is planned, applied, probed as expected and removed."""
    plan = ann.run(lab, "plan")
    assert types(plan) == ["started", "planned", "node_states", "link_states", "finished"]
    assert set(plan[2]["states"].values()) == {"absent"}
    assert any("ip netns add netns1" in op["commands"] for op in plan[1]["operations"])
    applied = ann.run(lab, "apply")
    assert applied[-1]["status"] == "succeeded"
    assert applied[-3]["states"] == {"netns1": "up", "brx": "up", "netns2": "up"}
    assert applied[-2]["states"] == {"0": "up", "1": "up"}
    matrix = ann.run(lab, "matrix")
    assert types(matrix) == ["started", "matrix_started", "cells", "matrix_finished", "finished"]
    assert matrix[-2]["expected"] == {"met": 4, "missed": 0, "unstated": 4}
    again = ann.run(lab, "apply")
    assert again[-1]["summary"] == "nothing to do: it ran as drawn"
    destroyed = ann.run(lab, "destroy")
    assert set(destroyed[1]["states"].values()) == {"absent"}
    assert ann.run(lab, "plan")[1]["total"] == plan[1]["total"]


def test_events_are_numbered_and_recorded(ann: Browser, lab: str) -> None:
    """Events come in order, each once; their run's row then says how it ended."""
    run = ann.start(lab, "plan")
    events = ann.follow(run)
    assert is_gapless(events)
    row = ann.await_row(run, "succeeded")
    assert row["summary"] == events[-1]["summary"]
    assert row["started_at"] <= row["finished_at"]
    assert ann.get(f"/api/runs/{run}/events") == events
    assert ann.get(f"/api/runs/{run}/events?after=2") == events[2:]


@pytest.mark.parametrize("after", [0, 1, 4])
def test_reader_goes_on_where_they_were(ann: Browser, lab: str, after: int) -> None:
    """Whoever comes back gets what follows the last event they have seen."""
    run = ann.start(lab, "plan")
    events = ann.follow(run)
    assert ann.follow(run, after) == events[after:]
    assert ann.follow(run, len(events)) == []


def test_snapshot_stands_in_for_the_stream(ann: Browser, lab: str, stack: Stack) -> None:
    """When the stream is gone the record says the same, numbered on from what was seen."""
    ann.run(lab, "apply")
    run = ann.start(lab, "matrix")
    events = ann.follow(run)
    ann.await_row(run, "succeeded")
    stack.client.delete(stream_key(run))
    snapshot = ann.follow(run)
    assert types(snapshot) == types(events)
    assert snapshot[-2]["verdicts"] == events[-2]["verdicts"]
    assert is_gapless(ann.follow(run, 2), first=3)


def test_two_browsers_see_the_same(ann: Browser, lab: str) -> None:
    """Everybody who may see a run gets all of it."""
    run = ann.start(lab, "plan")
    with ann.socket(run) as one, ann.socket(run) as other:
        assert one.recv(timeout=10) == other.recv(timeout=10)


def test_matrix_waits_for_the_apply_before_it(ann: Browser, lab: str) -> None:
    """Apply and matrix asked for in one breath are done in this order."""
    ann.start(lab, "apply")
    matrix = ann.run(lab, "matrix")
    assert matrix[-1]["status"] == "succeeded"
    assert matrix[-2]["expected"]["met"] == 4


def test_matrix_of_a_lab_that_does_not_run_says_so(ann: Browser, lab: str) -> None:
    """A refusal is the run's end, with what to do."""
    end = ann.run(lab, "matrix")[-1]
    assert end["status"] == "failed"
    assert "apply" in end["summary"]


def test_strangers_hear_nothing(ann: Browser, bob: Browser, lab: str) -> None:
    """Somebody else's run, one that never was, and anybody who is not signed in: closed."""
    run = ann.start(lab, "plan")
    assert bob.listen(run) == ([], 4404)
    assert ann.listen("2f1d7c52-8f2c-4a40-9d3c-3b1a4a1c7a55") == ([], 4404)
    assert Browser(ann.stack, None).listen(run) == ([], 4401)
    assert ann.follow(run)


def test_foreign_pages_hear_nothing(ann: Browser, lab: str) -> None:
    """A page of another site cannot open a socket with our user's cookie."""
    run = ann.start(lab, "plan")
    with pytest.raises(InvalidStatus) as refusal, ann.socket(run, origin="http://evil.example"):
        pass
    assert refusal.value.response.status_code == 403


def test_words_from_a_browser_close_the_socket(ann: Browser, lab: str) -> None:
    """There is nothing to say on this socket, so nobody can keep the server busy on it."""
    ann.follow(ann.start(lab, "plan"))
    run = ann.start(lab, "matrix", nodes=[])
    with ann.socket(run, after=10**6) as connection:
        connection.send("x" * 1000)
        with pytest.raises(Exception, match="1008"):
            connection.recv(timeout=10)


def test_signing_out_ends_following(ann: Browser, lab: str, stack: Stack) -> None:
    """Who signs out hears nothing more, also on a socket that was open before."""
    guest = Browser(stack, "admin")
    stack.end("host")
    try:
        run = guest.start(lab, "plan")
        with guest.socket(run) as connection:
            guest.post("/api/session", None, "DELETE")
            with pytest.raises(Exception, match="4404"):
                connection.recv(timeout=10)
    finally:
        stack.start_worker("host")
        stack.await_worker("host")
    ann.await_row(run, "succeeded")


def test_deleted_lab_is_gone_from_the_host(ann: Browser, stack: Stack) -> None:
    """Deleting a lab that runs destroys it, and then forgets it."""
    lab = ann.new_lab(gallery="two-hosts-one-bridge")
    ann.run(lab, "apply")
    ann.post(f"/api/labs/{lab}", None, "DELETE")
    asked = f"from designer.models import Lab; print(Lab.objects.filter(pk='{lab}').count())"
    wait_for(lambda: stack.command("shell", "--no-imports", "-c", asked).strip() == "0", "its end")


def test_number_of_sockets_is_limited(ann: Browser, lab: str, stack: Stack) -> None:
    """One person's many tabs cannot take all connections; those that are open stay so."""
    stack.end("host")
    try:
        run = ann.start(lab, "plan")
        with ExitStack() as tabs:
            sockets = [tabs.enter_context(ann.socket(run)) for _ in range(30)]
            assert ann.listen(run) == ([], 4429)
            stack.start_worker("host")
            assert all(socket.recv(timeout=30) for socket in sockets)
        assert ann.follow(run)
    finally:
        if "host" not in stack.processes:
            stack.start_worker("host")
        stack.await_worker("host")


def test_a_link_flaps_and_an_apply_ends_that(ann: Browser, lab: str) -> None:
    """It tells each time; who changes the lab meanwhile need not wait for its end."""
    ann.run(lab, "apply")
    flap = {"times": 2, "down_ms": 20, "up_ms": 10}
    flapped = ann.run(lab, "flap", link=1, flap=flap)
    texts = [event["text"] for event in flapped if event["type"] == "progress"]
    assert texts[:2] == [f"{word} netns2:veth22 -- brx:veth23" for word in ("cut", "mend")]
    assert len(texts) == 4, flapped
    assert flapped[-1]["summary"] == "netns2:veth22 -- brx:veth23 was cut 2 times for 20 ms each"
    long = ann.start(lab, "flap", link=1, flap={"times": 2, "down_ms": 5000, "up_ms": 5000})
    ann.await_row(long, "running")
    applied = ann.run(lab, "apply")
    assert applied[-1]["status"] == "succeeded"
    ended = ann.follow(long)[-1]
    assert (ended["status"], "changed while the link flapped" in ended["summary"]) == (
        "failed",
        True,
    )
    assert ann.run(lab, "plan")[-1]["summary"] == "nothing to do: it runs as drawn"


def test_rules_tell_what_they_have_matched(ann: Browser) -> None:
    """A run asks the host, and its event holds each rule as the kernel has it, with its count."""
    lab = ann.new_lab(gallery="firewall")
    ann.run(lab, "apply")
    ann.run(lab, "matrix", probes=["tcp/80"])
    events = ann.run(lab, "rules", nodes=["firewall"])
    (counted,) = (event for event in events if event["type"] == "rules_counted")
    numbers = [rule["number"] for rule in counted["rules"]]
    assert numbers == [5, 1, 2, 2, 3, 4]
    assert counted["rules"][1]["text"] == "allow state established, related"
    assert counted["rules"][1]["packets"] > 0
    assert counted["changed"] == []
    assert events[-1]["summary"] == "6 rules of 1 node"
    ann.post(f"/api/labs/{lab}", None, "DELETE")
