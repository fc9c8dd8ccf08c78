"""Run a command in a node: in its network, under its host name, as root of its lab and no more.

The exit status is the command's own.
"""

import argparse

from designer.cli.errors import BadInput
from designer.cli.labs import find_lab
from workers.sandbox.exec import run_in_node


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.usage = f"{parser.prog} LAB NODE -- COMMAND…"
    parser.add_argument("lab", metavar="LAB", help="its name, its key or its file")
    parser.add_argument("node", metavar="NODE", help="the node's name")
    parser.add_argument("command", metavar="COMMAND", nargs=argparse.REMAINDER)


def run(options: argparse.Namespace) -> int:
    """Run it with our own input and output."""
    command = options.command[1:] if options.command[:1] == ["--"] else options.command
    if not command:
        raise BadInput(["vethwork exec: no command: give one after --, such as -- ping 10.0.0.1"])
    return run_in_node(find_lab(options.lab).key, options.node, command)
