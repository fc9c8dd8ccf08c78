"""What became of a drawing: its elements that were added, removed or changed, one by one."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from designer.topology.sentence import Sentence, say
from designer.topology.topology import Topology

Kind = Literal["added", "changed", "removed"]

LISTS: Mapping[str, Sentence] = {
    "routes": say("route"),
    "policies": say("policy"),
    "neighbours": say("neighbour"),
    "rules": say("rule"),
    "services": say("service"),
}
"""What a node has several of, each without a name."""

Values = Mapping[str, Any]

KINDS: Mapping[str, Sentence] = {
    "host": say("host"),
    "router": say("router"),
    "switch": say("switch"),
    "internet": say("internet"),
    "note": say("note"),
    "region": say("region"),
    "group": say("group"),
}
"""What nodes and shapes are called."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a field said before and says now; None where it said nothing."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one element.

    `element` is its path in the later drawing, or in the earlier one where it was removed. `title`
    says it in a person's words. What is within something that was added or removed is not told.
    """

    kind: Kind
    element: str
    title: Sentence
    fields: tuple[FieldChange, ...] = ()


def find_changes(before: Topology, after: Topology) -> tuple[Change, ...]:
    """Return all changes, in the order of the document; none where both are equal."""
    old, new = before.plain(), after.plain()
    return (
        *_settings(old, new),
        *_nodes(old, new),
        *_links(old, new),
        *_expectations(old, new),
        *_shapes(old, new),
    )


def _fields(old: Values, new: Values, without: Iterable[str] = ()) -> tuple[FieldChange, ...]:
    names = [name for name in dict.fromkeys((*old, *new)) if name not in without]
    return tuple(
        FieldChange(name, old.get(name), new.get(name))
        for name in names
        if old.get(name) != new.get(name)
    )


def _changed(
    element: str, title: Sentence, old: Values, new: Values, without: Iterable[str] = ()
) -> Iterator[Change]:
    if fields := _fields(old, new, without):
        yield Change("changed", element, title, fields)


def _settings(old: Values, new: Values) -> Iterator[Change]:
    parts = {"nodes", "links", "expect", "layout", "shapes", "version"}
    yield from _changed("", say("the lab"), old, new, parts)


def _nodes(old: Values, new: Values) -> Iterator[Change]:
    before, after = old.get("nodes", {}), new.get("nodes", {})
    places = old.get("layout", {}), new.get("layout", {})
    for name, node in after.items():
        element = f"nodes/{name}"
        if name not in before:
            yield Change("added", element, _named(node["kind"], name))
            continue
        was = [{"position": one[name]} if name in one else {} for one in places]
        own = {"interfaces", *LISTS}
        yield from _changed(
            element, Sentence(name), {**before[name], **was[0]}, {**node, **was[1]}, own
        )
        yield from _interfaces(name, before[name], node)
        for noun in LISTS:
            yield from _entries(name, noun, before[name], node)
    for name, node in before.items():
        if name not in after:
            yield Change("removed", f"nodes/{name}", _named(node["kind"], name))


def _interfaces(name: str, old: Values, new: Values) -> Iterator[Change]:
    """An interface that nothing is said about need not be listed: it may still have a cable."""
    before, after = old.get("interfaces", {}), new.get("interfaces", {})
    for interface in dict.fromkeys((*before, *after)):
        element = f"nodes/{name}/interfaces/{interface}"
        was, now = before.get(interface, {}), after.get(interface, {})
        yield from _changed(element, Sentence(f"{name}:{interface}"), was, now)


def _entries(name: str, noun: str, old: Values, new: Values) -> Iterator[Change]:
    path = f"nodes/{name}/{noun}"
    yield from _listed(
        path,
        old.get(noun, ()),
        new.get(noun, ()),
        lambda one: say("{entry} of {name}: {what}", entry=LISTS[noun], name=name, what=_say(one)),
    )


def _links(old: Values, new: Values) -> Iterator[Change]:
    before = _keyed(old.get("links", ()), lambda one: frozenset(one["ends"]))
    after = _keyed(new.get("links", ()), lambda one: frozenset(one["ends"]))
    yield from _matched(
        "links", before, after, lambda one: say("link {ends}", ends=" -- ".join(one["ends"]))
    )


def _expectations(old: Values, new: Values) -> Iterator[Change]:
    def key(one: Values) -> Hashable:
        return one["from"], one["to"], one["probe"]

    def title(one: Values) -> Sentence:
        names = {"source": one["from"], "target": one["to"], "probe": one["probe"]}
        if one.get("outcome") == "blocked":
            return say("{source} must not reach {target} by {probe}", **names)
        return say("{source} must reach {target} by {probe}", **names)

    before, after = (_keyed(one.get("expect", ()), key) for one in (old, new))
    yield from _matched("expect", before, after, title)


def _shapes(old: Values, new: Values) -> Iterator[Change]:
    def title(one: Values) -> Sentence:
        text = one.get("text", "").partition("\n")[0][:40]
        return _named(one["kind"], text) if text else KINDS[one["kind"]]

    yield from _listed("shapes", old.get("shapes", ()), new.get("shapes", ()), title)


Keyed = dict[tuple[Hashable, int], tuple[int, Values]]


def _keyed(items: Sequence[Values], key: Callable[[Values], Hashable]) -> Keyed:
    """Return items with their places by what they are; of several alike, the first is number 0."""
    seen: Counter[Hashable] = Counter()
    found: Keyed = {}
    for place, one in enumerate(items):
        found[key(one), seen[key(one)]] = place, one
        seen[key(one)] += 1
    return found


def _matched(
    path: str, before: Keyed, after: Keyed, title: Callable[[Values], Sentence]
) -> Iterator[Change]:
    for key, (place, one) in after.items():
        if key not in before:
            yield Change("added", f"{path}/{place}", title(one))
        else:
            yield from _changed(f"{path}/{place}", title(one), before[key][1], one, ("ends",))
    for key, (place, one) in before.items():
        if key not in after:
            yield Change("removed", f"{path}/{place}", title(one))


def _listed(
    path: str, old: Sequence[Values], new: Sequence[Values], title: Callable[[Values], Sentence]
) -> Iterator[Change]:
    """What has no name is added and removed; one that stands where another stood was changed."""
    before, after = (_keyed(items, repr) for items in (old, new))
    gone = {place: one for key, (place, one) in before.items() if key not in after}
    for key, (place, one) in after.items():
        if key in before:
            continue
        if place in gone:
            yield from _changed(f"{path}/{place}", title(one), gone.pop(place), one)
        else:
            yield Change("added", f"{path}/{place}", title(one))
    for place, one in gone.items():
        yield Change("removed", f"{path}/{place}", title(one))


def _named(kind: str, name: str) -> Sentence:
    return say("{kind} {name}", kind=KINDS[kind], name=name)


def _say(entry: Values) -> str:
    return ", ".join(f"{key} {value}" for key, value in entry.items())[:80]
