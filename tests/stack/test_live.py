"""Live edits over the real thing: each is applied as it is made, the newest one wins."""

from typing import Any

import pytest

from tests.stack.browser import Browser, types
from tests.stack.stack import Stack

TAKEN_OVER = "a newer edit took its place"

pytestmark = [pytest.mark.stack, pytest.mark.kernel]


def draw(ann: Browser, lab: str, mtu: int) -> None:
    """Store the lab with another MTU of a host's interface, as the canvas does."""
    stored = ann.get(f"/api/labs/{lab}")
    topology: dict[str, Any] = stored["topology"]
    topology["nodes"]["netns1"]["interfaces"]["veth11"]["mtu"] = mtu
    ann.post(f"/api/labs/{lab}", {"revision": stored["revision"], "topology": topology}, "PUT")


def test_an_edit_is_done_and_undone(ann: Browser, lab: str) -> None:
    """One operation each way, and then the lab runs as before."""
    ann.run(lab, "apply")
    draw(ann, lab, 1400)
    edit = ann.run(lab, "apply", live=True)
    assert types(edit)[:2] == ["started", "planned"]
    assert [one["text"] for one in edit[1]["operations"]] == ["set MTU of netns1:veth11 to 1400"]
    assert edit[-1]["status"] == "succeeded"
    assert set(edit[-3]["states"].values()) == {"up"}
    draw(ann, lab, 1500)
    undo = ann.run(lab, "apply", live=True)
    assert [one["text"] for one in undo[1]["operations"]] == ["set MTU of netns1:veth11 to 1500"]
    assert ann.run(lab, "plan")[-1]["summary"] == "nothing to do: it runs as drawn"


def test_only_the_newest_edit_counts(ann: Browser, lab: str) -> None:
    """Of edits made faster than they are carried out, some are left out, and the last is done."""
    ann.run(lab, "apply")
    runs = []
    for mtu in range(1300, 1320):
        draw(ann, lab, mtu)
        runs.append(ann.start(lab, "apply", live=True))
    ends = [ann.follow(run)[-1] for run in runs]
    assert ends[-1]["status"] == "succeeded"
    assert ends[-1]["summary"] != TAKEN_OVER
    assert ann.run(lab, "plan")[-1]["summary"] == "nothing to do: it runs as drawn"


def test_edits_that_wait_are_left_out(ann: Browser, lab: str, stack: Stack) -> None:
    """What waited while no worker was there is done once, for the newest drawing."""
    ann.run(lab, "apply")
    stack.end("host")
    runs = []
    for mtu in (1301, 1302, 1303):
        draw(ann, lab, mtu)
        runs.append(ann.start(lab, "apply", live=True))
    stack.start_worker("host")
    stack.await_worker("host")
    ends = [ann.follow(run)[-1] for run in runs]
    assert [end["status"] for end in ends] == ["succeeded"] * 3
    assert [end["summary"] for end in ends[:2]] == [TAKEN_OVER] * 2
    assert ends[2]["summary"].startswith("1 operation done")
