"""What the host lacks is shown at its element, and keeps a drawing from being applied."""

from typing import Any

import pytest

from designer import streams
from designer.transport.names import alive_key, host_queue
from tests.redis_server import RedisServer
from tests.web.client import ApiClient

VLANS: dict[str, Any] = {
    "nodes": {"sw": {"kind": "switch", "interfaces": {"p1": {"vlan": 10}}}, "h": {"kind": "host"}},
    "links": [{"ends": ["h:eth0", "sw:p1"]}],
}
YAML = "nodes:\n  sw: {kind: switch, vlan_filtering: true}\n"


def host_says(text: str) -> None:
    """Put down what the host's worker says of its host."""
    streams._client().set(alive_key(host_queue("local")), text)


def lacked(problems: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return the elements that the host cannot make, and how serious that is."""
    return [(one["element"], one["severity"]) for one in problems if one["code"] == "host-lacks"]


AT_PORT = "nodes/sw/interfaces/p1"


def test_a_lab_that_is_read_or_stored_has_it_among_its_problems(api: ApiClient) -> None:
    """As a warning, for it may run elsewhere; and no longer once the host can do it."""
    host_says("bridge veth")
    lab = api.new_lab(topology=VLANS)
    assert lacked(lab["problems"]) == [(AT_PORT, "warning")]
    order = {"revision": 1, "topology": {**VLANS, "name": "renamed"}}
    stored = api.put(f"/api/labs/{lab['id']}", order).json()
    assert lacked(stored["problems"]) == [(AT_PORT, "warning")]
    host_says("bridge veth vlan_filtering")
    assert lacked(api.get(f"/api/labs/{lab['id']}").json()["problems"]) == []


def test_check_tells_it_with_its_line(api: ApiClient) -> None:
    """Of a text and of a stored lab."""
    host_says("bridge veth")
    (problem,) = api.post("/api/check", {"yaml": YAML}).json()["problems"]
    assert (problem["code"], problem["line"]) == ("host-lacks", 2)
    lab = api.new_lab(topology=VLANS)
    problems = api.post(f"/api/labs/{lab['id']}/check").json()["problems"]
    assert lacked(problems) == [(AT_PORT, "warning")]


@pytest.mark.parametrize("kind", ["plan", "apply"])
def test_such_a_lab_is_not_run(api: ApiClient, kind: str) -> None:
    """The refusal names the element; nothing is put on record."""
    host_says("bridge veth")
    lab = api.new_lab(topology=VLANS)["id"]
    answer = api.post(f"/api/labs/{lab}/runs", {"kind": kind})
    assert answer.status_code == 422
    assert lacked(answer.json()["problems"]) == [(AT_PORT, "error")]
    assert "sw:p1 needs VLAN filtering" in answer.json()["message"]
    assert api.get(f"/api/labs/{lab}/runs").json() == []


@pytest.mark.parametrize("said", ["", "1"])
def test_what_is_not_known_is_no_problem(api: ApiClient, said: str) -> None:
    """A worker that says nothing of its host asks the kernel itself before it applies."""
    host_says(said)
    lab = api.new_lab(topology=VLANS)
    assert lacked(lab["problems"]) == []
    assert api.post(f"/api/labs/{lab['id']}/runs", {"kind": "apply"}).status_code == 202


def test_drawing_goes_on_without_redis(api: ApiClient, redis_server: RedisServer) -> None:
    """Then nothing is known of the host."""
    redis_server.stop()
    try:
        assert lacked(api.new_lab(topology=VLANS)["problems"]) == []
    finally:
        redis_server.start()
