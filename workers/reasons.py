"""Why cells of a matrix came back as they did, for as many of them as a moment allows."""

import time
from collections.abc import Iterator
from itertools import product

from designer.state.axes import Axes
from designer.state.explain import explain
from designer.state.host_state import HostState
from designer.topology.outcome import Outcome
from workers.probes.scoreboard import MatrixResult

MOST_CELLS = 10_000
"""So many make a message of some 200 KB, which a browser takes at once."""

PATIENCE_S = 0.25
"""A matrix that went wrong all over has thousands of reasons, and somebody waits for its end."""

PLAIN = frozenset({Outcome.PENDING, Outcome.REACHED})
"""Of these there is nothing more to say than what came back."""


class CellReasons:
    """Reasons by cell, each text once."""

    def __init__(self) -> None:
        self.texts: dict[str, int] = {}
        self.cells: list[int] = []

    def add(self, source: int, target: int, probe: int, text: str) -> None:
        """Note the reason of one cell."""
        number = self.texts.setdefault(text, len(self.texts))
        self.cells += (source, target, probe, number)


def find_reasons(
    axes: Axes, result: MatrixResult, observed: HostState, patience_s: float = PATIENCE_S
) -> CellReasons:
    """Return the reasons of cells that were not reached, until there are many or time is up."""
    found = CellReasons()
    deadline = time.monotonic() + patience_s
    cells = ((one, result.outcome(*one)) for one in _places(axes))
    for number, (cell, outcome) in enumerate(one for one in cells if one[1] not in PLAIN):
        if number == MOST_CELLS or time.monotonic() > deadline:
            break
        source, target, probe = cell
        start, address = axes.sources[source].namespace, axes.targets[target].address
        text = explain(observed, start, address, outcome, axes.probes[probe])
        if text != outcome.reason:
            found.add(*cell, text)
    return found


def _places(axes: Axes) -> Iterator[tuple[int, int, int]]:
    """Yield the cells in an order in which a few of every source come first."""
    sizes = (len(axes.targets), len(axes.sources), len(axes.probes))
    for target, source, probe in product(*map(range, sizes)):
        yield source, target, probe
