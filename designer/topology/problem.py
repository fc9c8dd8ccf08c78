"""A finding in a drawing: which element, what is wrong, what to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self

from designer.topology.sentence import Sentence, retold, told

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
    message: Sentence
    severity: Severity = "error"
    line: int | None = None

    def plain(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {
            "code": self.code,
            "element": self.element,
            "message": str(self.message),
            **told(self.message),
            "severity": self.severity,
            "line": self.line,
        }

    @classmethod
    def from_plain(cls, values: Mapping[str, Any]) -> Self:
        """Return what `plain` wrote, now or when problems had no templates."""
        message = retold(values["message"], values.get("template"), values.get("values"))
        return cls(values["code"], values["element"], message, values["severity"], values["line"])


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that keep a drawing from being applied."""
    return [problem for problem in problems if problem.severity == "error"]
