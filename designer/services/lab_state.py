"""Whether a lab's drawing is what runs, as far as its finished runs tell."""

from collections.abc import Iterable
from typing import Any, Literal

from designer.models import CHANGING, Lab, Run

LabState = Literal["empty", "running", "changed", "unknown"]

NOT_RUN = {"name", "layout", "expect"}
"""Parts of a drawing that no host knows of."""


def lab_state(lab: Lab) -> LabState:
    """Return empty, running (as drawn), changed (since it was applied) or unknown."""
    return state_after(lab, lab.runs.filter(kind__in=CHANGING).order_by("-generation")[:1])


def state_after(lab: Lab, newest_changing: Iterable[Run]) -> LabState:
    """Return the state that the newest run that changes the host has left."""
    run = next(iter(newest_changing), None)
    if run is None:
        return "empty"
    if run.status != "succeeded":
        return "unknown"
    if run.kind == "destroy":
        return "empty"
    return "running" if _runs_as(run.topology) == _runs_as(lab.topology) else "changed"


def _runs_as(topology: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in topology.items() if key not in NOT_RUN}
