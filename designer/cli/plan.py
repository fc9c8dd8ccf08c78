"""Say what apply would do now, as words and as the commands that do the same."""

import argparse
import json
from collections.abc import Iterator

from designer.cli.documents import read_drawing, sound_topology
from designer.cli.exit_status import DONE
from designer.cli.host import require_able_host
from designer.cli.labs import desired_state, enter_host_if_labs_run, missing_state
from designer.cli.terminal import columns, count
from designer.plan.diff import diff
from designer.plan.element import element_of, link_numbers
from designer.plan.operations import Operation, Plan
from designer.plan.shell import commands
from designer.state.host_state import HostState
from designer.topology.topology import Topology
from workers import engine


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar="FILE", help="YAML or JSON; - reads standard input")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> int:
    """Observe what is there, and print what is missing or too much."""
    drawing = read_drawing(options.file)
    topology = sound_topology(drawing)
    labs_run = enter_host_if_labs_run()
    require_able_host(drawing, topology)
    if labs_run:
        plan = diff(desired_state(topology), engine.observe_lab(drawing.lab).state)
    else:
        plan = diff(missing_state(topology), HostState())
    if options.json:
        print(json.dumps(as_json(plan, topology), indent=2))
        return DONE
    for line in said(plan):
        print(line)
    print(count(len(plan), "operation") if plan else "nothing to do: it runs as drawn")
    return DONE


def as_json(plan: Plan, topology: Topology) -> dict[str, object]:
    """Return a plan as the API tells it."""
    links = link_numbers(topology)
    operations = [
        {
            "text": str(one),
            "commands": commands(one),
            "element": element_of(one, topology, links),
        }
        for one in plan
    ]
    return {"total": len(plan), "operations": operations}


def said(plan: Plan) -> Iterator[str]:
    """Yield a line for each operation, and one more for each further command of it."""
    rows = [row for operation in plan for row in _rows(operation)]
    yield from columns(rows, ("", "faint")) if rows else ()


def _rows(operation: Operation) -> Iterator[tuple[str, str]]:
    first, *others = commands(operation) or ("",)
    yield str(operation), first
    for line in others:
        yield "", line
