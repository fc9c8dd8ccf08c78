"""Where answers are written down while they come: one cell for each source, target and probe."""

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event

from designer.topology.outcome import Outcome

FIELDS_A_CELL = 5
NO_RTT = -1


class Scoreboard:
    """Cells are settled once, by the thread that probes; another thread takes them away.

    Every operation on the shared log is a single one of the array's own, so no lock is needed.
    """

    def __init__(self, sources: int, targets: int, probes: int) -> None:
        self.sources = sources
        self.targets = targets
        self.outcomes = bytearray(sources * targets * probes)
        self.rtts_us = array("i", [NO_RTT]) * len(self.outcomes)
        self.log = array("i")
        self.stopped = Event()

    def take(self, cells: int) -> Sequence[int]:
        """Remove and return the oldest settled cells, at most so many, as flat integers."""
        taken = self.log[: cells * FIELDS_A_CELL]
        del self.log[: len(taken)]
        return taken


class Row:
    """The cells of one source and one probe, by target."""

    __slots__ = ("_board", "_first", "_probe", "_source")

    def __init__(self, board: Scoreboard, probe: int, source: int) -> None:
        self._board = board
        self._probe = probe
        self._source = source
        self._first = (probe * board.sources + source) * board.targets

    def is_pending(self, target: int) -> bool:
        """Tell whether nothing is known of a cell yet."""
        return not self._board.outcomes[self._first + target]

    def settle(self, target: int, outcome: Outcome, rtt_us: int = NO_RTT) -> bool:
        """Write down what came back; False if something had before, which stands."""
        board = self._board
        cell = self._first + target
        if board.outcomes[cell]:
            return False
        board.outcomes[cell] = outcome
        board.rtts_us[cell] = rtt_us
        board.log.extend((self._source, target, self._probe, outcome, rtt_us))
        return True


@dataclass(frozen=True, slots=True)
class MatrixResult:
    """All cells of a matrix, probe by probe, source by source; cells not asked stay pending."""

    sources: int
    targets: int
    probes: int
    outcomes: bytes
    rtts_us: "array[int]"
    cancelled: bool

    def outcome(self, source: int, target: int, probe: int = 0) -> Outcome:
        """Return what came back for one cell."""
        return Outcome(self.outcomes[self._cell(source, target, probe)])

    def rtt_us(self, source: int, target: int, probe: int = 0) -> int:
        """Return the round-trip time of one cell, -1 if there is none."""
        return self.rtts_us[self._cell(source, target, probe)]

    def counts(self) -> dict[Outcome, int]:
        """Return how often each outcome came back."""
        return {Outcome(code): count for code, count in sorted(Counter(self.outcomes).items())}

    def _cell(self, source: int, target: int, probe: int) -> int:
        return (probe * self.sources + source) * self.targets + target
