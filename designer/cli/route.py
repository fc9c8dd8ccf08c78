"""Say which routes a drawing gets automatically, or write them out as drawn ones."""

import argparse
from collections.abc import Iterator

from designer.cli.documents import STDIN, read_drawing, sound_topology
from designer.cli.exit_status import DONE
from designer.cli.export import write
from designer.cli.terminal import columns, count
from designer.topology.automatic_routes import AutomaticRoute
from designer.topology.explicit_routes import (
    destination_text,
    found_routes,
    with_explicit_routes,
)
from designer.topology.merge_text import merge_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar="FILE", help="YAML or JSON; - reads standard input")
    parser.add_argument(
        "--explicit", action="store_true", help="write the drawing with its routes drawn"
    )
    parser.add_argument("-o", "--out", metavar="OUT", default=STDIN, help="else standard output")


def run(options: argparse.Namespace) -> int:
    """List the routes, or write the file; its comments and order stay."""
    drawing = read_drawing(options.file)
    topology = sound_topology(drawing)
    if options.explicit:
        made = with_explicit_routes(topology)
        write(options.out, merge_text(drawing.text, made))
        return DONE
    found = found_routes(topology)
    rows = [(name, line) for name, routes in found.items() for line in map(_said, routes)]
    lines = [*(columns(rows, ("", "faint")) if rows else ()), count(len(rows), "route")]
    write(options.out, "".join(f"{line}\n" for line in lines))
    return DONE


def _said(route: AutomaticRoute) -> str:
    return " ".join([destination_text(route.destination), *_ways(route)])


def _ways(route: AutomaticRoute) -> Iterator[str]:
    word = "nexthop via" if len(route.ways) > 1 else "via"
    for way in route.ways:
        yield f"{word} {way.gateway} dev {way.interface}"
