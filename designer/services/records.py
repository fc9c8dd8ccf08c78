"""What became of runs: written into their rows from the streams, and given up where nobody will."""

import logging
import time
from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef

from designer import streams
from designer.messages import Finished, RunEvent
from designer.models import UNFINISHED, Lab, Run
from designer.record import Record, fold
from designer.services import runs
from designer.services.run_news import tell_run
from designer.topology.sentence import Sentence, say, told
from designer.transport.options import HARD_LIMIT_AFTER_S

MARGIN_S = 60
"""Beyond the hard limit, for a run that is killed to be delivered again and to say so."""

logger = logging.getLogger(__name__)


def record_run(run_id: UUID) -> None:
    """Write what the stream says into the run's row; doing it again changes nothing."""
    run = Run.objects.filter(pk=run_id).select_related("lab").first()
    if run is None:
        return  # its lab was deleted
    record = fold(streams.read_all(run_id))
    if finished := record.finished:
        _write(run, record, finished)
        return
    # Who asks has begun, though its first event may still be on its way.
    started_at = _moment(record.events[0].at if record.events else time.time())
    waiting = Run.objects.filter(pk=run_id, status__in=UNFINISHED)
    waiting.update(status="running", started_at=started_at)


def _write(run: Run, record: Record, finished: Finished) -> None:
    """Update the row, if it is still there: its lab may have been deleted meanwhile."""
    Run.objects.filter(pk=run.pk).update(
        status=finished.status,
        summary=finished.summary,
        started_at=_moment(record.events[0].at),
        finished_at=_moment(finished.at),
        record=record.to_json(),
        cells=record.cells,
    )
    if run.lab.deleted_at and run.kind == "destroy" and finished.status == "succeeded":
        run.lab.delete()
    elif ended := Run.objects.filter(pk=run.pk).select_related("lab").first():
        tell_run(ended)


def sweep_runs() -> None:
    """Write down runs whose end was missed, and give up those that have no worker any more."""
    host_alive = streams.is_host_alive()
    for run in Run.objects.unfinished().select_related("lab"):
        last = streams.read_last(run.pk)
        if isinstance(last, Finished):
            record_run(run.pk)
        elif reason := _why_lost(run, last, host_alive=host_alive):
            _give_up(run, reason)
    _destroy_deleted_labs()


def _why_lost(run: Run, last: RunEvent | None, *, host_alive: bool) -> Sentence | None:
    """Return why nobody will finish the run, or nothing while somebody may."""
    silent_s = time.time() - (last.at if last else run.created_at.timestamp())
    if not host_alive and silent_s > settings.LOST_AFTER_S:
        return say("no worker serves the host: start it, then try again")
    longest_s = settings.RUN_LIMIT_S + HARD_LIMIT_AFTER_S + MARGIN_S
    if last and silent_s > longest_s:
        return say("the worker said nothing for {seconds} s: try again", seconds=round(silent_s))
    return None


def _give_up(run: Run, reason: Sentence) -> None:
    """First tell the worker that may come back, then end the run."""
    streams.cancel(run.pk)
    record = fold(streams.read_all(run.pk))
    summary = say("given up: {reason}", reason=reason)
    finished = Finished(
        seq=record.last_seq + 1, at=time.time(), status="failed", summary=summary, **told(summary)
    )
    if not record.finished:
        record = Record((*record.events, finished), record.cells, finished.seq)
    _write(run, record, record.finished or finished)
    streams.forget(run.pk)  # which would have no end
    logger.warning("run %s was given up: %s", run.pk, reason)


def _destroy_deleted_labs() -> None:
    """Ask again for what a deleted lab left on its host, until it is gone."""
    under_way = Run.objects.unfinished().filter(lab=OuterRef("pk"), kind="destroy")
    for lab in Lab.objects.exclude(deleted_at=None).exclude(Exists(under_way)):
        if streams.is_host_alive():
            runs.start_destroy(lab)


def _moment(at_s: float) -> datetime:
    return datetime.fromtimestamp(at_s, UTC)
