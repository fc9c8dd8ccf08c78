"""Remove labs from this host; their files stay."""

import argparse

from designer.cli.errors import BadInput
from designer.cli.exit_status import DONE
from designer.cli.labs import find_lab, labs_here
from workers import engine


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("lab", metavar="LAB", nargs="?", help="its name, its key or its file")
    parser.add_argument("--all", action="store_true", help="every lab on this host")


def run(options: argparse.Namespace) -> int:
    """Destroy what is named."""
    if bool(options.lab) == options.all:
        raise BadInput(["vethwork destroy: name a lab, or give --all: see vethwork status"])
    for lab in [find_lab(options.lab)] if options.lab else labs_here():
        engine.destroy_lab(lab.key)
        print(f"{lab.title}: removed")
    return DONE
