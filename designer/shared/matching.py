"""Which element of a list is which of another that says the same in part; lists have no keys."""

import json
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

Fields = Mapping[str, Any]
Key = Callable[[Fields], Hashable]


def text_of(value: Any) -> str:
    """Return a value as text, for comparing: in Python 1 and true are equal."""
    return json.dumps(value, sort_keys=True)


def match(known: Mapping[str, Fields], wanted: Sequence[Fields], key: Key) -> list[str | None]:
    """Return the id of each wanted element, None for a new one: equal ones first, then by key."""
    found: list[str | None] = [None] * len(wanted)
    left = dict(known)
    for likeness in (text_of, key):
        by_likeness: dict[Hashable, list[str]] = {}
        for one, fields in left.items():
            by_likeness.setdefault(likeness(fields), []).append(one)
        for number, fields in enumerate(wanted):
            if found[number] is None and (same := by_likeness.get(likeness(fields))):
                found[number] = same.pop(0)
                del left[found[number] or ""]
    return found
