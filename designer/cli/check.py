"""Say what is wrong with a drawing: every problem at once, each with its line."""

import argparse

from designer.cli.documents import lines, read_document, read_drawing
from designer.cli.exit_status import DONE, NO
from designer.cli.host import lacking
from designer.cli.terminal import complain, count


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar="FILE", help="YAML or JSON; - reads standard input")
    parser.add_argument(
        "--strict", action="store_true", help="let warnings about the drawing count as well"
    )


def run(options: argparse.Namespace) -> int:
    """Answer no where something is wrong."""
    drawing = read_drawing(options.file)
    document = read_document(drawing)
    for line in lines(drawing, document.problems):
        complain(line)
    if document.errors or document.topology is None or (options.strict and document.problems):
        return NO
    for line in lines(drawing, lacking(drawing, document.topology, "warning")):
        complain(line)
    nodes = count(len(document.topology.nodes), "node")
    links = count(len(document.topology.links), "link")
    print(f"{drawing.name}: nothing wrong: {nodes}, {links}")
    return DONE
