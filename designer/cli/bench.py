"""Measure on this host how fast labs are built and probed, beside other programs that do the same.

Ratios come from one run of all of them in turns, for a machine is never twice as fast.
"""

import argparse
import json
from uuid import uuid4

from designer.cli.bench_browser import bench_browser
from designer.cli.bench_canvas import CanvasTimes, bench_canvas
from designer.cli.bench_edits import bench_edits
from designer.cli.bench_shared import PEOPLE, SharedTimes, bench_shared
from designer.cli.bench_steps import StepTimes
from designer.cli.bench_stream import StreamTimes, bench_stream
from designer.cli.errors import BadInput
from designer.cli.exit_status import DONE
from designer.cli.labs import desired_state, enter_host
from designer.state.axes import matrix_axes
from designer.topology.topology import Topology
from workers import engine
from workers.bench.build import BuildTimes, bench_build
from workers.bench.live import LiveTimes, bench_live
from workers.bench.matrix import MatrixTimes, bench_matrix
from workers.bench.rates import RatesTimes, bench_rates
from workers.bench.workloads import WORKLOADS, document, workload
from workers.kernel.neighbours import KernelSeeder
from workers.matrix import lent_ends

InBrowser = StepTimes | CanvasTimes | StreamTimes | SharedTimes

ROUNDS = {
    "build": 3,
    "matrix": 3,
    "live": 30,
    "rates": 30,
    "browser": 3,
    "canvas": 1,
    "stream": 1,
    "shared": 10,
    "edits": 20,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("what", choices=tuple(ROUNDS), help="what is measured")
    parser.add_argument(
        "--topology", choices=WORKLOADS, default="star", metavar="KIND", help=", ".join(WORKLOADS)
    )
    parser.add_argument("-n", type=_size, default=100, metavar="N", help="hosts, or routers")
    parser.add_argument(
        "--vlans", action="store_true", help="build: an access VLAN on every port of a switch"
    )
    parser.add_argument("--rounds", type=_size, metavar="R", help="of each")
    parser.add_argument(
        "--beside",
        type=_beside,
        action="append",
        default=[],
        metavar="NAME=COMMAND",
        help="build: another program in turn, which prints JSON with build_ms",
    )
    parser.add_argument(
        "--link",
        metavar="LINK",
        help="browser, canvas, stream, shared, edits: a one-time link, which sign_in_link prints",
    )
    parser.add_argument(
        "--pid", type=_size, metavar="PID", help="shared: of the web server, whose memory is told"
    )
    parser.add_argument(
        "--watchers", type=_size, default=0, metavar="W", help="shared: who have it open as well"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")


def _beside(text: str) -> tuple[str, str]:
    name, sign, command = text.partition("=")
    if not (name and sign and command):
        raise argparse.ArgumentTypeError("write it as NAME=COMMAND")
    return name, command


def _size(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError("give a whole number above 0")
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Measure, and print what came out."""
    options.rounds = options.rounds or ROUNDS[options.what]
    times = _measure(options)
    if options.json:
        print(json.dumps(times.as_json(), indent=2))
        return DONE
    for line in times.lines():
        print(line)
    return DONE


def _measure(
    options: argparse.Namespace,
) -> BuildTimes | MatrixTimes | LiveTimes | RatesTimes | InBrowser:
    if options.what in {"browser", "canvas", "stream", "shared", "edits"}:
        return _in_browser(options)
    try:
        topology = workload(options.topology, options.n)
    except ValueError as error:
        raise BadInput([f"vethwork bench: {error}"]) from None
    if options.what == "live":
        enter_host()
        return bench_live(options.topology, options.n, rounds=options.rounds)
    if options.what == "rates":
        enter_host()
        return bench_rates(options.topology, options.n, rounds=options.rounds)
    return _build(options) if options.what == "build" else _matrix(topology, options)


def _in_browser(options: argparse.Namespace) -> InBrowser:
    """Ask a running `up` as browsers do."""
    if not options.link:
        raise BadInput([f"vethwork bench: {options.what} signs in: give --link LINK"])
    if options.what == "canvas":
        return bench_canvas(options.link)
    if options.what == "stream":
        return bench_stream(options.link)
    if options.what == "shared":
        return _shared(options)
    if options.what == "edits":
        lab = document(options.topology, options.n)
        return bench_edits(options.link, lab, options.rounds)
    return bench_browser(options.link, options.rounds)


def _shared(options: argparse.Namespace) -> SharedTimes:
    """Each person has a node of their own in the lab."""
    if options.n < max(PEOPLE):
        raise BadInput([f"vethwork bench: {max(PEOPLE)} people need as many hosts: give -n more"])
    lab = document(options.topology, options.n)
    return bench_shared(options.link, lab, options.rounds, options.watchers, options.pid)


def _build(options: argparse.Namespace) -> BuildTimes:
    """Time the building of labs by all who can; each leaves nothing behind."""
    enter_host()
    return bench_build(
        options.topology,
        options.n,
        vlans=options.vlans,
        rounds=options.rounds,
        beside=dict(options.beside),
    )


def _matrix(topology: Topology, options: argparse.Namespace) -> MatrixTimes:
    """Time the matrix of a lab that is made for it and removed afterwards."""
    enter_host()
    lab = str(uuid4())
    desired = desired_state(topology)
    try:
        engine.apply(lab, desired, title=topology.name)
        with lent_ends(lab, matrix_axes(topology, desired), engine.observe_lab(lab)) as ends:
            return bench_matrix(
                ends.sources, ends.targets, rounds=options.rounds, seeder=KernelSeeder()
            )
    finally:
        engine.destroy_lab(lab)
