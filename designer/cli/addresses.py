"""Say which networks a drawing has, and who has which address in each."""

import argparse

from designer.cli.documents import read_drawing, sound_topology
from designer.cli.exit_status import DONE
from designer.cli.terminal import columns
from designer.topology.address_plan import address_plan


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar="FILE", help="YAML or JSON; - reads standard input")


def run(options: argparse.Namespace) -> int:
    """Print a line for each address."""
    topology = sound_topology(read_drawing(options.file))
    rows = [
        (str(planned.network), str(one.address), str(one.end), "automatic" * one.automatic)
        for planned in address_plan(topology)
        for one in planned.addresses
    ]
    for line in columns(rows, ("strong", "", "", "faint")) if rows else ():
        print(line)
    return DONE
