"""Say what was changed by hand in a lab that runs: what is not as it was applied, and the undoing.

Status 1 where anything differs, and still does after --revert or --adopt.
"""

import argparse
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from designer.cli.documents import limits
from designer.cli.errors import BadInput
from designer.cli.exit_status import DONE, NO
from designer.cli.labs import desired_state, find_lab, topology_of
from designer.cli.terminal import columns, count
from designer.plan.drift import Difference, differences
from designer.plan.shell import commands
from designer.state.lift import lift
from designer.topology.merge_text import merge_text
from designer.topology.topology import Topology
from workers import engine
from workers.engine import LabSummary


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("lab", metavar="LAB", help="its name, its key or its file")
    then = parser.add_mutually_exclusive_group()
    then.add_argument("--revert", action="store_true", help="make it as it was applied")
    then.add_argument("--adopt", metavar="FILE", help="write what is there into this drawing")
    parser.add_argument("--json", action="store_true", help="print JSON")


@dataclass(frozen=True, slots=True)
class File:
    """A file that is opened before the host is entered, from where it may be out of reach."""

    name: str
    text: str
    descriptor: int

    @classmethod
    def open(cls, name: str) -> "File":
        """Open a file for writing, with what is in it; raises BadInput."""
        try:
            path = Path(name)
            path.touch()
            stream = path.open("r+b")
        except OSError as error:
            problem = f"{name}: {error.strerror}: name a file that can be written"
            raise BadInput([problem]) from None
        return cls(name, stream.read().decode(), os.dup(stream.fileno()))

    def replace(self, text: str) -> None:
        """Write another text."""
        with os.fdopen(self.descriptor, "w") as stream:
            stream.seek(0)
            stream.truncate()
            stream.write(text)


def run(options: argparse.Namespace) -> int:
    """Compare what is there with what was applied."""
    file = File.open(options.adopt) if options.adopt else None
    lab = find_lab(options.lab)
    topology = topology_of(lab)
    if topology is None:
        raise BadInput([f"{lab.title}: nothing was applied to the end: apply it first"])
    found = _differences(lab, topology)
    if options.json:
        print(json.dumps([_as_json(one) for one in found], indent=2))
    else:
        for line in _lines(found):
            print(line)
    if options.revert:
        found = _revert(lab, topology)
    elif file is not None:
        found = _adopt(lab, topology, file)
    return NO if found else DONE


def _differences(lab: LabSummary, topology: Topology) -> tuple[Difference, ...]:
    observed = engine.observe_lab(lab.key).state
    return differences(desired_state(topology), observed, topology)


def _lines(found: Sequence[Difference]) -> Iterator[str]:
    if not found:
        yield "nothing differs from what was applied"
        return
    rows = []
    for one in found:
        first, *others = [line for each in one.operations for line in commands(each)] or [""]
        rows += [(one.text, first), *(("", line) for line in others)]
    yield from columns(rows, ("", "faint"))
    yield count(len(found), "difference")


def _as_json(one: Difference) -> dict[str, object]:
    return {
        "id": one.id,
        "element": one.element,
        "text": one.text,
        "commands": [line for each in one.operations for line in commands(each)],
    }


def _revert(lab: LabSummary, topology: Topology) -> tuple[Difference, ...]:
    document = engine.lab_document(lab.key)
    engine.apply(lab.key, desired_state(topology), title=lab.title, document=document)
    return _differences(lab, topology)


def _adopt(lab: LabSummary, topology: Topology, file: File) -> tuple[Difference, ...]:
    """Write the drawing of what is there; from then on it is what the lab is compared with."""
    lifted = lift(engine.observe_lab(lab.key).state, topology)
    text = merge_text(file.text, lifted, limits())
    file.replace(text)
    left = _differences(lab, lifted)
    if not left:
        engine.apply(lab.key, desired_state(lifted), title=lab.title, document=text)
    for line in _lines(left) if left else ():
        print(f"no drawing can say: {line}")
    return left
