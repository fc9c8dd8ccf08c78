"""Runs: start one, find one, read its events."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils import timezone

from designer import queue, streams
from designer.errors import InvalidRequest, NotFound, Unavailable
from designer.messages import Finished, RunKind, RunRequest
from designer.models import CHANGING, Lab, Run, Viewer
from designer.record import Record, read_record, unfold
from designer.services import version_log
from designer.services.documents import require_no_faults
from designer.services.drawings import require_applicable
from designer.services.host import require_able_host
from designer.services.readings import read_stored
from designer.services.run_news import tell_run
from designer.topology.expectation import Probe
from designer.topology.flap import Flap
from designer.topology.sentence import say
from designer.topology.topology import Topology

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RunOrder:
    """What a user asks for; without probes a matrix asks all that the expectations name."""

    kind: RunKind
    probes: tuple[Probe, ...] = ()
    nodes: tuple[str, ...] | None = None
    seed_neighbours: bool = True
    timeout_ms: int = 1000
    live: bool = False
    link: int | None = None
    flap: Flap = field(default_factory=Flap)


def start_run(lab: Lab, order: RunOrder) -> Run:
    """Put a run on record and send it to the host; a drawing with errors is refused."""
    read_stored(lab)
    topology = lab.drawing
    if order.kind != "destroy":
        require_no_faults(lab)
        if has_stored_errors(lab):
            require_applicable(topology)
    return _start(lab, topology, lab.topology, order)


def start_run_of(lab: Lab, topology: Topology, order: RunOrder) -> Run:
    """Do the same with another drawing than the one that is stored."""
    if order.kind != "destroy":
        require_applicable(topology)
    return _start(lab, topology, topology.plain(), order)


def has_stored_errors(lab: Lab) -> bool:
    """Tell whether the drawing had errors when it was stored; its worker checks it once more."""
    return any(problem["severity"] == "error" for problem in lab.problems)


def _start(lab: Lab, topology: Topology, values: Values, order: RunOrder) -> Run:
    """Start a run of a drawing, whose plain values take long to make."""
    if order.kind == "flap" and (order.link is None or order.link >= len(topology.links)):
        raise InvalidRequest(say("a flap needs the index of one of the lab's links: give link"))
    if order.kind in {"plan", "apply"}:
        require_able_host(topology)
    with transaction.atomic():
        return _put_on_record(lab, topology, values, order)


def start_destroy(lab: Lab) -> Run:
    """Have everything of a lab removed from its host, whatever is drawn now."""
    return start_run(lab, RunOrder("destroy"))


def _put_on_record(lab: Lab, topology: Topology, values: Values, order: RunOrder) -> Run:
    """Make the row; the host hears of it once the row is there for good."""
    Lab.objects.filter(pk=lab.pk).update(generation=F("generation") + 1)
    lab.refresh_from_db(fields=["generation"])
    if order.kind == "apply":
        version_log.keep_applied(lab, values, live=order.live)
    probes = [str(probe) for probe in order.probes]
    run = Run.objects.create(
        lab=lab,
        kind=order.kind,
        revision=lab.revision,
        generation=lab.generation,
        topology=values,
        probes=probes,
    )
    transaction.on_commit(partial(_send, run, _request(run, topology, order)))
    return run


def _request(run: Run, topology: Topology, order: RunOrder) -> RunRequest:
    return RunRequest(
        run=str(run.pk),
        lab=str(run.lab_id),
        generation=run.generation,
        after=_generation_before(run),
        kind=order.kind,
        topology=topology,
        probes=order.probes,
        nodes=order.nodes,
        seed_neighbours=order.seed_neighbours,
        timeout_ms=order.timeout_ms,
        live=order.live,
        link=order.link or 0,
        flap=order.flap,
    )


def _generation_before(run: Run) -> int:
    """Return the newest earlier run that changes the host and has not ended as yet."""
    earlier = Run.objects.unfinished().filter(lab=run.lab_id, generation__lt=run.generation)
    newest = earlier.filter(kind__in=CHANGING).order_by("-generation").first()
    return newest.generation if newest else 0


def _send(run: Run, request: RunRequest) -> None:
    try:
        if request.kind in CHANGING:
            streams.note_asked(run.lab_id, request.generation)
        queue.send_run(request, run.topology)
    except Unavailable as error:
        Run.objects.filter(pk=run.pk).update(
            status="failed", summary=error.message, finished_at=timezone.now()
        )
        raise
    forget_old_runs(run.lab_id)
    tell_run(run)


def forget_old_runs(lab_id: UUID) -> None:
    """Keep the newest runs of a lab, and the newest that changed the host."""
    runs = Run.objects.filter(lab=lab_id)
    kept = set(runs.order_by("-generation").values_list("pk", flat=True)[: settings.RUNS_KEPT])
    changing = runs.filter(kind__in=CHANGING).order_by("-generation")
    kept |= set(changing.values_list("pk", flat=True)[:1])
    runs.exclude(pk__in=kept).delete()


def list_runs(lab: Lab) -> QuerySet[Run]:
    """Return a lab's runs, newest first, without what only one run's page needs."""
    return lab.runs.order_by("-generation").defer("topology", "record", "cells")


def newest_runs(lab_ids: Iterable[UUID]) -> dict[UUID, list[Run]]:
    """Return each lab's newest run and its newest that changed the host, newest first."""
    runs = Run.objects.filter(lab=OuterRef("pk")).order_by("-generation")
    labs = Lab.objects.filter(pk__in=list(lab_ids)).values_list(
        Subquery(runs.values("pk")[:1]),
        Subquery(runs.filter(kind__in=CHANGING).values("pk")[:1]),
    )
    wanted = {pk for pair in labs for pk in pair if pk}
    found: dict[UUID, list[Run]] = defaultdict(list)
    for run in Run.objects.filter(pk__in=wanted).defer("record", "cells").order_by("-generation"):
        found[run.lab_id].append(run)
    return found


def find_run(user: Viewer, run_id: UUID) -> Run:
    """Return a run of a user's lab; somebody else's is not there."""
    run = Run.objects.visible_to(user).filter(pk=run_id).first()
    if run is None:
        raise NotFound(say("there is no such run"))
    return run


def last_runs(lab: Lab, kinds: Sequence[RunKind]) -> dict[str, Run | None]:
    """Return the newest run of each kind."""
    return {kind: list_runs(lab).filter(kind=kind).first() for kind in kinds}


def read_events(run: Run, after: int) -> list[str]:
    """Return a run's events after a number, as JSON.

    They come from the stream while it is there, and from the record afterwards.
    """
    return streams.read_texts(run.pk, after) or read_recorded_events(run, after)


def read_recorded_events(run: Run, after: int) -> list[str]:
    """Return what the database knows of a finished run, as events numbered on from `after`."""
    if not run.is_finished:
        return []
    return [event.model_dump_json() for event in unfold(_record(run), after)]


def _record(run: Run) -> Record:
    """Return what is on record; of a run that never reached a host only its end."""
    if run.record:
        return read_record(run.record, bytes(run.cells))
    at = (run.finished_at or run.created_at).timestamp()
    return Record((Finished(seq=1, at=at, status="failed", summary=run.summary),), b"", 1)
