"""A matrix as a table: in words where it fits into the terminal, else one letter a cell."""

from collections import Counter
from collections.abc import Iterator, Sequence

from designer.cli.terminal import paint, width
from designer.state.axes import Axes, MatrixTarget
from designer.topology.outcome import Outcome
from designer.topology.topology import Topology
from workers.matrix import LabMatrix

_WORDS = {
    Outcome.PENDING: "",
    Outcome.REFUSED: "refused",
    Outcome.NO_ROUTE: "no route",
    Outcome.HOST_UNREACHABLE: "unreachable",
    Outcome.TIMED_OUT: "timed out",
    Outcome.NO_ADDRESS: "no address",
    Outcome.PROHIBITED: "prohibited",
    Outcome.SOURCE_DOWN: "down",
}
_LETTERS = {outcome: word[:1] or " " for outcome, word in _WORDS.items()} | {Outcome.REACHED: "."}
_LETTERS[Outcome.NO_ADDRESS] = "a"
_GAP = 2
_US_A_MS = 1000


def grids(matrix: LabMatrix, topology: Topology) -> Iterator[str]:
    """Yield the lines of a table for each probe."""
    grid = _Grid(matrix, topology)
    for number in range(len(matrix.axes.probes)):
        yield from grid.lines(number)
        yield ""


class _Grid:
    def __init__(self, matrix: LabMatrix, topology: Topology) -> None:
        self._axes: Axes = matrix.axes
        self._result = matrix.result
        self._rows = [source.node for source in self._axes.sources]
        self._columns = _labels(self._axes.targets)
        self._expected = {
            (cell.source, cell.target, cell.probe): topology.expect[cell.expect].outcome
            for cell in self._axes.expected
        }

    def lines(self, probe: int) -> Iterator[str]:
        """Yield one probe's table."""
        title = str(self._axes.probes[probe])
        first = max(map(len, [title, *self._rows]))
        cells = [[self._words(s, t, probe) for t in self._numbers()] for s in self._row_numbers()]
        sizes = [
            max(map(len, column))
            for column in zip(self._columns, *cells, strict=True)
        ]  # fmt: skip
        if first + sum(sizes) + _GAP * len(sizes) <= width():
            yield from self._in_words(probe, title, first, sizes, cells)
        elif first + _GAP + len(self._columns) <= width():
            yield from self._in_letters(probe, title, first)
        else:
            yield paint(f"{title}: too wide for this terminal: --json has every cell", "faint")

    def _numbers(self) -> range:
        return range(len(self._columns))

    def _row_numbers(self) -> range:
        return range(len(self._rows))

    def _words(self, source: int, target: int, probe: int) -> str:
        outcome = self._result.outcome(source, target, probe)
        if outcome != Outcome.REACHED:
            return _WORDS[outcome]
        return f"{self._result.rtt_us(source, target, probe) / _US_A_MS:.2f} ms"

    def _look(self, source: int, target: int, probe: int) -> str:
        """Green or red where something was expected; else what did not get through is faint."""
        reached = self._result.outcome(source, target, probe) == Outcome.REACHED
        expected = self._expected.get((source, target, probe))
        if expected is None:
            return "" if reached else "faint"
        return "good" if reached == (expected == "reached") else "bad"

    def _in_words(
        self, probe: int, title: str, first: int, sizes: list[int], cells: list[list[str]]
    ) -> Iterator[str]:
        yield paint(_joined([f"{title:<{first}}", *_padded(self._columns, sizes)]), "strong")
        for source, row in enumerate(cells):
            painted = [
                paint(text, self._look(source, target, probe))
                for target, text in enumerate(_padded(row, sizes))
            ]
            yield _joined([f"{self._rows[source]:<{first}}", *painted])

    def _in_letters(self, probe: int, title: str, first: int) -> Iterator[str]:
        yield paint(f"{title:<{first}}  {len(self._columns)} targets, in order", "strong")
        met: Counter[Outcome] = Counter()
        for source in self._row_numbers():
            row = [self._result.outcome(source, target, probe) for target in self._numbers()]
            met.update(row)
            letters = "".join(
                paint(_LETTERS[outcome], self._look(source, target, probe))
                for target, outcome in enumerate(row)
            )
            yield f"{self._rows[source]:<{first}}  {letters}"
        legend = ((_LETTERS[one], _WORDS.get(one, "reached")) for one in sorted(met))
        yield paint(", ".join(f"{letter} {word}" for letter, word in legend), "faint")


def _labels(targets: Sequence[MatrixTarget]) -> list[str]:
    """Return a name for each column: the node's where it has one target, else the address."""
    times = Counter(target.node for target in targets)
    return [
        target.node if target.node and times[target.node] == 1 else str(target.address)
        for target in targets
    ]


def _padded(texts: Sequence[str], sizes: Sequence[int]) -> list[str]:
    return [f"{text:<{size}}" for text, size in zip(texts, sizes, strict=True)]


def _joined(cells: Sequence[str]) -> str:
    return (" " * _GAP).join(cells).rstrip()
