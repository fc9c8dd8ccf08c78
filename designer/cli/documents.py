"""Drawings in files, and everything that is wrong with them."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from uuid import NAMESPACE_URL, uuid5

from designer.cli.errors import BadInput
from designer.cli.terminal import complain
from designer.topology.checks import Limits
from designer.topology.document import Document, read_text
from designer.topology.problem import Problem
from designer.topology.topology import Topology
from workers.settings import read_settings

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A text and where it came from; `lab` is the key under which this host has it as a lab."""

    name: str
    text: str
    lab: str


def read_drawing(file: str) -> Drawing:
    """Read a file, or standard input for `-`; raises BadInput."""
    limit = limits().document_bytes
    try:
        if file == STDIN:
            name, raw = "<stdin>", _read(sys.stdin.buffer, limit)
        else:
            with Path(file).open("rb") as stream:
                name, raw = file, _read(stream, limit)
    except OSError as error:
        raise BadInput([f"{file}: {error.strerror}: name a file that can be read"]) from None
    return Drawing(name, _decode(name, raw, limit), lab_of_file(file))


def _read(stream: BinaryIO, limit: int) -> bytes:
    """Read at most one byte more than allowed, so that no file fills the memory."""
    return stream.read(limit + 1)


def _decode(name: str, raw: bytes, limit: int) -> str:
    if len(raw) > limit:
        raise BadInput([f"{name}: more than the {limit} bytes allowed: split the lab"])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadInput([f"{name}:{line}: this is no UTF-8 text: save it as UTF-8"]) from None


def lab_of_file(file: str) -> str:
    """Return the key of a file's lab: the same file is the same lab, whatever it is called."""
    place = STDIN if file == STDIN else str(Path(file).resolve())
    return str(uuid5(NAMESPACE_URL, f"vethwork:{place}"))


def is_file(word: str) -> bool:
    """Tell whether a word names a file; one that is too long or out of reach does not."""
    return os.path.isfile(word)  # noqa: PTH113 - Path raises where this says no


def limits() -> Limits:
    """Return how large a drawing may be, as the environment has it."""
    try:
        return read_settings().limits
    except ValueError as error:
        raise BadInput([f"vethwork: a variable VETHWORK_… has to be a number: {error}"]) from None


def read_document(drawing: Drawing) -> Document:
    """Return what the text says, with its problems."""
    return read_text(drawing.text, limits())


def sound_topology(drawing: Drawing) -> Topology:
    """Return the drawing of a text without errors; raises BadInput with all of them."""
    document = read_document(drawing)
    if document.topology is None or document.errors:
        raise BadInput(lines(drawing, document.problems))
    for line in lines(drawing, document.problems):
        complain(line)
    return document.topology


def lines(drawing: Drawing, problems: Iterable[Problem]) -> Iterator[str]:
    """Yield a line for each problem: where it is, what is wrong, what to do."""
    for problem in problems:
        place = drawing.name if problem.line is None else f"{drawing.name}:{problem.line}"
        warning = "warning: " if problem.severity == "warning" else ""
        yield f"{place}: {warning}{problem.message}"
