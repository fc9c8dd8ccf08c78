"""Processes that die, messages that come twice: nothing is lost and nothing is done twice."""

import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.stack.browser import Browser, is_gapless, types
from tests.stack.messages import delivered_again, push, waiting
from tests.stack.stack import HOST_QUEUE, Stack, wait_for

pytestmark = [pytest.mark.stack, pytest.mark.kernel, pytest.mark.slow]

SILENT = {
    "name": "silent",
    "nodes": {
        "h1": {"interfaces": {"eth0": {"addresses": ["10.0.0.1/24"]}}},
        "h2": {"interfaces": {"eth0": {"addresses": ["10.0.0.2/24"]}}},
    },
    "links": [{"ends": ["h1:eth0", "h2:eth0"]}],
    "expect": [{"from": "h1", "to": "10.0.0.99", "outcome": "blocked"}],
}
"""A lab whose matrix takes some seconds: nobody has the address that is asked for."""


def star(nodes: int) -> dict[str, Any]:
    """Return a lab whose apply takes long enough to be interrupted."""
    names = [f"h{number}" for number in range(nodes)]
    return {
        "name": "star",
        "nodes": {"sw": {"kind": "switch"}} | {name: {"kind": "host"} for name in names},
        "links": [{"ends": [f"{name}:eth0", f"sw:p{at}"]} for at, name in enumerate(names)],
    }


@pytest.fixture
def silent(ann: Browser) -> Iterator[str]:
    """Give a running lab whose matrix takes some seconds."""
    lab = ann.new_lab(topology=SILENT)
    assert ann.run(lab, "apply")[-1]["status"] == "succeeded"
    yield lab
    ann.post(f"/api/labs/{lab}", None, "DELETE")


@pytest.fixture
def wide(ann: Browser) -> Iterator[str]:
    """Give a lab with many nodes."""
    lab = ann.new_lab(topology=star(300))
    yield lab
    ann.post(f"/api/labs/{lab}", None, "DELETE")


def restart_worker(stack: Stack, name: str) -> None:
    """Kill a worker with all it started, and start it again as a supervisor does."""
    stack.kill(name)
    stack.start_worker(name)
    stack.await_worker(name)


def heard_until(ann: Browser, run: str, kind: str) -> int:
    """Follow a run until something has happened; the number of that event."""
    with ann.socket(run) as connection:
        while True:
            event = json.loads(connection.recv(timeout=30))
            if event["type"] == kind:
                return int(event["seq"])


def is_whole(events: list[dict[str, Any]]) -> bool:
    """Tell whether a run ended well, with every event once and in order."""
    return is_gapless(events) and events[-1]["status"] == "succeeded"


def test_redis_restarts_in_the_middle_of_a_run(ann: Browser, silent: str, stack: Stack) -> None:
    """Events that find no Redis wait for it; who follows hears all of them, once."""
    run = ann.start(silent, "matrix", timeout_ms=3000)
    heard: list[dict[str, Any]] = []
    listener = threading.Thread(target=lambda: heard.extend(ann.follow(run)))
    heard_until(ann, run, "matrix_started")
    listener.start()
    time.sleep(0.3)
    stack.redis.stop()
    time.sleep(1.0)
    stack.redis.start()
    listener.join(30)
    assert is_whole(heard)
    assert ann.await_row(run, "succeeded")["summary"] == heard[-1]["summary"]
    assert ann.run(silent, "plan")[-1]["status"] == "succeeded"


def test_web_restarts_in_the_middle_of_a_run(ann: Browser, silent: str, stack: Stack) -> None:
    """A browser that lost its server goes on after the last event it has seen."""
    run = ann.start(silent, "matrix", timeout_ms=3000)
    seen = heard_until(ann, run, "matrix_started")
    stack.kill("web")
    stack.start_web()
    stack.await_web()
    rest = ann.follow(run, seen)
    assert is_gapless(rest, first=seen + 1)
    assert rest[-1]["status"] == "succeeded"


def test_control_worker_restarts(ann: Browser, lab: str, stack: Stack) -> None:
    """A run that ends while nobody records is on record soon after somebody does again."""
    stack.kill("control")
    run = ann.start(lab, "plan")
    ann.follow(run)
    assert ann.get(f"/api/runs/{run}")["status"] == "queued"
    stack.start_worker("control")
    ann.await_row(run, "succeeded")


def kill_all_children(stack: Stack) -> None:
    """Kill every process that does tasks."""
    for pid in stack.children("host"):
        os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize(
    "strike",
    [kill_all_children, lambda stack: restart_worker(stack, "host")],
    ids=["child", "whole worker"],
)
@pytest.mark.parametrize("moment", ["started", "planned", "progress"])
def test_worker_is_killed_in_the_middle_of_an_apply(
    ann: Browser, wide: str, stack: Stack, moment: str, strike: Callable[[Stack], None]
) -> None:
    """The run is taken up again at once and ends as if nothing had been."""
    run = ann.start(wide, "apply")
    heard_until(ann, run, moment)
    strike(stack)
    events = ann.follow(run)
    assert is_whole(events)
    assert [event["attempt"] for event in events if event["type"] == "started"] in ([1], [1, 2])
    assert ann.run(wide, "plan")[-1]["summary"] == "nothing to do: it runs as drawn"


def test_matrix_is_taken_up_again(ann: Browser, silent: str, stack: Stack) -> None:
    """A matrix whose worker was killed is asked anew, and its record holds the second one."""
    run = ann.start(silent, "matrix", timeout_ms=3000)
    heard_until(ann, run, "matrix_started")
    kill_all_children(stack)
    events = ann.follow(run)
    assert is_whole(events)
    assert [event["attempt"] for event in events if event["type"] == "started"] == [1, 2]
    assert ann.await_row(run, "succeeded")


def test_message_delivered_twice_is_done_once(ann: Browser, silent: str, stack: Stack) -> None:
    """Two copies at once, taken by two processes: one of them does it."""
    stack.end("host")
    run = ann.start(silent, "matrix", timeout_ms=500)
    (message,) = waiting(stack)
    push(stack, delivered_again(message))
    stack.start_worker("host")
    events = ann.follow(run)
    wait_for(lambda: not stack.client.llen(HOST_QUEUE), "both copies to be taken")
    assert types(ann.follow(ann.start(silent, "plan")))[-1] == "finished"
    assert is_whole(events)
    assert types(events).count("started") == 1
    assert ann.get(f"/api/runs/{run}/events") == events
    stack.await_worker("host")


def test_older_request_is_left_undone(ann: Browser, lab: str, stack: Stack) -> None:
    """When requests overtake each other the newest one counts."""
    stack.end("host")
    older, newer = ann.start(lab, "apply"), ann.start(lab, "destroy")
    first, second = waiting(stack)
    stack.client.delete(HOST_QUEUE)
    push(stack, second)
    stack.start_worker("host")
    assert ann.follow(newer)[-1]["status"] == "succeeded"
    push(stack, first)
    assert ann.follow(older)[-1]["status"] == "failed"
    planned = ann.run(lab, "plan")
    assert planned[-1]["status"] == "succeeded", planned
    assert planned[1]["total"] > 0, planned
    stack.await_worker("host")


def test_apply_ends_a_matrix_of_the_older_drawing(ann: Browser, silent: str) -> None:
    """Who changes a lab does not wait for a matrix that then means nothing any more."""
    matrix = ann.start(silent, "matrix", timeout_ms=10_000)
    heard_until(ann, matrix, "matrix_started")
    assert ann.run(silent, "apply")[-1]["status"] == "succeeded"
    assert "changed" in ann.follow(matrix)[-1]["summary"]


def test_run_without_a_worker_is_given_up(ann: Browser, lab: str, stack: Stack) -> None:
    """Where nobody serves the host the run fails by itself, and is not done later on."""
    stack.kill("host")
    try:
        run = ann.start(lab, "apply")
        events = ann.follow(run)
    finally:
        stack.start_worker("host")
        stack.await_worker("host")
    assert events[-1]["status"] == "failed"
    assert "given up" in events[-1]["summary"]
    assert ann.run(lab, "plan")[1]["total"] > 0
    assert ann.get(f"/api/runs/{run}")["status"] == "failed"


def test_run_that_takes_too_long_is_ended(ann: Browser, silent: str, stack: Stack) -> None:
    """A run has a time limit; when it is over the run fails with a reason."""
    stack.end("host")
    stack.start_worker("host", VETHWORK_RUN_LIMIT_S="1")
    stack.await_worker("host")
    try:
        end = ann.run(silent, "matrix", timeout_ms=10_000)[-1]
    finally:
        stack.end("host")
        stack.start_worker("host")
        stack.await_worker("host")
    assert end["status"] == "failed"
    assert "longer than the 1 s" in end["summary"]
    assert ann.run(silent, "plan")[-1]["status"] == "succeeded"


def test_power_cut_in_the_middle_of_a_run(ann: Browser, silent: str, stack: Stack) -> None:
    """Everything dies at once and comes back later: the run is taken up, not given up."""
    run = ann.start(silent, "matrix", timeout_ms=3000)
    heard_until(ann, run, "matrix_started")
    for name in ("control", "host"):
        stack.kill(name)
    time.sleep(13)  # longer than a run without a worker is waited for
    for name in ("control", "host"):
        stack.start_worker(name)
    events = ann.follow(run)
    assert is_whole(events)
    assert [event["attempt"] for event in events if event["type"] == "started"] == [1, 2]
    for name in ("control", "host"):
        stack.await_worker(name)
    ann.await_row(run, "succeeded")


SERVING = {
    "name": "serving",
    "nodes": {
        "h1": {
            "interfaces": {"eth0": {"addresses": ["10.0.0.1/24"]}},
            "services": [{"kind": "http"}],
        },
        "h2": {"interfaces": {"eth0": {"addresses": ["10.0.0.2/24"]}}},
    },
    "links": [{"ends": ["h1:eth0", "h2:eth0"]}],
    "expect": [{"from": "h2", "to": "h1", "probe": "tcp/80"}],
}


def test_services_outlive_the_worker(stack: Stack, ann: Browser) -> None:
    """The worker that started them is killed, and the lab still runs as drawn."""
    lab = ann.new_lab(topology=SERVING)
    assert ann.run(lab, "apply")[-1]["status"] == "succeeded"
    restart_worker(stack, "host")
    again = ann.run(lab, "apply")[-1]
    assert (again["status"], again["summary"]) == ("succeeded", "nothing to do: it ran as drawn")
    assert ann.run(lab, "matrix")[-1]["status"] == "succeeded"
    assert ann.run(lab, "destroy")[-1]["status"] == "succeeded"
    ann.post(f"/api/labs/{lab}", None, "DELETE")
