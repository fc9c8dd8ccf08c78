"""Drift: what was changed by hand in a lab that runs; revert, adopt or ignore it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from designer import models
from designer.api.answers import answer_drift, answer_lab
from designer.api.auth import VISITING, user_of, visitor_of
from designer.api.drift_schemas import Drift, DriftAdoption, DriftIgnoring, DriftReversion
from designer.api.schemas import Lab, Run
from designer.messages import LabEvent
from designer.services import drift, labs

router = Router(tags=["drift"])


@router.get("/labs/{lab_id}/drift", response=Drift, auth=VISITING)
def get_drift(request: HttpRequest, lab_id: UUID) -> dict[str, Any]:
    """Read what now differs from what was applied; follow it at /ws/labs/{id}."""
    return answer_drift(labs.find_lab(visitor_of(request), lab_id))


@router.get("/labs/{lab_id}/events", response=list[LabEvent], auth=VISITING)
def list_lab_events(request: HttpRequest, lab_id: UUID) -> list[LabEvent]:
    """Read the newest event of a lab: what its WebSocket sends first to who comes new."""
    told = drift.read_drift(labs.find_lab(visitor_of(request), lab_id))
    return [told] if told else []


@router.post("/labs/{lab_id}/drift/revert", response={202: Run})
def revert_drift(request: HttpRequest, lab_id: UUID, order: DriftReversion) -> Status[models.Run]:
    """Apply anew what was applied last, to all nodes or to some: a run like any other."""
    lab = labs.find_lab(user_of(request), lab_id, "run")
    nodes = None if order.nodes is None else tuple(order.nodes)
    return Status(202, drift.revert_drift(lab, nodes))


@router.post("/labs/{lab_id}/drift/adopt", response=Lab)
def adopt_drift(request: HttpRequest, lab_id: UUID, order: DriftAdoption) -> dict[str, Any]:
    """Write what is there into the drawing, as far as a drawing can say it.

    Applied after that, it has nothing to do, and no longer counts as drift.
    """
    lab = labs.find_lab(user_of(request), lab_id, "edit")
    return answer_lab(drift.adopt_drift(lab, order.revision, order.nodes), with_yaml=False)


@router.post("/labs/{lab_id}/drift/ignore", response=Drift)
def ignore_drift(request: HttpRequest, lab_id: UUID, order: DriftIgnoring) -> dict[str, Any]:
    """Mark these differences, and no others, as ignored for as long as they stay the same."""
    lab = labs.find_lab(user_of(request), lab_id, "edit")
    drift.ignore_drift(lab, order.items)
    return answer_drift(lab)
