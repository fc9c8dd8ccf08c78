"""Measure on this host how fast labs are built and probed, beside other programs that do the same.

Ratios come from one run of all of them in turns, for a machine is never twice as fast.
"""

import argparse
import json
from uuid import uuid4

from designer.cli.errors import BadInput
from designer.cli.exit_status import DONE
from designer.cli.labs import desired_state, enter_host
from designer.state.axes import matrix_axes
from designer.topology.topology import Topology
from workers import engine
from workers.bench.matrix import MatrixTimes, bench_matrix
from workers.bench.workloads import WORKLOADS, workload
from workers.kernel.neighbours import KernelSeeder
from workers.matrix import lent_ends

ROUNDS = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("what", choices=("matrix",), help="what is measured")
    parser.add_argument(
        "--topology", choices=WORKLOADS, default="star", metavar="KIND", help=", ".join(WORKLOADS)
    )
    parser.add_argument("-n", type=_size, default=100, metavar="N", help="hosts, or routers")
    parser.add_argument("--rounds", type=_size, default=ROUNDS, metavar="R", help="of each")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _size(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError("give a whole number above 0")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Measure, and print what came out."""
    try:
        topology = workload(options.topology, options.n)
    except ValueError as error:
        raise BadInput([f"vethwork bench: {error}"]) from None
    enter_host()
    times = _matrix(topology, options.rounds)
    if options.json:
        print(json.dumps(times.as_json(), indent=2))
        return DONE
    for line in times.lines():
        print(line)
    return DONE


def _matrix(topology: Topology, rounds: int) -> MatrixTimes:
    """Time the matrix of a lab that is made for it and removed afterwards."""
    lab = str(uuid4())
    desired = desired_state(topology)
    try:
        engine.apply(lab, desired, title=topology.name)
        with lent_ends(lab, matrix_axes(topology, desired)) as ends:
            return bench_matrix(ends.sources, ends.targets, rounds=rounds, seeder=KernelSeeder())
    finally:
        engine.destroy_lab(lab)
