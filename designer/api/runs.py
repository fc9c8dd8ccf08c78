"""Runs: start one, list them, read one and its events."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Status

from designer import models
from designer.api.auth import VISITING, user_of, visitor_of
from designer.api.schemas import Run, RunStart
from designer.messages import RunEvent
from designer.services import labs, runs
from designer.services.runs import RunOrder
from designer.topology.flap import Flap

router = Router(tags=["runs"])

SEQ_MAX = 2**53
"""Up to here a browser counts exactly."""


@router.post("/labs/{lab_id}/runs", response={202: Run})
def start_run(request: HttpRequest, lab_id: UUID, order: RunStart) -> Status[models.Run]:
    """Have a lab planned, applied, destroyed, probed or counted, or a link flap; see /ws/runs/{id}.

    A drawing with errors is refused with all its problems, except for destroy.
    """
    lab = labs.find_lab(user_of(request), lab_id, "run")
    wanted = RunOrder(
        kind=order.kind,
        probes=tuple(order.probes),
        nodes=None if order.nodes is None else tuple(order.nodes),
        seed_neighbours=order.seed_neighbours,
        timeout_ms=order.timeout_ms,
        live=order.live,
        link=order.link,
        flap=order.flap or Flap(),
    )
    return Status(202, runs.start_run(lab, wanted))


@router.get("/labs/{lab_id}/runs", response=list[Run], auth=VISITING)
def list_runs(request: HttpRequest, lab_id: UUID) -> list[models.Run]:
    """List a lab's runs, newest first."""
    return list(runs.list_runs(labs.find_lab(visitor_of(request), lab_id)))


@router.get("/runs/{run_id}", response=Run, auth=VISITING)
def get_run(request: HttpRequest, run_id: UUID) -> models.Run:
    """Read a run."""
    return runs.find_run(visitor_of(request), run_id)


@router.get("/runs/{run_id}/events", response=list[RunEvent], auth=VISITING)
def list_events(
    request: HttpRequest, run_id: UUID, after: Annotated[int, Query(ge=0, le=SEQ_MAX)] = 0
) -> HttpResponse:
    """Read what happened in a run after the event numbered `after`: what its WebSocket sends.

    A day after a run has ended, what is on record of it is told as events again: states and
    results, without each step of progress.
    """
    events = runs.read_events(runs.find_run(visitor_of(request), run_id), after)
    return HttpResponse(f"[{','.join(events)}]", "application/json")
