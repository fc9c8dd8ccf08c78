"""Who says what in the comments of a shared document: nobody speaks as somebody else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pycrdt import Map

SHARED_BY_ALL = ("resolved", "replies")
"""What of a comment changes by others than its author."""

Said = Mapping[str, Any]


class NotTheirs(Exception):
    """Somebody would say something as somebody else, or change what somebody else said."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who edits: what this person says is under this name."""

    name: str
    may_remove_all: bool = False
    """Whether this person may take away what others said."""


def said_in(comments: Any, key: str) -> Said | None:
    """Return a comment as plain values, None where there is none."""
    value = comments.get(key)
    return value.to_py() if isinstance(value, Map) else None


def may_say(speaker: Speaker, before: Said | None, after: Said | None) -> bool:
    """Tell whether somebody may change a comment from one into the other."""
    if after is None:
        return before is None or _may_remove(speaker, before)
    if before is None:
        return _is_of(speaker, after) and _may_answer(speaker, {}, _answers(after))
    words_stay = _words(before) == _words(after) or _are_own(speaker, before, after)
    has_answers = isinstance(after.get("replies"), Mapping)
    return words_stay and has_answers and _may_answer(speaker, _answers(before), _answers(after))


def _may_answer(speaker: Speaker, before: Said, after: Said) -> bool:
    """Each answer that differs is this person's own, before and after."""
    return all(
        _may_change(speaker, before.get(key), after.get(key))
        for key in before.keys() | after.keys()
        if before.get(key) != after.get(key)
    )


def _may_change(speaker: Speaker, before: Any, after: Any) -> bool:
    if after is None:
        return _may_remove(speaker, before)
    return _is_of(speaker, after) and (before is None or _is_of(speaker, before))


def _may_remove(speaker: Speaker, said: Any) -> bool:
    return speaker.may_remove_all or _is_of(speaker, said)


def _are_own(speaker: Speaker, before: Said, after: Said) -> bool:
    return _is_of(speaker, before) and _is_of(speaker, after)


def _is_of(speaker: Speaker, said: Any) -> bool:
    return isinstance(said, Mapping) and said.get("author") == speaker.name


def _words(said: Said) -> dict[str, Any]:
    return {key: value for key, value in said.items() if key not in SHARED_BY_ALL}


def _answers(said: Said) -> Said:
    answers = said.get("replies")
    return answers if isinstance(answers, Mapping) else {}
