"""A quick fix: what to do about a problem, as edits of single elements of the drawing."""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from designer.topology.merge_patch import apply_patch
from designer.topology.sentence import Sentence

APPEND = "-"
"""As the last step of a path: one more at the end of a list (RFC 6901)."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of one element; its path is written as a problem's.

    `change` is a merge patch of it (RFC 7396), None where it is removed. Places in lists are those
    before any of the edits.
    """

    element: str
    change: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that are made together, and what a person reads on their button."""

    title: Sentence
    edits: tuple[Edit, ...]


def fix(title: Sentence, *edits: tuple[str, Mapping[str, Any] | None]) -> Fix:
    """Return a fix of edits given by path and change."""
    return Fix(title, tuple(Edit(*one) for one in edits))


def apply_edits(values: Mapping[str, Any], edits: Iterable[Edit]) -> dict[str, Any]:
    """Return a drawing's plain values changed; raises LookupError where an element is not there."""
    changed = deepcopy(dict(values))
    gone: list[tuple[list[Any], int]] = []
    for edit in edits:
        _apply(changed, edit.element.split("/"), edit.change, gone)
    for items, place in sorted(gone, key=lambda one: -one[1]):
        del items[place]
    return changed


def _apply(
    values: dict[str, Any],
    steps: Sequence[str],
    change: Mapping[str, Any] | None,
    gone: list[tuple[list[Any], int]],
) -> None:
    *parents, last = steps
    holder: Any = values
    for step, following in zip(parents, steps[1:], strict=True):
        empty: Any = [] if following == APPEND else {}
        holder = holder[int(step)] if isinstance(holder, list) else holder.setdefault(step, empty)
    if isinstance(holder, list):
        if last == APPEND:
            holder.append(apply_patch({}, change or {}))
        elif change is None:
            gone.append((holder, int(last)))
        else:
            holder[int(last)] = apply_patch(holder[int(last)], change)
    elif change is None:
        holder.pop(last, None)
    else:
        holder[last] = apply_patch(holder.get(last) or {}, change)
