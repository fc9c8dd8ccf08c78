"""Apply a drawing, probe it, compare with what it expects, and tear it down again.

It runs as a lab of its own, beside the one of the same file that may be there. The answer is no if
an expectation was missed.
"""

import argparse
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO
from uuid import uuid4

from designer.cli.apply import say_what_differs
from designer.cli.documents import Drawing, read_drawing, sound_topology
from designer.cli.errors import BadInput
from designer.cli.exit_status import DONE, NO
from designer.cli.host import require_able_host
from designer.cli.junit import report
from designer.cli.labs import desired_state, enter_host
from designer.cli.matrix import add_probe_arguments, order
from designer.cli.terminal import complain, count, paint
from designer.cli.verdicts import outcome_said, said
from designer.messages import Verdict
from designer.topology.topology import Topology
from workers import engine
from workers.matrix import MatrixOrder, probe_lab
from workers.verdicts import judge


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("file", metavar="FILE", help="YAML or JSON; - reads standard input")
    parser.add_argument("--junit", metavar="OUT.xml", help="write a JUnit report as well")
    add_probe_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Do it all, and leave nothing behind."""
    drawing = read_drawing(options.file)
    topology = sound_topology(drawing)
    if not topology.expect:
        complain(f"{drawing.name}: warning: it expects nothing: say under expect who reaches whom")
    with ExitStack() as stack:
        junit = stack.enter_context(_open(options.junit)) if options.junit else None
        enter_host()
        require_able_host(drawing, topology)
        say_what_differs(drawing.name, topology)
        began_s = time.monotonic()
        verdicts = _verify(drawing, topology, order(options))
        took_s = time.monotonic() - began_s
        if junit:
            junit.write(report(topology, verdicts, took_s))
    for line in _lines(topology, verdicts):
        print(line)
    met = sum(verdict.met for verdict in verdicts)
    print(f"{met} of {count(len(verdicts), 'expectation')} met in {took_s:.2f} s")
    return DONE if met == len(verdicts) else NO


def _open(file: str) -> TextIO:
    """Open before the host is entered, for from then on the folder may be out of reach."""
    try:
        return Path(file).open("w", encoding="utf-8")
    except OSError as error:
        raise BadInput([f"{file}: {error.strerror}: name a file that can be written"]) from None


def _verify(drawing: Drawing, topology: Topology, asked: MatrixOrder) -> list[Verdict]:
    lab = str(uuid4())
    with _torn_down(lab):
        title = f"{topology.name} (verify)"
        engine.apply(lab, desired_state(topology), title=title, document=drawing.text)
        matrix = probe_lab(lab, topology, asked)
    return list(judge(topology, matrix.axes, matrix.result, matrix.observed))


@contextmanager
def _torn_down(lab: str) -> Iterator[None]:
    try:
        yield
    finally:
        engine.destroy_lab(lab)


def _lines(topology: Topology, verdicts: list[Verdict]) -> Iterator[str]:
    for verdict in verdicts:
        text = said(topology.expect[verdict.expect])
        if verdict.met:
            yield f"{paint('met   ', 'good')} {text}"
        else:
            yield f"{paint('missed', 'bad')} {text}: {outcome_said(verdict)}"
