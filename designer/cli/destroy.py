"""Remove labs from this host; their files stay."""

import argparse

from designer.cli.errors import BadInput
from designer.cli.exit_status import DONE
from designer.cli.labs import Named, enter_host
from workers import engine


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("lab", metavar="LAB", nargs="?", help="its name, its key or its file")
    parser.add_argument("--all", action="store_true", help="every lab on this host")


def run(options: argparse.Namespace) -> int:
    """Destroy what is named."""
    if bool(options.lab) == options.all:
        raise BadInput(["vethwork destroy: name a lab, or give --all: see vethwork status"])
    named = Named(options.lab) if options.lab else None
    enter_host()
    for lab in [named.find()] if named else engine.list_labs():
        engine.destroy_lab(lab.key)
        print(f"{lab.title}: removed")
    return DONE
