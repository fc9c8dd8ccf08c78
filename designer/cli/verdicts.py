"""Expectations, and what became of them, in words."""

from collections.abc import Iterable, Iterator, Sequence

from designer.cli.terminal import count, paint
from designer.messages import Verdict
from designer.topology.expectation import Expectation
from designer.topology.outcome import Outcome
from designer.topology.topology import Topology
from workers.matrix import LabMatrix


def said(expectation: Expectation) -> str:
    """Return an expectation in words."""
    must = "reaches" if expectation.outcome == "reached" else "does not reach"
    return f"{expectation.from_} {must} {expectation.to} by {expectation.probe}"


def outcome_said(verdict: Verdict) -> str:
    """Return what came back, and why."""
    name = Outcome(verdict.outcome).name.lower().replace("_", " ")
    return f"{name}: {verdict.reason}"


def misses(topology: Topology, verdicts: Iterable[Verdict]) -> Iterator[str]:
    """Yield a line for each expectation that was missed."""
    for verdict in verdicts:
        if not verdict.met:
            text = f"missed: {said(topology.expect[verdict.expect])}: {outcome_said(verdict)}"
            yield paint(text, "bad")


def summary(matrix: LabMatrix, verdicts: Sequence[Verdict]) -> str:
    """Return how many cells were reached, and how many expectations met."""
    counts = matrix.result.counts()
    cells = f"{counts.get(Outcome.REACHED, 0)} of {count(sum(counts.values()), 'cell')} reached"
    if not verdicts:
        return cells
    met = sum(verdict.met for verdict in verdicts)
    return f"{cells}, {met} of {count(len(verdicts), 'expectation')} met"
