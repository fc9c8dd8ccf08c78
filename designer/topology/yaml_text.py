"""YAML in and out: read defensively, written so that a person's comments and order survive."""

import re
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any

import yaml as libyaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, Event
from yaml.nodes import MappingNode, Node, SequenceNode

DEPTH_MAX = 16
LINE_WIDTH = 120


class UnreadableText(ValueError):
    """The text is no YAML or JSON that we take; `line` counts from 1."""

    def __init__(self, message: str, line: int | None) -> None:
        """Remember what to tell the person, and where."""
        super().__init__(message)
        self.message = message
        self.line = line


class _Loader(libyaml.CSafeLoader):
    """libyaml with the scalars of YAML 1.2's core schema: `on` and 10:20:30 are texts."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as PyYAML has it

    def construct_mapping(self, node: MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Refuse a key that is there twice, of which one would silently be lost."""
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen if isinstance(key.value, str) else True:
                name = key.value if isinstance(key.value, str) else "a key"
                what = "is there twice" if isinstance(key.value, str) else "is no plain name"
                raise UnreadableText(f"{name} {what}: keep one of them", _line(key))
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        "-+0123456789.",
    ),
):
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first)
    )


def load_yaml(text: str) -> Any:
    """Return the values of one YAML 1.2 document; raises UnreadableText.

    Aliases are refused, because a few bytes of them unfold to gigabytes, and so is deep nesting,
    on which parsers run out of stack.
    """
    try:
        _refuse_hazards(text)
        return libyaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
    except libyaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableText(_explain(error), mark.line + 1 if mark else None) from None
    except (libyaml.YAMLError, ValueError, RecursionError) as error:
        if isinstance(error, UnreadableText):
            raise
        message = f"this is no YAML: {str(error).splitlines()[0]}"
        raise UnreadableText(message, None) from None


def _explain(error: libyaml.MarkedYAMLError) -> str:
    problem = " ".join(str(error.problem or error.context or error).split())
    return f"this is no YAML: {problem}: correct the text here"


def _refuse_hazards(text: str) -> None:
    depth = 0
    event: Event
    for event in libyaml.parse(text, Loader=_Loader):
        if isinstance(event, CollectionStartEvent):
            depth += 1
            if depth > DEPTH_MAX:
                message = f"more than {DEPTH_MAX} levels deep: a drawing needs fewer"
                raise UnreadableText(message, _line(event))
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
        elif isinstance(event, AliasEvent):
            message = f"the alias *{event.anchor} is not taken: write its values out"
            raise UnreadableText(message, _line(event))


def _line(event: Event | Node) -> int | None:
    mark = event.start_mark
    return mark.line + 1 if mark else None


def find_lines(text: str, paths: Sequence[str]) -> dict[str, int]:
    """Return the line, from 1, of each element path in a text that load_yaml takes.

    A path of which only the beginning is in the text has the line of that beginning.
    """
    root = libyaml.compose(text, Loader=_Loader)
    return {path: _find_line(root, path) for path in paths} if root is not None else {}


def _find_line(root: Node, path: str) -> int:
    found, line = root, root.start_mark.line + 1
    for step in path.split("/") if path else ():
        child = _child(found, step)
        if child is None:
            break
        line, found = child
    return line


def _child(node: Node, step: str) -> tuple[int, Node] | None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key.start_mark.line + 1, value
    if isinstance(node, SequenceNode) and step.isdigit() and int(step) < len(node.value):
        item = node.value[int(step)]
        return item.start_mark.line + 1, item
    return None


def dump_yaml(document: Mapping[str, Any]) -> str:
    """Return the document as YAML in which a tutorial-sized lab fits on one screen."""
    return _write(_styled(document, ()))


def merge_yaml(text: str, document: Mapping[str, Any], complete: Mapping[str, Any]) -> str:
    """Return the text changed to say `document`, everything else in it left as it is.

    Comments, order and quoting of what stays survive; what is new is appended to its mapping.
    `complete` is the document with its defaults, by which a default somebody wrote may stay.
    """
    root = _round_trip().load(text)
    if not isinstance(root, CommentedMap):
        return dump_yaml(document)
    _merge_mapping(root, document, complete, ())
    return _write(root)


def _merge_mapping(
    target: CommentedMap, wanted: Mapping[str, Any], complete: Any, path: tuple[str, ...]
) -> None:
    defaults = complete if isinstance(complete, Mapping) else {}
    for key in [key for key in target if key not in wanted]:
        if key not in defaults or _plain(target[key]) != defaults[key]:
            del target[key]
    for key, value in wanted.items():
        target[key] = _merged(target.get(key), value, defaults.get(key), (*path, key))


def _merged(found: Any, wanted: Any, complete: Any, path: tuple[str, ...]) -> Any:
    if isinstance(found, CommentedMap) and isinstance(wanted, Mapping):
        _merge_mapping(found, wanted, complete, path)
        return found
    if isinstance(found, CommentedSeq) and isinstance(wanted, list):
        _merge_sequence(found, wanted, complete, path)
        return found
    unchanged = type(found) is type(wanted) or isinstance(found, type(wanted))
    return found if unchanged and found == wanted else _styled(wanted, path)


def _merge_sequence(
    target: CommentedSeq, wanted: list[Any], complete: Any, path: tuple[str, ...]
) -> None:
    """Keep each item that is still wanted, with its comment; the rest is changed in place."""
    defaults = complete if isinstance(complete, list) else []
    kept = _kept_items([_plain(item) for item in target], wanted, defaults)
    if kept is not None:
        for number in sorted(set(range(len(target))) - kept, reverse=True):
            del target[number]
    del target[len(wanted) :]
    for number, item in enumerate(wanted):
        default = defaults[number] if number < len(defaults) else None
        if number < len(target):
            target[number] = _merged(target[number], item, default, (*path, ""))
        else:
            target.append(_styled(item, (*path, "")))


def _kept_items(found: list[Any], wanted: list[Any], complete: list[Any]) -> set[int] | None:
    """Return which items stay when the change only takes items away or adds some at the end."""
    kept: set[int] = set()
    position = 0
    for number, item in enumerate(found):
        if position < len(wanted) and _says_same(item, wanted[position], complete, position):
            kept.add(number)
            position += 1
    return kept if len(kept) == min(len(found), len(wanted)) or position == len(wanted) else None


def _says_same(found: Any, wanted: Any, complete: list[Any], number: int) -> bool:
    if found == wanted:
        return True
    full = complete[number] if number < len(complete) else None
    if not (isinstance(found, Mapping) and isinstance(full, Mapping)):
        return False
    return {**full, **found} == full


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value


def _styled(value: Any, path: tuple[str, ...]) -> Any:
    """Return the value with the style the writer gives it: short parts in one line."""
    if isinstance(value, Mapping):
        styled = CommentedMap()
        for key, item in value.items():
            styled[key] = _styled(item, (*path, str(key)))
        if path and _fits_one_line(value, path):
            styled.fa.set_flow_style()
        return styled
    if isinstance(value, list):
        sequence = CommentedSeq(_styled(item, (*path, "")) for item in value)
        if path and _fits_one_line(value, path):
            sequence.fa.set_flow_style()
        return sequence
    return value


def _fits_one_line(value: Any, path: tuple[str, ...]) -> bool:
    if len(path) < 2:  # noqa: PLR2004 - nodes, links, expect and layout have a line for each entry
        return path[0] == "addressing"
    return len(str(value)) + sum(map(len, path)) < LINE_WIDTH - 20


def _round_trip() -> YAML:
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = LINE_WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _write(document: Any) -> str:
    stream = StringIO()
    _round_trip().dump(document, stream)
    return stream.getvalue()
