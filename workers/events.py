"""A run's events on their way into its Redis stream: in order, each once, in small batches.

An event's number is the id of its entry, so Redis itself refuses one that is there already. A
thread of its own writes, so that neither the kernel nor a probe waits for Redis, not even while
it is being restarted.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self, TypeVar

import redis

from designer.messages import RUN_EVENT, Cells, Event, Finished, RunEvent
from designer.transport.names import (
    CELLS_PER_EVENT,
    EVENT_FIELD,
    LAST_FIELD,
    asked_key,
    cancelled_key,
    stream_key,
)

BATCH_INTERVAL_S = 0.05
BATCH_MAX = 200
PATIENCE_S = 30.0
"""How long Redis may be away."""

RETRY_S = 0.1
KEPT_AFTER_FINISH_S = 24 * 3600
KEPT_UNFINISHED_S = 2 * KEPT_AFTER_FINISH_S
INTEGERS_PER_CELL = 5
THERE_ALREADY = "equal or smaller"

AnyEvent = TypeVar("AnyEvent", bound=Event)

logger = logging.getLogger(__name__)


class EventsLost(Exception):
    """Redis was away for longer than anybody waits; the run ends where it is."""


class Stream:
    """The stream of one run, as its worker reads it before it writes."""

    def __init__(self, client: Any, run: str) -> None:
        self.client = client
        self.run = run
        self.key = stream_key(run)

    def last(self) -> RunEvent | None:
        """Return the newest event that an earlier attempt left."""
        entries = self.client.xrevrange(self.key, count=1)
        return RUN_EVENT.validate_json(entries[0][1][EVENT_FIELD.encode()]) if entries else None

    def count_attempt(self) -> int:
        """Return how often the run was begun, this time among them."""
        key = f"{self.key}:attempts"
        count = self.client.incr(key)
        self.client.expire(key, KEPT_UNFINISHED_S)
        return int(count)

    def newest_asked(self, lab: str) -> int:
        """Return the newest generation in which the lab was to be changed, 0 if none is known."""
        return int(self.client.get(asked_key(lab)) or 0)

    def is_cancelled(self) -> bool:
        """Tell whether the run was given up before it began."""
        return bool(self.client.exists(cancelled_key(self.run)))


class Publisher:
    """Takes events at once and writes them soon; leaving the block waits until all are written."""

    def __init__(self, stream: Stream, last_seq: int, patience_s: float = PATIENCE_S) -> None:
        self._stream = stream
        self._seq = last_seq
        self._patience_s = patience_s
        self._waiting: deque[RunEvent] = deque()
        self._changed = threading.Condition()
        self._closed = False
        self._failure: Exception | None = None
        self._thread = threading.Thread(target=self._write_all, name="events", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join()
        if self._failure and error is None:
            raise EventsLost(str(self._failure)) from self._failure

    def publish(self, event: type[AnyEvent], **values: Any) -> None:
        """Say that something happened, now."""
        with self._changed:
            if self._failure:
                raise EventsLost(str(self._failure)) from self._failure
            self._seq += 1
            self._waiting.append(event(seq=self._seq, at=time.time(), **values))  # type: ignore[arg-type]
            self._changed.notify()

    def publish_cells(self, cells: Sequence[int]) -> None:
        """Say results, in messages that no browser chokes on."""
        step = CELLS_PER_EVENT * INTEGERS_PER_CELL
        for first in range(0, len(cells), step):
            self.publish(Cells, cells=tuple(cells[first : first + step]))

    def _write_all(self) -> None:
        while batch := self._next_batch():
            try:
                self._write_patiently(batch)
            except redis.RedisError as error:
                logger.error("run %s: events are lost: %s", self._stream.run, error)  # noqa: TRY400
                with self._changed:
                    self._failure = error
                return

    def _next_batch(self) -> list[RunEvent]:
        """Wait for events, and a little for more of them; nothing when all is written."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closed)
            count = min(len(self._waiting), BATCH_MAX)
            return [self._waiting.popleft() for _ in range(count)]

    def _write_patiently(self, batch: Sequence[RunEvent]) -> None:
        deadline = time.monotonic() + self._patience_s
        while True:
            try:
                self._write(batch)
                break
            except redis.RedisError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(RETRY_S)
        with self._changed:
            self._changed.wait_for(lambda: self._closed, BATCH_INTERVAL_S)

    def _write(self, batch: Sequence[RunEvent]) -> None:
        """Write all of a batch or nothing, leaving out what an earlier try has written."""
        pipe = self._stream.client.pipeline(transaction=True)
        for event in batch:
            fields = {EVENT_FIELD: event.model_dump_json()}
            if isinstance(event, Finished):
                fields[LAST_FIELD] = "1"
            pipe.xadd(self._stream.key, fields, id=f"{event.seq}-0")
        kept_s = KEPT_AFTER_FINISH_S if isinstance(batch[-1], Finished) else KEPT_UNFINISHED_S
        pipe.expire(self._stream.key, kept_s)
        for answer in pipe.execute(raise_on_error=False):
            if isinstance(answer, redis.RedisError) and THERE_ALREADY not in str(answer):
                raise answer
