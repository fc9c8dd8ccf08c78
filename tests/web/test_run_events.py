"""A browser that follows a run sees each event once, also where the run ends meanwhile."""

import asyncio
import json
from collections.abc import Callable
from contextlib import aclosing
from typing import Any

import pytest

from designer import streams
from designer.consumers.event_socket import FINISHED
from designer.consumers.run_events import RunEvents
from designer.messages import Finished, Progress, RunEvent, Started
from designer.models import Lab, Run
from designer.record import fold
from designer.transport.names import EVENT_FIELD, LAST_FIELD, stream_key
from tests.web.client import PAIR, ApiClient, finished_run


def nothing() -> None:
    """Do nothing."""


class Follower(RunEvents):
    """One browser; `meanwhile` is what happens when it has seen something, and looks again."""

    def __init__(self, run: Run, meanwhile: Callable[[], None] = nothing) -> None:
        super().__init__()
        self.scope = {"url_route": {"kwargs": {"run_id": run.pk}}}
        self.sent: list[dict[str, Any]] = []
        self._run = run
        self._meanwhile = meanwhile

    async def send(self, text_data: str | None = None, **_: object) -> None:
        """Keep what is sent."""
        self.sent.append(json.loads(text_data or ""))

    async def _find(self) -> Run:
        if self.sent:
            self._meanwhile()
            self._meanwhile = nothing
        return self._run

    def follow(self) -> int:
        """Follow to the end, and return the code to close with."""

        async def work() -> int:
            async with aclosing(streams.open_client()) as client:
                return await self._pass_on(client, 0)

        return asyncio.run(asyncio.wait_for(work(), 20))


@pytest.fixture
def run(api: ApiClient) -> Run:
    """Give a run that is under way."""
    lab = Lab.objects.get(pk=api.new_lab(topology=PAIR)["id"])
    made = finished_run(lab, "flap", "running")
    made.record = {}
    return made


def events_of(run: Run) -> list[RunEvent]:
    """Return all the events of a run."""
    first = Started(seq=1, at=100, kind="flap", lab=str(run.lab_id))
    steps = [Progress(seq=n, at=100, done=n, total=3, text=f"step {n}") for n in (2, 3, 4)]
    return [first, *steps, Finished(seq=5, at=107, status="succeeded", summary="that is that")]


def write(run: Run, *events: RunEvent) -> None:
    """Write events as a worker does."""
    for event in events:
        fields = {EVENT_FIELD: event.model_dump_json()}
        if isinstance(event, Finished):
            fields[LAST_FIELD] = "1"
        streams._client().xadd(stream_key(str(run.pk)), fields, id=f"{event.seq}-0")


def end(run: Run, events: list[RunEvent]) -> None:
    """Have the row say that the run is over."""
    run.status, run.record = "succeeded", fold(events).to_json()


def test_run_ends_while_somebody_looks_again(run: Run) -> None:
    """What the stream still holds is sent, not what is on record of it all."""
    events = events_of(run)
    write(run, *events[:2])

    def meanwhile() -> None:
        write(run, *events[2:])
        end(run, events)

    follower = Follower(run, meanwhile)
    assert follower.follow() == FINISHED
    assert follower.sent == [event.model_dump(mode="json") for event in events]


def test_stream_is_gone(run: Run) -> None:
    """Then what is on record is sent: of what replaces itself the last."""
    end(run, events_of(run))
    follower = Follower(run)
    assert follower.follow() == FINISHED
    assert [event["type"] for event in follower.sent] == ["started", "progress", "finished"]
    assert follower.sent[1]["text"] == "step 4"
