"""Ask who reaches whom in a lab that runs, and hold it against what is expected."""

import argparse
import json
from collections.abc import Iterator, Sequence
from itertools import product

from designer.cli.documents import STDIN, is_file, read_drawing, sound_topology
from designer.cli.errors import BadInput
from designer.cli.exit_status import DONE, NO
from designer.cli.grid import grids
from designer.cli.labs import enter_host, find_lab, topology_of
from designer.cli.verdicts import misses, summary
from designer.messages import Verdict
from designer.state.axes import Axes
from designer.topology.expectation import Probe, parse_probe
from designer.topology.topology import Topology
from workers.matrix import LabMatrix, MatrixOrder, probe_lab
from workers.verdicts import count_expected, count_outcomes, judge

TIMEOUT_MS = 1000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("lab", metavar="FILE|LAB", help="a drawing's file, or a lab's name or key")
    parser.add_argument(
        "--probe",
        action="append",
        type=_probe,
        default=[],
        metavar="PROBE",
        help="ping, tcp/PORT or udp/PORT, as often as you like; else those expected, and ping",
    )
    add_probe_arguments(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")


def add_probe_arguments(parser: argparse.ArgumentParser) -> None:
    """Say how to choose how it is asked."""
    parser.add_argument("--timeout-ms", type=_timeout_ms, default=TIMEOUT_MS, metavar="MS")
    parser.add_argument(
        "--no-seed", action="store_true", help="let every node find its neighbours by itself"
    )


def _probe(text: str) -> Probe:
    try:
        return parse_probe(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _timeout_ms(text: str) -> int:
    if not text.isdecimal() or not 50 <= int(text) <= 10_000:  # noqa: PLR2004
        raise argparse.ArgumentTypeError("give milliseconds from 50 to 10000")
    return int(text)


def order(options: argparse.Namespace, probes: Sequence[Probe] = ()) -> MatrixOrder:
    """Return what is asked, and how."""
    return MatrixOrder(
        probes=probes, seed_neighbours=not options.no_seed, timeout_ms=options.timeout_ms
    )


def run(options: argparse.Namespace) -> int:
    """Probe, and answer no where an expectation was missed."""
    key, topology = _find(options.lab)
    matrix = probe_lab(key, topology, order(options, options.probe))
    verdicts = list(judge(topology, matrix.axes, matrix.result, matrix.observed))
    if options.json:
        print(json.dumps(as_json(topology, matrix, verdicts)))
    else:
        for line in (*grids(matrix, topology), *misses(topology, verdicts)):
            print(line)
        print(summary(matrix, verdicts))
    return DONE if all(verdict.met for verdict in verdicts) else NO


def _find(word: str) -> tuple[str, Topology]:
    """Return the lab and its drawing: that of the file, or the one that was applied last."""
    if word == STDIN or is_file(word):
        drawing = read_drawing(word)
        topology = sound_topology(drawing)
        enter_host()
        return drawing.lab, topology
    lab = find_lab(word)
    applied = topology_of(lab)
    if applied is None:
        raise BadInput([f"{word}: no drawing was applied to its end: apply it again"])
    return lab.key, applied


def as_json(topology: Topology, matrix: LabMatrix, verdicts: list[Verdict]) -> dict[str, object]:
    """Return a matrix as the API's events tell it; a cell is five whole numbers."""
    axes, result = matrix.axes, matrix.result
    return {
        "lab": topology.name,
        "sources": [source.node for source in axes.sources],
        "targets": [
            {"node": one.node, "interface": one.interface, "address": str(one.address)}
            for one in axes.targets
        ],
        "probes": [str(probe) for probe in axes.probes],
        "cells": [number for cell in _cells(axes, matrix) for number in cell],
        "counts": count_outcomes(result),
        "expected": count_expected(axes, verdicts),
        "verdicts": [verdict.model_dump() for verdict in verdicts],
    }


def _cells(axes: Axes, matrix: LabMatrix) -> Iterator[tuple[int, int, int, int, int]]:
    sizes = len(axes.probes), len(axes.sources), len(axes.targets)
    for probe, source, target in product(*map(range, sizes)):
        outcome = matrix.result.outcome(source, target, probe)
        yield source, target, probe, outcome, matrix.result.rtt_us(source, target, probe)
