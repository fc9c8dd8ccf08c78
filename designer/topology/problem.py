"""A finding in a drawing: which element, what is wrong, what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with one element.

    `element` is the path of the element in the document, such as `nodes/h1/interfaces/eth0` or
    `links/3`, empty for the document as a whole. `message` reads "what is wrong: what to do".
    An error keeps the drawing from being stored or applied, a warning does not. `line` counts
    from 1 and is None where the drawing did not come from a text.
    """

    code: str
    element: str
    message: str
    severity: Severity = "error"
    line: int | None = None


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that keep a drawing from being applied."""
    return [problem for problem in problems if problem.severity == "error"]
