"""Who can write to Redis and is not the web server gets nothing done on the host."""

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from designer.transport.names import stream_key
from designer.transport.seal import CONTENT_TYPE
from tests.stack.browser import Browser
from tests.stack.messages import (
    delivered_again,
    forged,
    made,
    pickled,
    plain,
    push,
    signed,
    waiting,
)
from tests.stack.stack import HOST_QUEUE, Stack, wait_for

pytestmark = [pytest.mark.stack, pytest.mark.kernel]

PAIR = {
    "name": "pair",
    "nodes": {"h1": {"kind": "host"}, "h2": {"kind": "host"}},
    "links": [{"ends": ["h1:eth0", "h2:eth0"]}],
}


def wanted(**changes: Any) -> dict[str, Any]:
    """Return a request for a lab of its own."""
    request = {
        "run": str(uuid.uuid4()),
        "lab": str(uuid.uuid4()),
        "generation": 1,
        "kind": "apply",
        "topology": PAIR,
    }
    return request | changes


def is_heard(stack: Stack, request: dict[str, Any]) -> bool:
    """Tell whether anything was done about a request."""
    return bool(stack.client.exists(stream_key(str(request["run"]))))


def await_taken(stack: Stack, ann: Browser, lab: str) -> None:
    """Wait until the worker has taken all that waited, and something after it."""
    wait_for(lambda: not stack.client.llen(HOST_QUEUE), "the queue to be empty")
    assert ann.run(lab, "plan")[-1]["status"] == "succeeded"


@pytest.fixture
def destroyed(stack: Stack) -> Iterator[list[dict[str, Any]]]:
    """Take requests whose labs are to be removed afterwards."""
    requests: list[dict[str, Any]] = []
    yield requests
    for request in requests:
        again = wanted(lab=request["lab"], generation=99, kind="destroy")
        push(stack, signed(stack, again))
        wait_for(lambda again=again: is_finished(stack, again), "the lab's end")


def is_finished(stack: Stack, request: dict[str, Any]) -> bool:
    """Tell whether a request came to its end."""
    entries = stack.client.xrevrange(stream_key(str(request["run"])), count=1)
    return bool(entries) and b"last" in entries[0][1]


def test_signed_request_is_done(stack: Stack, destroyed: list[dict[str, Any]]) -> None:
    """What the tests below write is done when it is signed, so they are not blind."""
    request = wanted()
    destroyed.append(request)
    push(stack, signed(stack, request))
    wait_for(lambda: is_finished(stack, request), "the run")


@pytest.mark.parametrize("write", [plain, pickled, forged], ids=["plain", "pickled", "forged"])
def test_unsigned_request_is_dropped(stack: Stack, ann: Browser, lab: str, write: Any) -> None:
    """Plain JSON, a pickle, another key: refused before it is looked at."""
    request = wanted()
    push(stack, write(request))
    await_taken(stack, ann, lab)
    assert not is_heard(stack, request)


def test_old_request_is_dropped(stack: Stack, ann: Browser, lab: str) -> None:
    """A message that was recorded and kept is worth nothing after a day."""
    request = wanted()
    push(stack, signed(stack, request, age_s=25 * 3600))
    await_taken(stack, ann, lab)
    assert not is_heard(stack, request)


@pytest.mark.parametrize("task", ["os.system", "celery.chord", "vethwork.record_run", "celery.map"])
def test_only_one_task_is_known(stack: Stack, ann: Browser, lab: str, task: str) -> None:
    """Whatever else is asked for by name, signed or not, is dropped."""
    request = wanted()
    push(stack, signed(stack, request, task=task))
    await_taken(stack, ann, lab)
    assert not is_heard(stack, request)


@pytest.mark.parametrize(
    "changes",
    [
        {"lab": "../../etc"},
        {"lab": "x" * 10_000},
        {"run": "*"},
        {"generation": 0},
        {"kind": "exec"},
        {"command": "id"},
        {"topology": {"nodes": {"%d": {}}}},
        {"topology": {"nodes": {"h1": {"kind": "host", "at": "/proc/1/ns/net"}}}},
        {"timeout_ms": 10**9},
        {"probes": ["tcp/0"]},
        {"nodes": ["$(id)"]},
    ],
    ids=str,
)
def test_hostile_request_is_dropped(
    stack: Stack, ann: Browser, lab: str, changes: dict[str, Any]
) -> None:
    """A holder of the key who is not to be trusted gets no further than the model allows."""
    request = wanted(**changes)
    push(stack, signed(stack, request))
    await_taken(stack, ann, lab)
    assert not is_heard(stack, request)


@pytest.mark.parametrize("junk", [b"", b"{", b"\xff\xfe", b"null", b"[[], {}, {}]", b"args"])
@pytest.mark.parametrize("content_type", [CONTENT_TYPE, "application/data", "application/text"])
def test_junk_is_dropped(
    stack: Stack, ann: Browser, lab: str, content_type: str, junk: bytes
) -> None:
    """Bytes that are no request do not stop the worker, in whatever type Celery takes unsigned."""
    before = stack.processes["host"].pid
    push(stack, made(junk, content_type))
    await_taken(stack, ann, lab)
    assert stack.processes["host"].poll() is None
    assert stack.processes["host"].pid == before


@pytest.mark.parametrize(
    "header", [{"eta": "x"}, {"expires": "x"}, {"timelimit": "x"}, {"id": None}, {"task": None}]
)
def test_bad_headers_are_dropped(
    stack: Stack, ann: Browser, lab: str, header: dict[str, Any]
) -> None:
    """Headers are not signed, so nothing in them can stop the worker either."""
    message = signed(stack, wanted(kind="exec"))
    push(stack, {**message, "headers": {**message["headers"], **header}})
    await_taken(stack, ann, lab)
    assert stack.processes["host"].poll() is None


def test_follow_up_tasks_are_dropped(stack: Stack, ann: Browser, lab: str) -> None:
    """A signed request that brings another task along is not done at all."""
    request = wanted()
    later = {"task": "vethwork.run", "args": [wanted()], "kwargs": {}, "options": {}}
    push(stack, signed(stack, request, embedded={"callbacks": [later]}))
    await_taken(stack, ann, lab)
    assert not is_heard(stack, request)


def test_unsound_drawing_is_refused_again(stack: Stack, destroyed: list[dict[str, Any]]) -> None:
    """The worker holds a drawing against every rule itself, whatever the web let through."""
    loose = {**PAIR, "links": [{"ends": ["h1:eth0", "h9:eth0"]}]}
    request = wanted(topology=loose)
    destroyed.append(request)
    push(stack, signed(stack, request))
    wait_for(lambda: is_finished(stack, request), "the run")
    _, fields = stack.client.xrevrange(stream_key(request["run"]), count=1)[0]
    assert b"h9" in fields[b"event"]
    assert b"failed" in fields[b"event"]


def test_replayed_request_does_nothing(stack: Stack, ann: Browser, lab: str) -> None:
    """A recorded message, sent again after its run and after the lab's end, has no effect."""
    stack.end("host")
    run = ann.start(lab, "apply")
    (recorded,) = waiting(stack)
    stack.start_worker("host")
    stack.await_worker("host")
    events = ann.follow(run)
    ann.run(lab, "destroy")
    push(stack, delivered_again(recorded))
    await_taken(stack, ann, lab)
    assert ann.follow(run) == events
    assert ann.run(lab, "plan")[1]["total"] == events[1]["total"]
    stack.client.delete(stream_key(run))  # nor when the traces in Redis are removed before
    push(stack, delivered_again(recorded))
    await_taken(stack, ann, lab)
    assert not stack.client.exists(stream_key(run))
    assert ann.run(lab, "plan")[1]["total"] == events[1]["total"]


def test_worker_answers_no_remote_control(stack: Stack) -> None:
    """Nobody can ask a worker for its tasks, its settings or its end."""
    keys = {key.decode() for key in stack.client.scan_iter("*")}
    assert not {key for key in keys if "pidbox" in key}


def test_worker_has_no_privilege_on_the_host(stack: Stack) -> None:
    """The host worker is in a user namespace of the application's; the host's own is not its."""
    pid = stack.processes["host"].pid
    for kind in ("user", "net", "mnt"):
        assert not Path(f"/proc/{pid}/ns/{kind}").samefile(f"/proc/self/ns/{kind}")
