"""A host worker says what its host can do, and refuses what it cannot before anything is done."""

import json
import uuid
from typing import Any
from urllib.error import HTTPError

import pytest

from designer.state.capability import CAPABILITIES
from designer.transport.names import EVENT_FIELD, alive_key, stream_key
from tests.second_kernel.here import capabilities
from tests.stack.browser import Browser
from tests.stack.messages import push, signed
from tests.stack.stack import HOST_QUEUE, Stack, wait_for

pytestmark = [pytest.mark.stack, pytest.mark.kernel]

lacks_vlans = pytest.mark.skipif(
    "vlan_filtering" in capabilities(), reason="this kernel has VLAN filtering"
)
VLANS: dict[str, Any] = {
    "nodes": {"sw": {"kind": "switch", "interfaces": {"p1": {"vlan": 10}}}, "h": {}},
    "links": [{"ends": ["h:eth0", "sw:p1"]}],
}


def test_the_worker_says_what_its_kernel_can_do(stack: Stack) -> None:
    """As long as it lives."""
    told = stack.client.get(alive_key(HOST_QUEUE)).decode().split()
    assert CAPABILITIES.keys() & told == capabilities()


@lacks_vlans
def test_the_web_knows_and_refuses(ann: Browser) -> None:
    """The element is named, and no run is started."""
    lab = ann.new_lab(topology=VLANS)
    problems = ann.get(f"/api/labs/{lab}")["problems"]
    assert [one["element"] for one in problems] == ["nodes/sw/interfaces/p1"]
    with pytest.raises(HTTPError) as refusal:
        ann.start(lab, "apply")
    assert refusal.value.code == 422
    ann.post(f"/api/labs/{lab}", None, "DELETE")


@lacks_vlans
def test_the_worker_refuses_what_the_web_let_through(stack: Stack) -> None:
    """It trusts nobody: the element is named, and nothing was made."""
    request = {
        "run": str(uuid.uuid4()),
        "lab": str(uuid.uuid4()),
        "generation": 1,
        "kind": "apply",
        "topology": VLANS,
    }
    push(stack, signed(stack, request))
    wait_for(lambda: ended(stack, request), "the run's end")
    *_, refused, finished = events(stack, request)
    assert (refused["type"], refused["element"]) == ("refused", "nodes/sw/interfaces/p1")
    assert "sw:p1 needs VLAN filtering, which this host lacks" in refused["message"]
    assert (finished["status"], finished["summary"]) == ("failed", refused["message"])


def ended(stack: Stack, request: dict[str, Any]) -> bool:
    """Tell whether the last event has come."""
    return any(event["type"] == "finished" for event in events(stack, request))


def events(stack: Stack, request: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the events of a request so far."""
    entries = stack.client.xrange(stream_key(request["run"]))
    return [json.loads(fields[EVENT_FIELD.encode()]) for _, fields in entries]
