"""Write a drawing for another tool; what the format cannot hold is said on standard error."""

import argparse
import sys
from pathlib import Path

from designer.cli.documents import STDIN, read_drawing, sound_topology
from designer.cli.errors import BadInput
from designer.cli.exit_status import DONE
from designer.cli.terminal import complain
from designer.exporters import EXPORTERS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar="FILE", help="YAML or JSON; - reads standard input")
    parser.add_argument("--to", required=True, choices=EXPORTERS, metavar="FORMAT", help=_formats())
    parser.add_argument("-o", "--out", metavar="OUT", default=STDIN, help="else standard output")


def _formats() -> str:
    return f"one of {', '.join(EXPORTERS)}"


def run(options: argparse.Namespace) -> int:
    """Write the file."""
    drawing = read_drawing(options.file)
    made = EXPORTERS[options.to].export(sound_topology(drawing))
    for loss in made.losses:
        complain(f"{drawing.name}: note: {loss}")
    write(options.out, made.text)
    return DONE


def write(out: str, text: str) -> None:
    """Write to a file, or to standard output for `-`."""
    if out == STDIN:
        sys.stdout.write(text)
        return
    try:
        Path(out).write_text(text, encoding="utf-8")
    except OSError as error:
        raise BadInput([f"{out}: {error.strerror}: name a file that can be written"]) from None
