"""Asking the engine in few words."""

from collections.abc import Sequence
from typing import Any

from designer.topology.expectation import parse_probe
from designer.topology.outcome import Outcome
from tests.probes.lab import Lab
from workers.probes.matrix import run_matrix
from workers.probes.scoreboard import MatrixResult

PROBES = ("ping", "tcp/41234", "udp/41234")


def ask_all(
    lab: Lab, sources: Sequence[str], targets: Sequence[str], *probes: str, **options: Any
) -> MatrixResult:
    """Run a matrix from nodes to all addresses of nodes."""
    return run_matrix(
        lab.sources(*sources),
        lab.targets(*targets),
        [parse_probe(probe) for probe in probes or PROBES],
        options.pop("publish_cells", lambda _: None),
        **options,
    )


def outcomes(result: MatrixResult, probe: int = 0) -> list[list[Outcome]]:
    """Return one probe's matrix, row by row."""
    return [
        [result.outcome(source, target, probe) for target in range(result.targets)]
        for source in range(result.sources)
    ]


def ask(lab: Lab, source: str, target: str, probe: str, **options: Any) -> Outcome:
    """Return what comes back from the only address of a target's."""
    return ask_all(lab, [source], [target], probe, **options).outcome(0, 0)
