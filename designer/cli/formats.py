"""List what export can write."""

import argparse

from designer.cli.exit_status import DONE
from designer.cli.terminal import columns
from designer.exporters import EXPORTERS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes: nothing."""


def run(_: argparse.Namespace) -> int:
    """Print a line for each format."""
    rows = ((name, one.LABEL, one.FILENAME.format(lab="LAB")) for name, one in EXPORTERS.items())
    for line in columns(rows, ("strong", "", "faint")):
        print(line)
    return DONE
