"""From a text or loose values to a drawing and everything that is wrong with it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from designer.topology.checks import Limits, check
from designer.topology.misfit import misfit
from designer.topology.problem import Problem, errors
from designer.topology.reread import reread
from designer.topology.sentence import Sentence, say
from designer.topology.topology import Topology
from designer.topology.yaml_text import UnreadableText, find_lines, load_yaml

PROBLEMS_MAX = 200
_REPAIRS_MAX = 20

LISTED = frozenset(
    {"interfaces", "routes", "policies", "neighbours", "sysctls", "rules", "services"}
)
"""What of a node is marked one by one."""

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """What was read: `topology` is None where the text or its values cannot be a drawing."""

    topology: Topology | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> list[Problem]:
        """The problems that keep it from being stored or applied."""
        return errors(self.problems)


def read_text(text: str, limits: Limits | None = None) -> Document:
    """Read YAML or JSON; every problem has its line."""
    limits = limits or Limits()
    size = len(text.encode())
    if size > limits.document_bytes:
        message = say(
            "{size} bytes are more than the {most} allowed: split the lab",
            size=size,
            most=limits.document_bytes,
        )
        return Document(None, (Problem("too-large", "", message),))
    try:
        values = _load(text)
    except UnreadableText as error:
        problem = Problem("unreadable", "", error.message, line=error.line)
        return Document(None, (problem,))
    document = read_values(values, limits)
    return replace(document, problems=with_lines(text, document.problems))


def _load(text: str) -> Any:
    if not text.lstrip().startswith("{"):
        return load_yaml(text)
    try:
        return json.loads(text, object_pairs_hook=_unique)
    except (json.JSONDecodeError, RecursionError):
        return load_yaml(text)  # a YAML flow mapping starts with a brace as well


def _unique(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) < len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        message = say("{key} is there twice: keep one of them", key=repr(double))
        raise UnreadableText(message, None)
    return values


@dataclass(frozen=True, slots=True)
class Earlier:
    """A drawing that was read before, and its values."""

    values: dict[str, Any]
    topology: Topology


def read_values(
    values: Any, limits: Limits | None = None, earlier: Earlier | None = None
) -> Document:
    """Make a drawing of plain JSON values and check it, as far as it can be understood.

    What is as it was `earlier` is not read again. Where parts are wrong in themselves, the rest
    is checked without them, so that a person sees everything at once.
    """
    if not isinstance(values, dict):
        message = say("a drawing is a mapping with nodes and links: start with `nodes:`")
        return Document(None, (Problem("not-a-drawing", "", message),))
    try:
        if earlier is None:
            topology = Topology.model_validate(values)
        else:
            topology = reread(values, earlier.values, earlier.topology)
    except (ValidationError, RecursionError) as error:
        if isinstance(error, RecursionError):
            return Document(None, (Problem("too-deep", "", say("nested too deep: flatten it")),))
        return Document(None, tuple(_invalid(values, error, limits)[:PROBLEMS_MAX]))
    return Document(topology, tuple(check(topology, limits)[:PROBLEMS_MAX]))


def _invalid(values: Any, error: ValidationError, limits: Limits | None) -> list[Problem]:
    problems = {(one.element, one.message): one for one in map(_problem, error.errors())}
    rest = _repaired(values, error)
    if rest is not None:
        wrong = {problem.element for problem in problems.values()}
        for problem in check(rest, limits):
            if problem.element not in wrong:
                problems.setdefault((problem.element, problem.message), problem)
    return list(problems.values())


def _repaired(values: Any, error: ValidationError) -> Topology | None:
    """Return the drawing without what is wrong in itself, if anything is left of it."""
    for _ in range(_REPAIRS_MAX):
        for path in sorted({one["loc"] for one in error.errors()}, key=str, reverse=True):
            values = _without(values, path)
        try:
            return Topology.model_validate(values)
        except ValidationError as next_error:
            error = next_error
    return None


def _without(values: Any, path: Path) -> Any:
    """Return the values without the part at a path, or without the nearest part that is there."""
    if not path or isinstance(values, str):
        return {}
    step, rest = path[0], path[1:]
    if isinstance(values, Mapping) and step in values:
        if not rest or not _holds(values[step], rest[0]):
            return {key: value for key, value in values.items() if key != step}
        return {**values, step: _without(values[step], rest)}
    if isinstance(values, list) and isinstance(step, int) and step < len(values):
        if not rest or not _holds(values[step], rest[0]):
            return values[:step] + values[step + 1 :]
        return [*values[:step], _without(values[step], rest), *values[step + 1 :]]
    return values


def _holds(values: Any, step: str | int) -> bool:
    if isinstance(values, Mapping):
        return step in values
    return isinstance(values, list) and isinstance(step, int) and step < len(values)


def _problem(error: ErrorDetails) -> Problem:
    path = tuple(step for step in error["loc"] if step != "[key]")
    return Problem(_code(error), _element(path), _message(error, path))


def _code(error: ErrorDetails) -> str:
    return "unknown-key" if error["type"] == "extra_forbidden" else "invalid-value"


def _element(path: Path) -> str:
    """Return the nearest element that the canvas can mark: a node, a part of it, or a link."""
    keep = 2
    if len(path) > 2 and path[0] == "nodes" and path[2] in LISTED:  # noqa: PLR2004
        keep = 4
    if len(path) > 2 and path[0] == "nodes" and path[2] == "ruleset":  # noqa: PLR2004
        keep = 3
    return "/".join(map(str, path[:keep]))


def _message(error: ErrorDetails, path: Path) -> Sentence:  # noqa: PLR0911 - one a kind of error
    where = " → ".join(map(str, path)) or say("the document")
    match error["type"]:
        case "extra_forbidden":
            return say(
                "{where} is not a key that we know: correct its name or remove it", where=where
            )
        case "missing":
            return say("{where} is missing: add it", where=where)
        case "value_error":
            return say("{where}: {fault}", where=where, fault=misfit(error))
        case "union_tag_not_found":
            return say("{where} does not say its kind: add one", where=where)
        case "union_tag_invalid":
            tags = error.get("ctx", {}).get("expected_tags", "")
            return say(
                "{where} is of a kind that we do not know: write {tags}", where=where, tags=tags
            )
        case "literal_error":
            expected = error.get("ctx", {}).get("expected", "")
            return say(
                "{where} is {value}: write {expected}",
                where=where,
                value=_short(error["input"]),
                expected=expected,
            )
        case _:
            return say(
                "{where} is {value}: {hint}",
                where=where,
                value=_short(error["input"]),
                hint=misfit(error),
            )


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}…"  # noqa: PLR2004 - a line has to stay readable


def with_lines(text: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the problems with the lines at which their elements stand in a text."""
    if not problems:
        return problems
    lines = find_lines(text, [problem.element for problem in problems])
    return tuple(replace(one, line=lines.get(one.element)) for one in problems)
