"""The matrix as a table."""

from array import array

import pytest

from designer.cli.grid import grids
from designer.cli.verdicts import misses, summary
from designer.messages import Verdict
from designer.state.axes import matrix_axes
from designer.state.lower import lower
from designer.topology.document import read_text
from designer.topology.outcome import Outcome
from designer.topology.topology import Topology
from workers.matrix import LabMatrix
from workers.probes.scoreboard import MatrixResult

TEXT = """
nodes: {h1: host, h2: host, sw: switch}
links: ['h1:eth0 -- sw:p1', 'h2:eth0 -- sw:p2']
expect: [{from: h1, to: h2}, {from: h2, to: 192.0.2.1, outcome: blocked}]
"""


def drawn(text: str) -> Topology:
    """Return the drawing that a text says."""
    topology = read_text(text).topology
    assert topology is not None
    return topology


def matrix(topology: Topology, *outcomes: Outcome) -> LabMatrix:
    """Return the matrix of a drawing with these outcomes, each answer after 250 µs."""
    state = lower(topology)
    axes = matrix_axes(topology, state)
    cells = len(axes.sources) * len(axes.targets)
    given = bytes((outcomes * cells)[:cells])
    rtts_us = array("i", [250 if one == Outcome.REACHED else -1 for one in given])
    result = MatrixResult(len(axes.sources), len(axes.targets), 1, given, rtts_us, cancelled=False)
    return LabMatrix(axes, result, state)


def test_small_matrix_is_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """A column for each target; an address that nobody has is called by itself."""
    monkeypatch.setenv("COLUMNS", "80")
    topology = drawn(TEXT)
    found = matrix(topology, Outcome.REACHED, Outcome.NO_ROUTE, Outcome.TIMED_OUT)
    assert list(grids(found, topology)) == [
        "ping  h1       h2        192.0.2.1",
        "h1    0.25 ms  no route  timed out",
        "h2    0.25 ms  no route  timed out",
        "",
    ]


def test_matrix_too_wide_for_words_is_in_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """One letter a cell, and what the letters mean."""
    monkeypatch.setenv("COLUMNS", "40")
    nodes = ", ".join(f"h{number}: host" for number in range(1, 13))
    links = ", ".join(f"'h{number}:e -- s:p{number}'" for number in range(1, 13))
    topology = drawn(f"nodes: {{{nodes}, s: switch}}\nlinks: [{links}]")
    found = matrix(topology, Outcome.REACHED, Outcome.REFUSED, Outcome.SOURCE_DOWN)
    lines = list(grids(found, topology))
    assert lines[0] == "ping  12 targets, in order"
    assert lines[1] == "h1    .rd.rd.rd.rd"
    assert lines[-2:] == [". reached, r refused, d down", ""]


def test_matrix_too_wide_for_letters_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines that wrap would tell nothing."""
    monkeypatch.setenv("COLUMNS", "6")
    topology = drawn(TEXT)
    found = matrix(topology, Outcome.REACHED)
    (line, _) = grids(found, topology)
    assert line == "ping: too wide for this terminal: --json has every cell"


def test_every_outcome_has_a_word_and_a_letter_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody has to guess which it was."""
    nodes = ", ".join(f"h{number}: host" for number in range(1, 10))
    links = ", ".join(f"'h{number}:e -- s:p{number}'" for number in range(1, 10))
    topology = drawn(f"nodes: {{{nodes}, s: switch}}\nlinks: [{links}]")
    for columns in ("200", "20"):
        monkeypatch.setenv("COLUMNS", columns)
        row = list(grids(matrix(topology, *Outcome), topology))[1]
        cells = row.split("  ") if columns == "200" else row[4:]
        assert len({cell.strip() for cell in cells if cell.strip()}) >= len(Outcome) - 1


def test_misses_say_why_and_the_last_line_how_many() -> None:
    """A missed expectation with its outcome and reason; met ones are only counted."""
    topology = drawn(TEXT)
    found = matrix(topology, Outcome.REACHED, Outcome.NO_ROUTE)
    verdicts = [
        Verdict(expect=0, met=False, outcome=Outcome.NO_ROUTE, reason="h1 has no route"),
        Verdict(expect=1, met=True, outcome=Outcome.TIMED_OUT, reason=""),
    ]
    assert list(misses(topology, verdicts)) == [
        "missed: h1 reaches h2 by ping: no route: h1 has no route"
    ]
    assert summary(found, verdicts) == "3 of 6 cells reached, 1 of 2 expectations met"
    assert summary(found, []) == "3 of 6 cells reached"
