"""A run's events folded into few bytes, and unfolded again for who asks after the stream is gone.

Of what replaces itself (progress, states) only the last is kept. The cells of a matrix become one
byte of outcome and four of round-trip time each, in the order source, target, probe, compressed.
"""

import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from designer.messages import RUN_EVENT, Cells, Finished, MatrixStarted, RunEvent, Started
from designer.topology.outcome import Outcome
from designer.transport.names import CELLS_PER_EVENT

REPLACED = {
    "progress",
    "planned",
    "node_states",
    "link_states",
    "matrix_started",
    "reasons",
    "rules_counted",
}
"""Events of which a later one says all that an earlier one said."""

KEPT_MAX = 1000
"""Events kept of a run; beyond it are only more notes and refusals of the same kind."""

NO_TIME = -1
INTEGERS_PER_CELL = 5


@dataclass(frozen=True, slots=True)
class Record:
    """What is left of a run: its events without the cells, and the cells."""

    events: tuple[RunEvent, ...]
    cells: bytes
    last_seq: int

    @property
    def finished(self) -> Finished | None:
        """The last event, if the run has got so far."""
        last = self.events[-1] if self.events else None
        return last if isinstance(last, Finished) else None

    def to_json(self) -> dict[str, Any]:
        """Return all but the cells as JSON values."""
        events = [event.model_dump(mode="json") for event in self.events]
        return {"last_seq": self.last_seq, "events": events}


def read_record(values: dict[str, Any], cells: bytes) -> Record:
    """Return the record that was written by `to_json`; an empty one where there was none."""
    events = tuple(RUN_EVENT.validate_python(event) for event in values.get("events", ()))
    return Record(events, cells, values.get("last_seq", 0))


@dataclass(slots=True)
class _Grid:
    """The cells of one matrix, filled in any order."""

    targets: int
    probes: int
    outcomes: bytearray
    times: "array[int]"

    @classmethod
    def of(cls, axes: MatrixStarted) -> "_Grid":
        size = len(axes.sources) * len(axes.targets) * len(axes.probes)
        blank = array("i", [NO_TIME]) * size
        return cls(len(axes.targets), len(axes.probes), bytearray(size), blank)

    def fill(self, cells: tuple[int, ...]) -> None:
        """Enter results; one that lies outside of the matrix is left out."""
        for source, target, probe, outcome, rtt_us in _quintets(cells):
            place = (source * self.targets + target) * self.probes + probe
            inside = 0 <= target < self.targets and 0 <= probe < self.probes
            if inside and 0 <= place < len(self.outcomes):
                self.outcomes[place] = outcome
                self.times[place] = rtt_us

    def pack(self) -> bytes:
        return zlib.compress(bytes(self.outcomes) + _little_endian(self.times).tobytes())


def fold(events: Iterable[RunEvent]) -> Record:
    """Return what is worth keeping of a run's events, of its last attempt alone."""
    kept = _Kept()
    for event in events:
        kept.take(event)
    return Record(tuple(kept.events), kept.grid.pack() if kept.grid else b"", kept.last_seq)


@dataclass(slots=True)
class _Kept:
    events: list[RunEvent] = field(default_factory=list)
    grid: _Grid | None = None
    last_seq: int = 0

    def take(self, event: RunEvent) -> None:
        self.last_seq = event.seq
        if isinstance(event, Cells):
            if self.grid:
                self.grid.fill(event.cells)
            return
        if isinstance(event, Started):
            self.events, self.grid = [], None
        if isinstance(event, MatrixStarted):
            self.grid = _Grid.of(event)
        if event.type in REPLACED:
            self.events = [kept for kept in self.events if kept.type != event.type]
        if len(self.events) < KEPT_MAX or event.type == "finished":
            self.events.append(event)


def unfold(record: Record, after: int) -> Iterator[RunEvent]:
    """Yield events that say all a record knows, numbered on from `after`.

    Who has seen the last event gets nothing. The numbers may differ from those that the events
    had in the stream, but never repeat one that the reader has seen.
    """
    if record.last_seq and after >= record.last_seq:
        return
    for seq, event in enumerate(_with_cells(record), start=after + 1):
        yield event.model_copy(update={"seq": seq})


def _with_cells(record: Record) -> Iterator[RunEvent]:
    for event in record.events:
        yield event
        if isinstance(event, MatrixStarted) and record.cells:
            yield from _unpack(event, record.cells)


def _unpack(axes: MatrixStarted, packed: bytes) -> Iterator[Cells]:
    grid = _Grid.of(axes)
    data = zlib.decompress(packed)
    size = len(grid.outcomes)
    times = array("i", data[size:])
    known = _known_cells(replace(grid, outcomes=bytearray(data[:size])), _little_endian(times))
    chunk: list[int] = []
    for cell in known:
        chunk += cell
        if len(chunk) == CELLS_PER_EVENT * INTEGERS_PER_CELL:
            yield Cells(seq=0, at=axes.at, cells=tuple(chunk))
            chunk = []
    if chunk:
        yield Cells(seq=0, at=axes.at, cells=tuple(chunk))


def _known_cells(grid: _Grid, times: "array[int]") -> Iterator[tuple[int, ...]]:
    for place, outcome in enumerate(grid.outcomes):
        if outcome != Outcome.PENDING:
            rest, probe = divmod(place, grid.probes)
            source, target = divmod(rest, grid.targets)
            yield source, target, probe, outcome, times[place]


def _quintets(cells: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    step = INTEGERS_PER_CELL
    return zip(*(cells[offset::step] for offset in range(step)), strict=False)


def _little_endian(numbers: "array[int]") -> "array[int]":
    """Return the numbers in the order of bytes in which they are stored, or back from it."""
    if sys.byteorder == "big":
        numbers = array("i", numbers)
        numbers.byteswap()
    return numbers
