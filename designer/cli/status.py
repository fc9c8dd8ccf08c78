"""Say which labs are on this host, and how they are: as drawn, or what differs."""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from designer.cli.exit_status import DONE
from designer.cli.labs import KEY_SHOWN, desired_state, find_lab, labs_here, topology_of
from designer.cli.plan import said
from designer.cli.terminal import columns, count, paint
from designer.plan.diff import diff
from designer.plan.operations import Plan
from workers import engine
from workers.engine import LabSummary
from workers.states import link_states, node_states

_LOOKS = {
    "up": "good",
    "down": "warning",
    "cut": "warning",
    "partial": "warning",
    "absent": "bad",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("lab", metavar="LAB", nargs="?", help="its name, its key or its file")
    parser.add_argument("--json", action="store_true", help="print JSON")


@dataclass(frozen=True, slots=True)
class Health:
    """A lab beside its drawing; `left` is what apply would do, nothing without a drawing."""

    lab: LabSummary
    nodes: dict[str, str]
    links: dict[str, str]
    left: Plan

    @property
    def words(self) -> str:
        """Say it in a few words."""
        if self.lab.phase == "applying":
            return "an apply did not end"
        return f"differs by {count(len(self.left), 'operation')}" if self.left else "as drawn"

    def as_json(self) -> dict[str, object]:
        """Return everything as JSON takes it."""
        left = [str(operation) for operation in self.left]
        said = asdict(self.lab) | {"nodes": self.nodes, "links": self.links, "left": left}
        return said | {"state": self.words}


def run(options: argparse.Namespace) -> int:
    """Print a line for each lab, or all about one."""
    labs = [find_lab(options.lab)] if options.lab else labs_here()
    found = [_health(lab) for lab in labs]
    if options.json:
        print(json.dumps([one.as_json() for one in found], indent=2))
        return DONE
    for line in _details(found[0]) if options.lab else _list(found):
        print(line)
    return DONE


def _health(lab: LabSummary) -> Health:
    topology = topology_of(lab)
    if topology is None:
        return Health(lab, dict.fromkeys(lab.namespaces, "partial"), {}, ())
    observed = engine.observe_lab(lab.key).state
    left = diff(desired_state(topology), observed)
    nodes = node_states(topology, observed, left)
    links = link_states(topology, observed)
    ends = {number: " -- ".join(map(str, topology.links[int(number)].ends)) for number in links}
    return Health(lab, dict(nodes), {ends[number]: state for number, state in links.items()}, left)


def _list(found: Sequence[Health]) -> Iterator[str]:
    if not found:
        yield "no labs on this host"
        return
    rows = [
        (one.lab.title, one.lab.key[:KEY_SHOWN], count(len(one.nodes), "node"), one.words)
        for one in found
    ]
    yield from columns(rows, ("strong", "faint"))


def _details(one: Health) -> Iterator[str]:
    yield f"{paint(one.lab.title, 'strong')}  {paint(one.lab.key, 'faint')}"
    for states in (one.nodes, one.links):
        size = max(map(len, states), default=0)
        for name, state in states.items():
            yield f"  {name:<{size}}  {paint(state, _LOOKS[state])}"
    yield one.words
    yield from said(one.left)
