"""YAML in and out: read defensively, written so that a person's comments and order survive."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import StringIO
from typing import Any

import yaml as libyaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)
from yaml.nodes import MappingNode, Node, SequenceNode

from designer.topology.sentence import Sentence, say

DEPTH_MAX = 16
LINE_WIDTH = 120
NUMBER_MAX = 40


class UnreadableText(ValueError):
    """The text is no YAML or JSON that we take; `line` counts from 1."""

    def __init__(self, message: Sentence, line: int | None) -> None:
        """Remember what to tell the person, and where."""
        super().__init__(message)
        self.message = message
        self.line = line


_SCALARS: tuple[tuple[re.Pattern[str], Callable[[str], Any]], ...] = (
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"), float),
    (re.compile(r"true|True|TRUE"), lambda _: True),
    (re.compile(r"false|False|FALSE"), lambda _: False),
    (re.compile(r"|~|null|Null|NULL"), lambda _: None),
)
"""The plain scalars of YAML 1.2's core schema; `on` and 10:20:30 are texts."""


def load_yaml(text: str) -> Any:
    """Return the values of one YAML document; raises UnreadableText.

    Values are made straight from libyaml's events. Aliases are refused, because a few bytes of
    them unfold to gigabytes, and so are deep nesting, on which parsers run out of stack, keys
    that are there twice, of which one would silently be lost, and tags.
    """
    try:
        return _build(libyaml.parse(text, Loader=libyaml.CSafeLoader))
    except libyaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableText(_explain(error), mark.line + 1 if mark else None) from None
    except libyaml.YAMLError as error:
        message = say("this is no YAML: {problem}", problem=str(error).splitlines()[0])
        raise UnreadableText(message, None) from None


def _explain(error: libyaml.MarkedYAMLError) -> Sentence:
    problem = " ".join(str(error.problem or error.context or error).split())
    return say("this is no YAML: {problem}: correct the text here", problem=problem)


def _build(events: Iterable[Event]) -> Any:
    """Return the value that the events of a stream spell."""
    open_parts: list[_Part] = [_Part([])]
    for event in events:
        if isinstance(event, ScalarEvent):
            open_parts[-1].add(_scalar(event), event)
        elif isinstance(event, CollectionStartEvent):
            _refuse_tag(event)
            if len(open_parts) > DEPTH_MAX:
                message = say("more than {most} levels deep: a drawing needs fewer", most=DEPTH_MAX)
                raise UnreadableText(message, _line(event))
            open_parts.append(_Part({} if isinstance(event, MappingStartEvent) else []))
        elif isinstance(event, CollectionEndEvent):
            part = open_parts.pop()
            open_parts[-1].add(part.value, event)
        elif isinstance(event, AliasEvent):
            message = say(
                "the alias *{anchor} is not taken: write its values out", anchor=event.anchor
            )
            raise UnreadableText(message, _line(event))
    documents = open_parts[0].value
    if len(documents) > 1:
        message = say("there is more than one document: keep the first")
        raise UnreadableText(message, None)
    return documents[0] if documents else None


class _Part:
    """A mapping or sequence whose end has not come yet."""

    __slots__ = ("_key", "_needs_key", "value")

    def __init__(self, value: Any) -> None:
        self.value = value
        self._needs_key = True
        self._key: Any = None

    def add(self, item: Any, event: Event) -> None:
        if isinstance(self.value, list):
            self.value.append(item)
        elif self._needs_key:
            self._take_key(item, event)
        else:
            self.value[self._key] = item
            self._needs_key = True

    def _take_key(self, key: Any, event: Event) -> None:
        if isinstance(key, list | dict):
            message = say("a key is no plain name: write a name before the colon")
            raise UnreadableText(message, _line(event))
        if key in self.value:
            raise UnreadableText(
                say("{key} is there twice: keep one of them", key=key), _line(event)
            )
        self._key, self._needs_key = key, False


def _scalar(event: ScalarEvent) -> Any:
    _refuse_tag(event)
    value: str = event.value
    if not event.implicit[0] or (value and value[0] not in _SPECIAL):
        return value
    for pattern, convert in _SCALARS:
        if pattern.fullmatch(value):
            return convert(value) if len(value) < NUMBER_MAX else value
    return value


_SPECIAL = frozenset("-+.0123456789~nNtTfF")
"""What numbers, booleans and nulls begin with: most names do not, and need no closer look."""


def _refuse_tag(event: ScalarEvent | CollectionStartEvent) -> None:
    if event.tag not in {None, "!"}:
        message = say("the tag {tag} is not taken: remove it", tag=event.tag)
        raise UnreadableText(message, _line(event))


def _line(event: Event | Node) -> int | None:
    mark = event.start_mark
    return mark.line + 1 if mark else None


def find_lines(text: str, paths: Sequence[str]) -> dict[str, int]:
    """Return the line, from 1, of each element path in a text that load_yaml takes.

    A path of which only the beginning is in the text has the line of that beginning.
    """
    root = libyaml.compose(text, Loader=libyaml.CSafeLoader)
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
    `document` says only what is not a default (`Topology.sparse`), `complete` everything, so that
    a default that somebody wrote down may stay.
    """
    try:
        root = _round_trip().load(text)
    except (YAMLError, ValueError):  # it takes a little less than libyaml: no 2020-13-45
        return dump_yaml(document)
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
        if number == len(target):
            target.append(_like_the_last(target, number, _styled(item, (*path, ""))))
        elif (before := _plain(target[number])) != item:
            changed = _merged(target[number], item, default, (*path, ""))
            if _plain(changed) != before:
                target[number] = _like_the_last(target, number, changed)


def _like_the_last(target: CommentedSeq, number: int, item: Any) -> Any:
    """Give a changed item braces where the one before it has: else the writer joins two lines.

    It takes an item in block style for the end of a line that begins with a brace.
    """
    last = target[number - 1] if number else None
    has_braces = isinstance(last, CommentedMap) and last.fa.flow_style()
    if not (isinstance(item, CommentedMap) and has_braces) or item.fa.flow_style():
        return item
    braced = CommentedMap(item)
    braced.fa.set_flow_style()
    return braced


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
        is_item = list(value) == ["ends"]  # `- ends: […]` needs no braces
        if path and not is_item and _fits_one_line(value, path):
            styled.fa.set_flow_style()
        return styled
    if isinstance(value, list):
        sequence = CommentedSeq(_styled(item, (*path, "")) for item in value)
        if path and _fits_one_line(value, path):
            sequence.fa.set_flow_style()
        return sequence
    if isinstance(value, str) and (value.startswith(("?", ":")) or ":?" in value):
        return DoubleQuotedScalarString(value)  # in one line with others, readers trip over them
    if isinstance(value, str) and "\n" in value:
        return LiteralScalarString(value)
    return value


def _fits_one_line(value: Any, path: tuple[str, ...]) -> bool:
    if len(path) < 2:  # noqa: PLR2004 - nodes, links, expect and layout have a line for each entry
        return path[0] == "addressing"
    said = str(value)
    return "\\n" not in said and len(said) + sum(map(len, path)) < LINE_WIDTH - 20


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
