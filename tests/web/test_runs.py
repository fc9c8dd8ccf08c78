"""Runs as the web side sees them: on record first, then sent, signed, to the host's queue."""

import base64
import json
from typing import Any

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from designer import queue, streams
from designer.messages import RunRequest
from designer.models import Lab, Run
from designer.services import records
from designer.transport.names import RUN_TASK, alive_key, host_queue
from designer.transport.seal import BadSeal, seal, unseal
from tests.redis_server import RedisServer
from tests.web.client import PAIR, TWICE, ApiClient, finished_run

QUEUE = host_queue("local")


@pytest.fixture
def start(
    api: ApiClient, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> Any:
    """Start runs as they are started where no test's transaction is around them."""

    def start_run(lab: str, **order: Any) -> dict[str, Any]:
        with django_capture_on_commit_callbacks(execute=True):
            answer = api.post(f"/api/labs/{lab}/runs", order)
        assert answer.status_code == 202, answer.content
        return dict(answer.json())

    return start_run


def sent() -> list[dict[str, Any]]:
    """Return what waits for the host's worker, oldest first."""
    return [json.loads(text) for text in reversed(streams._client().lrange(QUEUE, 0, -1))]


def request_in(message: dict[str, Any]) -> RunRequest:
    """Return the request in a message, as the worker reads it."""
    body = base64.b64decode(message["body"]).decode()
    arguments, _, _ = unseal(body, queue._key(), now_s=_now(body))
    return RunRequest.model_validate(arguments[0])


def _now(body: str) -> float:
    return float(json.loads(body[64:])["at"])


def test_run_is_on_record_and_sent_once(api: ApiClient, start: Any) -> None:
    """A run waits in its row and, once, as a signed message in the host's queue."""
    lab = api.new_lab(topology=PAIR)
    run = start(lab["id"], kind="matrix", probes=["ping", "tcp/80"], nodes=["h1"], timeout_ms=200)
    assert (run["status"], run["revision"], run["lab_id"]) == ("queued", 1, lab["id"])
    (message,) = sent()
    assert message["headers"]["task"] == RUN_TASK
    assert message["content-type"] == "application/x-vethwork-signed"
    request = request_in(message)
    assert (request.run, request.lab, request.kind) == (run["id"], lab["id"], "matrix")
    assert [str(probe) for probe in request.probes] == ["ping", "tcp/80"]
    assert (request.nodes, request.timeout_ms) == (("h1",), 200)
    assert request.topology.plain() == lab["topology"]


def test_generation_grows_with_every_request(api: ApiClient, start: Any) -> None:
    """Each request is newer than the last, and one that reads waits for the last change."""
    lab = api.new_lab(topology=PAIR)["id"]
    for kind in ("plan", "apply", "matrix", "destroy", "matrix"):
        start(lab, kind=kind)
    requests = [request_in(message) for message in sent()]
    assert [one.generation for one in requests] == [1, 2, 3, 4, 5]
    assert [one.after for one in requests] == [0, 0, 2, 2, 4]


def test_destroy_needs_no_sound_drawing(api: ApiClient, start: Any) -> None:
    """What runs can be removed also while the drawing cannot be applied."""
    lab = api.new_lab(topology=TWICE)["id"]
    start(lab, kind="destroy")
    assert request_in(sent()[0]).kind == "destroy"


def test_forged_messages_are_told_apart() -> None:
    """Another key, a changed byte, an old or a coming message: none of them is taken."""
    key = b"k" * 32
    text = seal({"run": 1}, key, now_s=1000.0)
    assert unseal(text, key, now_s=1001.0) == {"run": 1}
    for data, with_key, now_s in (
        (text, b"x" * 32, 1001.0),
        (text.replace("1", "2"), key, 1001.0),
        (text[:-1], key, 1001.0),
        ("", key, 1001.0),
        ("ß" * 80, key, 1001.0),
        (text, key, 1000.0 + 25 * 3600),
        (text, key, 0.0),
    ):
        with pytest.raises(BadSeal):
            unseal(data, with_key, now_s=now_s)


@pytest.mark.django_db(transaction=True)
def test_redis_down_fails_the_run_and_says_so(api: ApiClient, redis_server: RedisServer) -> None:
    """Without Redis the answer is 503 with what to do, and the run is on record as failed."""
    lab = api.new_lab(topology=PAIR)["id"]
    redis_server.stop()
    try:
        answer = api.post(f"/api/labs/{lab}/runs", {"kind": "apply"})
        run = Run.objects.get()
        events = api.get(f"/api/runs/{run.pk}/events")
    finally:
        redis_server.start()
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
    assert "Redis" in answer.json()["message"]
    assert (run.status, run.summary) == ("failed", answer.json()["message"])
    assert events.status_code == 503
    (last,) = api.get(f"/api/runs/{run.pk}/events").json()
    assert (last["type"], last["status"], last["seq"]) == ("finished", "failed", 1)


@pytest.mark.django_db(transaction=True)
def test_lab_that_may_run_is_deleted_through_its_host(
    api: ApiClient, redis_server: RedisServer
) -> None:
    """A lab that was applied is hidden at once, and its host is asked to destroy it."""
    lab = Lab.objects.get(pk=api.new_lab(topology=PAIR)["id"])
    finished_run(lab, "apply")
    assert redis_server.socket.exists()
    assert api.delete(f"/api/labs/{lab.pk}").status_code == 204
    assert request_in(sent()[0]).kind == "destroy"
    assert api.get("/api/labs").json() == []
    assert api.get(f"/api/labs/{lab.pk}").status_code == 404
    assert Lab.objects.filter(pk=lab.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_lab_is_deleted_also_while_redis_is_away(api: ApiClient, redis_server: RedisServer) -> None:
    """Deleting is promised at once; the host is asked as soon as somebody can be asked."""
    lab = Lab.objects.get(pk=api.new_lab(topology=PAIR)["id"])
    finished_run(lab, "apply")
    redis_server.stop()
    try:
        assert api.delete(f"/api/labs/{lab.pk}").status_code == 204
    finally:
        redis_server.start()
    assert api.get("/api/labs").json() == []
    streams._client().set(alive_key(QUEUE), 1)
    records.sweep_runs()
    assert request_in(sent()[0]).kind == "destroy"


def test_old_runs_are_forgotten(api: ApiClient, start: Any, settings: Any) -> None:
    """Only the newest runs are kept, and the one that says what runs."""
    settings.RUNS_KEPT = 3
    lab = api.new_lab(topology=PAIR)["id"]
    start(lab, kind="apply")
    for _ in range(5):
        start(lab, kind="plan")
    kinds = [run["kind"] for run in api.get(f"/api/labs/{lab}/runs").json()]
    assert kinds == ["plan", "plan", "plan", "apply"]


def test_lab_names_its_last_runs(api: ApiClient, start: Any) -> None:
    """A lab tells its newest apply and its newest matrix."""
    lab = api.new_lab(topology=PAIR)["id"]
    start(lab, kind="apply")
    newest = start(lab, kind="apply")
    start(lab, kind="plan")
    last = api.get(f"/api/labs/{lab}").json()["last_runs"]
    assert (last["apply"]["id"], last["matrix"]) == (newest["id"], None)


def test_a_flap_names_its_link(api: ApiClient, start: Any) -> None:
    """The request says which one, how often and for how long."""
    lab = api.new_lab(topology=PAIR)
    flap = {"times": 2, "down_ms": 100, "up_ms": 50}
    start(lab["id"], kind="flap", link=0, flap=flap)
    request = request_in(sent()[0])
    assert (request.kind, request.link, request.flap.model_dump()) == ("flap", 0, flap)


@pytest.mark.parametrize(
    "order",
    [
        {},
        {"link": 99},
        {"link": -1},
        {"link": 0, "flap": {"times": 21}},
        {"link": 0, "flap": {"times": 20, "down_ms": 5000}},
    ],
)
def test_a_flap_of_nothing_or_for_ever_is_refused(api: ApiClient, order: dict[str, Any]) -> None:
    """Nothing is sent to the host."""
    lab = api.new_lab(topology=PAIR)
    answer = api.post(f"/api/labs/{lab['id']}/runs", {"kind": "flap", **order})
    assert answer.status_code in {400, 422}
    assert answer.json()["message"]
    assert sent() == []
