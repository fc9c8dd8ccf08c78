"""Whether a lab's drawing is what runs, as far as its finished runs tell."""

from collections.abc import Iterable
from typing import Any, Literal

from designer.models import CHANGING, Lab, Run
from designer.topology.link import LOOKS

LabState = Literal["empty", "running", "changed", "unknown"]

NOT_RUN = {"name", "layout", "shapes", "expect"}
"""Parts of a drawing that no host knows of."""


def lab_state(lab: Lab) -> LabState:
    """Return empty, running (as drawn), changed (since it was applied) or unknown."""
    newest = lab.runs.filter(kind__in=CHANGING).order_by("-generation")[:1]
    return state_after(lab, newest.defer("topology", "record", "cells"))


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
    known = {key: value for key, value in topology.items() if key not in NOT_RUN}
    if links := known.get("links"):
        known["links"] = [_without_looks(link) for link in links]
    return known


def _without_looks(link: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in link.items() if key not in LOOKS}
