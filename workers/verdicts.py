"""What came back against what was expected."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from designer.messages import Verdict
from designer.state.axes import Axes, ExpectedCell
from designer.state.explain import explain
from designer.state.host_state import HostState
from designer.topology.outcome import Outcome
from designer.topology.sentence import say, told
from designer.topology.topology import Topology
from workers.probes.scoreboard import MatrixResult


def judge(
    topology: Topology, axes: Axes, result: MatrixResult, observed: HostState
) -> Iterator[Verdict]:
    """Yield a verdict for each expectation that the matrix is about, with the reason in words."""
    cells: dict[int, list[ExpectedCell]] = defaultdict(list)
    for cell in axes.expected:
        cells[cell.expect].append(cell)
    asking = {source.node for source in axes.sources}
    for number, expectation in enumerate(topology.expect):
        wanted = expectation.outcome == "reached"
        if number in cells:
            yield _judge_one(number, cells[number], axes, result, observed, wanted=wanted)
        elif expectation.from_ in asking and expectation.probe in axes.probes:
            reason = say("{target} has no address: give it one, or link it", target=expectation.to)
            met, outcome = not wanted, Outcome.NO_ADDRESS
            yield Verdict(expect=number, met=met, outcome=outcome, reason=reason, **told(reason))


def _judge_one(  # noqa: PLR0913 - the matrix, what was expected of it, and the lab
    number: int,
    asked: list[ExpectedCell],
    axes: Axes,
    result: MatrixResult,
    observed: HostState,
    *,
    wanted: bool,
) -> Verdict:
    """Judge by the first cell that is not as expected, else by the first of all."""
    outcomes = [(cell, result.outcome(cell.source, cell.target, cell.probe)) for cell in asked]
    wrong = [one for one in outcomes if (one[1] == Outcome.REACHED) != wanted]
    cell, outcome = (wrong or outcomes)[0]
    start, target = axes.sources[cell.source].namespace, axes.targets[cell.target].address
    reason = explain(observed, start, target, outcome, axes.probes[cell.probe])
    return Verdict(expect=number, met=not wrong, outcome=outcome, reason=reason, **told(reason))


def count_outcomes(result: MatrixResult) -> dict[str, int]:
    """Return how often each outcome came back, by its name."""
    return {outcome.name.lower(): count for outcome, count in result.counts().items()}


def count_expected(axes: Axes, verdicts: list[Verdict]) -> Mapping[str, int]:
    """Return how many expectations were met and missed, and of how many cells none says a word."""
    size = len(axes.sources) * len(axes.targets) * len(axes.probes)
    stated = {(cell.source, cell.target, cell.probe) for cell in axes.expected}
    met = sum(verdict.met for verdict in verdicts)
    return {"met": met, "missed": len(verdicts) - met, "unstated": size - len(stated)}
