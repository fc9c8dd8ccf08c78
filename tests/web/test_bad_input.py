"""Hostile and mistaken input: a clear answer, soon, and nothing stored."""

import json
import time
from typing import Any

import pytest

from designer.models import Lab, Run
from tests.web.client import PAIR, TWICE, ApiClient

PATIENCE_S = 10.0

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


def pair_with(**parts: Any) -> dict[str, Any]:
    """Return a good drawing with some parts replaced."""
    return {**PAIR, **parts}


def named(name: str) -> dict[str, Any]:
    """Return a drawing with one node of that name."""
    return {"nodes": {name: {"kind": "host"}}}


def linked(end: str) -> dict[str, Any]:
    """Return a drawing with a link that ends there."""
    return pair_with(links=[{"ends": [end, "h2:eth0"]}], expect=[])


UNREADABLE_TEXTS = {
    "alias": "nodes: {h1: &h {kind: host}, h2: *h}",
    "bomb": BOMB,
    "deep": "[" * 20_000,
    "deep mapping": "{a: " * 5_000,
    "no yaml": "nodes: [}",
    "twice": "nodes: {h1: {kind: host}, h1: {kind: router}}",
    "tag": "nodes: !!python/object/apply:os.system [id]",
    "no mapping": "- just\n- a list",
    "control": "name: \x07",
    "merge key": "nodes: {<<: {h1: {}}}",
}
INVALID_VALUES = {
    "percent": named("%d"),
    "slash": named("a/b"),
    "dots": named(".."),
    "newline": named("h1\n"),
    "16 bytes": named("h" * 16),
    "dash first": named("-h1"),
    "upper case": named("H1"),
    "not ascii": named("hö"),
    "blank": named(""),
    "interface percent": linked("h1:eth%d"),
    "interface slash": linked("h1:eth/0"),
    "interface newline": linked("h1:et\nh0"),
    "interface 16 bytes": linked("h1:" + "e" * 16),
    "interface all": linked("h1:all"),
    "unknown key": pair_with(sudo=True),
    "unknown key of a node": pair_with(nodes={"h1": {"kind": "host", "shell": "sh"}}),
    "unknown kind": pair_with(nodes={"h1": {"kind": "hub"}}),
    "no address": pair_with(nodes={"h1": {"interfaces": {"eth0": {"addresses": ["10.0.0.1"]}}}}),
    "multicast mac": pair_with(
        nodes={"h1": {"interfaces": {"eth0": {"mac": "01:00:00:00:00:01"}}}}
    ),
    "port": pair_with(expect=[{"from": "h1", "to": "h2", "probe": "tcp/99999"}]),
    "list of nodes": pair_with(nodes=[]),
    "far away": pair_with(layout={"h1": [1e300, 0]}),
    "name with a newline": pair_with(name="a\nb"),
    "long name": pair_with(name="x" * 101),
}
CHECK_ERRORS = {
    "duplicate address": TWICE,
    "loose link": linked("h9:eth0"),
    "end used twice": pair_with(links=[{"ends": ["h1:eth0", "h2:eth0"]}] * 2),
    "loose expectation": pair_with(expect=[{"from": "h1", "to": "h9"}]),
}


@pytest.fixture(autouse=True)
def soon() -> Any:
    """Hold every answer of this module to its time limit."""
    began = time.monotonic()
    yield
    assert time.monotonic() - began < PATIENCE_S


@pytest.mark.parametrize("text", UNREADABLE_TEXTS.values(), ids=UNREADABLE_TEXTS)
def test_unreadable_text_is_refused(api: ApiClient, text: str) -> None:
    """A text that cannot be read is refused with where and what to do."""
    answer = api.post("/api/labs", {"yaml": text})
    assert answer.status_code == 422
    assert answer.json()["code"] == "topology-has-problems"
    assert all(problem["message"] for problem in answer.json()["problems"])
    assert not Lab.objects.exists()


@pytest.mark.parametrize("values", INVALID_VALUES.values(), ids=INVALID_VALUES)
@pytest.mark.parametrize("form", ["topology", "yaml"])
def test_invalid_values_are_refused(api: ApiClient, form: str, values: dict[str, Any]) -> None:
    """Values that no drawing has are refused as JSON and as text, and the old drawing stays."""
    lab = api.new_lab(topology=PAIR)
    body = {"topology": values} if form == "topology" else {"yaml": json.dumps(values)}
    answer = api.put(f"/api/labs/{lab['id']}", {"revision": 1, **body})
    assert answer.status_code == 422
    assert answer.json()["problems"]
    stored = Lab.objects.get()
    assert (stored.revision, stored.topology) == (1, lab["topology"])


@pytest.mark.parametrize("values", CHECK_ERRORS.values(), ids=CHECK_ERRORS)
@pytest.mark.parametrize("kind", ["plan", "apply", "matrix"])
def test_drawing_with_errors_is_never_run(
    api: ApiClient, kind: str, values: dict[str, Any]
) -> None:
    """What the canvas may store while it is edited is refused with its problems when it is run."""
    lab = api.new_lab(topology=PAIR)
    api.put(f"/api/labs/{lab['id']}", {"revision": 1, "topology": values})
    answer = api.post(f"/api/labs/{lab['id']}/runs", {"kind": kind})
    assert (answer.status_code, answer.json()["code"]) == (422, "topology-has-problems")
    assert answer.json()["problems"]
    assert not Run.objects.exists()


BAD_BODIES = {
    "no json": "{",
    "list": "[]",
    "text": '"yaml"',
    "deep": "[" * 100_000,
    "deep object": '{"topology":' * 50_000,
    "key twice": '{"revision": 1, "revision": 2, "yaml": ""}',
    "node twice": '{"revision": 1, "topology": {"nodes": {"h1": {}, "h1": {"kind": "router"}}}}',
    "nan": '{"revision": 1, "topology": {"layout": {"h1": [NaN, 0]}}}',
    "unknown key": '{"revision": 1, "yaml": "", "owner": 1}',
    "both": '{"revision": 1, "yaml": "", "topology": {}}',
    "neither": '{"revision": 1}',
    "no revision": '{"yaml": "name: x"}',
    "huge number": '{"revision": %s}' % ("9" * 5000),
    "not utf-8": b'{"revision": 1, "yaml": "\xff"}',
    "empty": "",
}


@pytest.mark.parametrize("body", BAD_BODIES.values(), ids=BAD_BODIES)
def test_bad_body_is_refused(api: ApiClient, body: str | bytes) -> None:
    """A body that is no request says so with 400, and the drawing stays."""
    lab = api.new_lab(topology=PAIR)
    answer = api.put(f"/api/labs/{lab['id']}", body)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid-request")
    assert Lab.objects.get().revision == 1


@pytest.mark.parametrize("content_type", ["text/plain", "multipart/form-data", "image/png"])
def test_other_content_types_are_refused(api: ApiClient, content_type: str) -> None:
    """Only JSON and YAML are read."""
    answer = api.post("/api/labs", "{}", content_type=content_type)
    assert answer.status_code == 400


BAD_ORDERS = {
    "kind": {"kind": "rm"},
    "probe": {"kind": "matrix", "probes": ["http/80"]},
    "probe port": {"kind": "matrix", "probes": ["tcp/0"]},
    "many probes": {"kind": "matrix", "probes": [f"tcp/{port}" for port in range(1, 10)]},
    "node": {"kind": "matrix", "nodes": ["../h1"]},
    "time": {"kind": "matrix", "timeout_ms": 1},
    "long time": {"kind": "matrix", "timeout_ms": 1_000_000},
    "unknown key": {"kind": "plan", "generation": 7},
}


@pytest.mark.parametrize("order", BAD_ORDERS.values(), ids=BAD_ORDERS)
def test_bad_run_is_refused(api: ApiClient, order: dict[str, Any]) -> None:
    """A run that makes no sense is neither put on record nor sent."""
    lab = api.new_lab(topology=PAIR)
    answer = api.post(f"/api/labs/{lab['id']}/runs", order)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid-request")
    assert not Run.objects.exists()


@pytest.mark.parametrize("form", ["topology", "yaml"])
def test_too_many_nodes_are_refused(api: ApiClient, settings: Any, form: str) -> None:
    """A drawing beyond the limits is refused as too large, whoever sends it."""
    settings.LIMITS = type(settings.LIMITS)(nodes=2)
    values = {"nodes": {f"h{number}": {"kind": "host"} for number in range(3)}}
    body = {"topology": values} if form == "topology" else {"yaml": json.dumps(values)}
    answer = api.post("/api/labs", body)
    assert (answer.status_code, answer.json()["code"]) == (413, "too-large")
    assert not Lab.objects.exists()


def test_long_text_is_refused_before_it_is_read(api: ApiClient, settings: Any) -> None:
    """A text beyond the limit is refused by its length alone."""
    settings.LIMITS = type(settings.LIMITS)(document_bytes=1000)
    answer = api.post("/api/labs", {"yaml": "[" * 1001})
    assert (answer.status_code, answer.json()["code"]) == (413, "too-large")


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "9" * 400])
def test_bad_number_of_an_event_is_refused(api: ApiClient, after: str) -> None:
    """Events after something that is no number are a mistake, not an error of ours."""
    lab = api.new_lab(topology=PAIR)
    run = api.post(f"/api/labs/{lab['id']}/runs", {"kind": "plan"}).json()
    answer = api.get(f"/api/runs/{run['id']}/events?after={after}")
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid-request")
