"""Places for elements in a wanted order, such that as few as possible get a new one."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise


def find_places(wanted: Sequence[str], known: Mapping[str, float]) -> dict[str, float]:
    """Return new places by id: of those that have none, or stand in the way of the others."""
    kept = _longest_rising([key for key in wanted if key in known], known)
    places: dict[str, float] = {}
    run: list[str] = []
    before: float | None = None
    for key in [*wanted, None]:
        if key is not None and key not in kept:
            run.append(key)
            continue
        after = None if key is None else known[key]
        for number, one in enumerate(run):
            places[one] = _between(before, after, number, len(run))
        run, before = [], after
    rising = [places.get(key, known.get(key, 0.0)) for key in wanted]
    if all(one < other for one, other in pairwise(rising)):
        return places
    return {key: float(number) for number, key in enumerate(wanted)}  # there was no room


def _between(before: float | None, after: float | None, number: int, count: int) -> float:
    if after is None:
        return (-1.0 if before is None else before) + 1 + number
    if before is None:
        return after - count + number
    return before + (after - before) * (number + 1) / (count + 1)


def _longest_rising(keys: Sequence[str], places: Mapping[str, float]) -> set[str]:
    """Return the most keys that can stay where they are."""
    tails: list[float] = []
    ends: list[int] = []
    earlier: list[int | None] = []
    for number, key in enumerate(keys):
        at = bisect_left(tails, places[key])
        tails[at:], ends[at:] = [places[key], *tails[at + 1 :]], [number, *ends[at + 1 :]]
        earlier.append(ends[at - 1] if at else None)
    found: set[str] = set()
    last = ends[-1] if ends else None
    while last is not None:
        found.add(keys[last])
        last = earlier[last]
    return found
