"""Rows written from streams, and runs given up that nobody will finish."""

import time
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from designer import streams
from designer.messages import Cells, Finished, MatrixStarted, RunEvent, Started, Target
from designer.models import Lab, Run
from designer.services import records
from designer.transport.names import (
    EVENT_FIELD,
    alive_key,
    cancelled_key,
    host_queue,
    stream_key,
)
from tests.web.client import PAIR, ApiClient, finished_run

ALIVE = alive_key(host_queue("local"))


def write(run: Run, *events: RunEvent) -> None:
    """Write events into a run's stream, numbered, as a worker does."""
    for seq, event in enumerate(events, start=1):
        text = event.model_copy(update={"seq": seq}).model_dump_json()
        streams._client().xadd(stream_key(str(run.pk)), {EVENT_FIELD: text}, id=f"{seq}-0")


def started(run: Run, at_s: float = 100.0) -> Started:
    """Return the first event of a run."""
    return Started(seq=0, at=at_s, kind=run.kind, lab=str(run.lab_id))


def end(status: str = "succeeded") -> Finished:
    """Return the last event of a run."""
    return Finished(seq=0, at=107.0, status=status, summary="that is that")


@pytest.fixture
def lab(api: ApiClient) -> Lab:
    """Give a lab of ann's."""
    return Lab.objects.get(pk=api.new_lab(topology=PAIR)["id"])


def make_old(run: Run, age_s: float) -> None:
    """Have a run wait since some time."""
    Run.objects.filter(pk=run.pk).update(created_at=timezone.now() - timedelta(seconds=age_s))


def test_run_whose_first_event_is_on_its_way_has_begun(lab: Lab) -> None:
    """The worker asks for the record when it begins, and its events may come a little later."""
    run = finished_run(lab, "matrix", "queued")
    Run.objects.filter(pk=run.pk).update(started_at=None, finished_at=None)
    records.record_run(run.pk)
    run.refresh_from_db()
    assert run.status == "running"
    assert run.started_at is not None


def test_finished_run_is_written_down(lab: Lab, api: ApiClient) -> None:
    """A run's row says what its stream said, and its events survive the stream."""
    run = finished_run(lab, "matrix", "queued")
    axes = MatrixStarted(
        seq=0,
        at=101.0,
        sources=("h1",),
        targets=(Target(node="h2", interface="eth0", address="10.0.0.2"),),
        probes=("ping",),
    )
    write(run, started(run), axes, Cells(seq=0, at=102.0, cells=(0, 0, 0, 1, 42)), end())
    records.record_run(run.pk)
    streamed = api.get(f"/api/runs/{run.pk}/events").json()
    streams._client().flushall()
    recorded = api.get(f"/api/runs/{run.pk}/events").json()
    run.refresh_from_db()
    assert (run.status, run.summary) == ("succeeded", "that is that")
    assert (run.finished_at - run.started_at).total_seconds() == 7.0
    assert [event["type"] for event in recorded] == [event["type"] for event in streamed]
    assert recorded[2]["cells"] == [0, 0, 0, 1, 42]


def test_recording_twice_changes_nothing(lab: Lab) -> None:
    """A message that comes twice, or late, leaves the row as it is."""
    run = finished_run(lab, "apply", "queued")
    write(run, started(run), end())
    records.record_run(run.pk)
    first = Run.objects.filter(pk=run.pk).values().get()
    records.record_run(run.pk)
    streams._client().flushall()
    records.record_run(run.pk)
    assert Run.objects.filter(pk=run.pk).values().get() == first


def test_started_run_is_running(lab: Lab) -> None:
    """Between its first and its last event a run is running; the end is never taken back."""
    run = finished_run(lab, "apply", "queued")
    write(run, started(run))
    records.record_run(run.pk)
    assert Run.objects.get().status == "running"
    Run.objects.update(status="succeeded")
    records.record_run(run.pk)
    assert Run.objects.get().status == "succeeded"


def test_run_of_a_lost_lab_is_passed_over(lab: Lab) -> None:
    """A record for a run that is not there any more is no error."""
    run = finished_run(lab, "apply", "queued")
    write(run, started(run), end())
    lab.delete()
    records.record_run(run.pk)


def test_sweep_writes_down_what_was_missed(lab: Lab) -> None:
    """A run whose record was lost is written down by the next sweep."""
    run = finished_run(lab, "apply", "running")
    write(run, started(run), end("failed"))
    records.sweep_runs()
    assert Run.objects.get().status == "failed"


@pytest.mark.parametrize(
    ("age_s", "alive", "begun", "given_up"),
    [
        (5, False, False, False),  # its worker may be starting just now
        (60, False, False, True),
        (60, False, True, True),
        (60, True, False, False),  # it waits for its turn
        (60, True, True, False),
        (5000, True, False, False),
        (5000, True, True, True),  # far beyond every time limit
    ],
)
def test_sweep_gives_up_what_nobody_will_finish(
    lab: Lab, age_s: float, *, alive: bool, begun: bool, given_up: bool
) -> None:
    """A run is given up when its worker is gone, or when it is silent beyond every limit."""
    run = finished_run(lab, "apply", "queued")
    make_old(run, age_s)
    if begun:
        write(run, started(run, time.time() - age_s))
    if alive:
        streams._client().set(ALIVE, 1)
    records.sweep_runs()
    run.refresh_from_db()
    assert (run.status == "failed") is given_up
    assert bool(streams._client().exists(cancelled_key(str(run.pk)))) is given_up


def test_run_that_was_given_up_tells_its_end(lab: Lab, api: ApiClient) -> None:
    """Who asks for the events gets those that came, and the end."""
    run = finished_run(lab, "apply", "queued")
    write(run, started(run, time.time() - 60))
    records.sweep_runs()
    events = api.get(f"/api/runs/{run.pk}/events").json()
    assert [event["type"] for event in events] == ["started", "finished"]
    assert "given up" in events[-1]["summary"]
    assert api.get(f"/api/runs/{run.pk}/events?after=1").json()[-1]["type"] == "finished"


def test_deleted_lab_goes_when_its_host_has_destroyed_it(lab: Lab) -> None:
    """The row of a deleted lab stays until nothing of it runs."""
    run = finished_run(lab, "destroy", "queued")
    Lab.objects.update(deleted_at=timezone.now())
    write(run, started(run), end())
    records.record_run(run.pk)
    assert not Lab.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_deleted_lab_is_destroyed_again_until_it_is_gone(lab: Lab) -> None:
    """When the destruction of a deleted lab failed, it is asked for again, once at a time."""
    finished_run(lab, "destroy", "failed")
    Lab.objects.update(deleted_at=timezone.now())
    records.sweep_runs()
    assert Run.objects.count() == 1  # nobody would do it now
    streams._client().set(ALIVE, 1)
    records.sweep_runs()
    records.sweep_runs()
    assert [run.status for run in Run.objects.filter(kind="destroy")] == ["queued", "failed"]


def test_recorded_cells_are_small(lab: Lab, settings: Any) -> None:
    """A matrix of a quarter of a million cells fits into a row of some hundred kilobytes."""
    assert settings.RUNS_KEPT > 0
    run = finished_run(lab, "matrix", "queued")
    names = tuple(f"h{number}" for number in range(500))
    targets = tuple(Target(node=name, interface="eth0", address=name) for name in names)
    axes = MatrixStarted(seq=0, at=1.0, sources=names, targets=targets, probes=("ping",))
    rows = [
        Cells(
            seq=0,
            at=1.0,
            cells=tuple(
                n for target in range(500) for n in (source, target, 0, 1, 30 + target % 9)
            ),
        )
        for source in range(500)
    ]
    write(run, started(run), axes, *rows, end())
    records.record_run(run.pk)
    assert len(Run.objects.get().cells) < 200_000
