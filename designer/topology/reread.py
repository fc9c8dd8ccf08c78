"""Reading a document again after a small change, for what did not change is known already."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from designer.topology.topology import Topology

Part = TypeVar("Part")
Values = Mapping[str, Any]

LISTS = ("links", "expect", "shapes")


def reread(values: Values, earlier_values: Values, earlier: Topology) -> Topology:
    """Return the drawing of `values`, as if read from nothing; `earlier` is that of others.

    Parts that are equal are taken over as they are, and the whole is then read like any other.
    Raises pydantic's ValidationError.
    """
    if _has_short_links(values) or _has_short_links(earlier_values):
        return Topology.model_validate(values)  # they say things about nodes as well
    known = dict(values)
    if isinstance(nodes := values.get("nodes"), dict):
        known["nodes"] = _reuse(nodes, earlier_values.get("nodes", {}), earlier.nodes)
    for key in LISTS:
        if isinstance(items := values.get(key), list):
            known[key] = _reuse_items(items, earlier_values.get(key, ()), getattr(earlier, key))
    return Topology.model_validate(known)


def _has_short_links(values: Values) -> bool:
    links = values.get("links", ())
    return not isinstance(links, list | tuple) or any(isinstance(one, str) for one in links)


def _reuse(values: Values, before: Values, parts: Mapping[str, Part]) -> dict[str, Any]:
    return {
        name: parts[name] if name in before and before[name] == value else value
        for name, value in values.items()
    }


def _reuse_items(
    values: Sequence[Any], before: Sequence[Any], parts: Sequence[Part]
) -> Sequence[Any]:
    """Take over the items at the beginning and at the end: a change is somewhere between."""
    most = min(len(values), len(before))
    first = next((n for n in range(most) if values[n] != before[n]), most)
    rest = most - first
    last = next((n for n in range(rest) if values[-1 - n] != before[-1 - n]), rest)
    end = len(values) - last
    return [*parts[:first], *values[first:end], *parts[len(parts) - last :]]
