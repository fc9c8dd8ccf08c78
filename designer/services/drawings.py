"""From what a user sends to a drawing that may be stored; the gate where problems are told."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.conf import settings

from designer.errors import TooLarge, TopologyHasProblems
from designer.topology.checks import check
from designer.topology.document import Document, read_text, read_values
from designer.topology.merge_text import merge_text as merge_into
from designer.topology.problem import Problem, errors
from designer.topology.sentence import Sentence, say
from designer.topology.topology import Topology


def read_drawing(source: str | Mapping[str, Any]) -> Document:
    """Read a text or values within this installation's limits."""
    if isinstance(source, str):
        return read_text(source, settings.LIMITS)
    return read_values(dict(source), settings.LIMITS)


def require_drawing(document: Document) -> Topology:
    """Return the drawing where its values are sound, even if it cannot be applied as yet."""
    oversize = [problem for problem in document.problems if problem.code == "too-large"]
    if oversize:
        raise TooLarge(oversize[0].message, oversize)
    if document.topology is None:
        raise TopologyHasProblems(_say(document.errors), document.problems)
    return document.topology


def require_sound_drawing(document: Document) -> Topology:
    """Return the drawing where it could be applied as it is."""
    topology = require_drawing(document)
    if document.errors:
        raise TopologyHasProblems(_say(document.errors), document.problems)
    return topology


def require_applicable(topology: Topology) -> None:
    """Refuse a stored drawing that has errors."""
    problems = check(topology, settings.LIMITS)
    if errors(problems):
        raise TopologyHasProblems(_say(errors(problems)), problems)


def rename(document: Document, name: str) -> Document:
    """Return the drawing under another name; a name that cannot be is a problem of it."""
    if document.topology is None:
        return document
    renamed = read_values({**document.topology.plain(), "name": name}, settings.LIMITS)
    lines = {problem.element: problem.line for problem in document.problems}
    problems = (replace(one, line=lines.get(one.element)) for one in renamed.problems)
    return Document(renamed.topology, tuple(problems))


def merge_text(text: str, topology: Topology) -> str:
    """Return the user's text changed to say what the canvas says."""
    return merge_into(text, topology, settings.LIMITS)


def problems_to_json(problems: tuple[Problem, ...]) -> list[dict[str, Any]]:
    """Return problems as they are stored and answered."""
    return [problem.plain() for problem in problems]


def _say(found: list[Problem]) -> Sentence:
    first, count = found[0].message, len(found) - 1
    return say("{first} (and {count} more)", first=first, count=count) if count else first
