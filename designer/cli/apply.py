"""Make the kernel equal a drawing; done only when it then does."""

import argparse
import time

from designer.cli.documents import read_drawing, sound_topology
from designer.cli.exit_status import DONE
from designer.cli.host import require_able_host
from designer.cli.labs import desired_state, enter_host, moved_nodes
from designer.cli.terminal import complain, count
from designer.topology.topology import Topology
from workers import engine
from workers.garbage import no_collection


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar="FILE", help="YAML or JSON; - reads standard input")


def run(options: argparse.Namespace) -> int:
    """Apply, and say what was done."""
    with no_collection():
        return _apply(options)


def _apply(options: argparse.Namespace) -> int:
    drawing = read_drawing(options.file)
    topology = sound_topology(drawing)
    enter_host()
    require_able_host(drawing, topology)
    say_what_differs(drawing.name, topology)
    began_s = time.monotonic()
    applied = engine.apply(
        drawing.lab, desired_state(topology), title=topology.name, document=drawing.text
    )
    took_s = time.monotonic() - began_s
    if applied.plan:
        print(f"{topology.name}: {count(len(applied.plan), 'operation')} in {took_s:.2f} s")
    else:
        print(f"{topology.name}: nothing to do: it ran as drawn")
    return DONE


def say_what_differs(file: str, topology: Topology) -> None:
    """Say where a lab is not run quite as drawn."""
    if moved := moved_nodes(topology):
        complain(
            f"{file}: note: {', '.join(moved)}: labs are kept out of the host's own namespace, so"
            " a gateway namespace of the lab's own takes its place"
        )
