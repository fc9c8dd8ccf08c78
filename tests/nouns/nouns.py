"""Every noun of a drawing in the smallest lab that shows it, and a change of it while it runs."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import yaml

from designer.gallery import GALLERY
from designer.topology.topology import Topology

Values = dict[str, Any]

PAIR = """
nodes: {a: , b: }
links: [{ends: [a:eth0, b:eth0]}]
expect: [{from: a, to: b}]
"""
SWITCHED = """
nodes: {a: , b: , sw: {kind: switch}}
links: [{ends: [a:eth0, sw:p1]}, {ends: [b:eth0, sw:p2]}]
expect: [{from: a, to: b}]
"""
ROUTED = """
nodes:
  a: {routes: [{destination: default, gateway: 10.0.1.1}]}
  r: router
  b: {routes: [{destination: default, gateway: 10.0.2.1}]}
links: [{ends: [a:eth0, r:eth0]}, {ends: [b:eth0, r:eth1]}]
expect: [{from: a, to: b}]
"""
REMOVED = object()
"""The value of a change that takes something out of the drawing."""


@dataclass(frozen=True)
class Noun:
    """`drawn` is put into a lab at paths such as `nodes/a/interfaces/eth0`, and then `changed`.

    `key` is what one looks for in a document to see whether it has the noun: the name of a field,
    or `field=value`. Without `in_shell` the shell script cannot hold it.
    """

    name: str
    key: str
    lab: str
    drawn: Mapping[str, Any]
    changed: Mapping[str, Any]
    in_shell: bool = True

    def before(self) -> Topology:
        """Return the lab that shows the noun."""
        return Topology.model_validate(patched(yaml.safe_load(self.lab), self.drawn))

    def after(self) -> Topology:
        """Return the lab with the noun changed."""
        return Topology.model_validate(patched(self.before().plain(), self.changed))

    def gallery(self) -> list[str]:
        """Return the labs of the gallery that have it."""
        return [name for name, one in GALLERY.items() if _has(one.topology.plain(), self.key)]


def patched(values: Values, changes: Mapping[str, Any]) -> Values:
    """Return the document with values set at paths."""
    made = deepcopy(values)
    for path, value in changes.items():
        *way, last = path.split("/")
        place: Any = made
        for step in way:
            place = _within(place, step)
        if value is REMOVED:
            del place[_key(place, last)]
        elif isinstance(place, list) and int(last) == len(place):
            place.append(deepcopy(value))
        else:
            place[_key(place, last)] = deepcopy(value)
    return made


def _within(place: Any, step: str) -> Any:
    if isinstance(place, list):
        return place[int(step)]
    if place.get(step) is None:
        place[step] = {}
    elif isinstance(place[step], str):
        place[step] = {"kind": place[step]}
    return place[step]


def _key(place: Any, step: str) -> Any:
    return int(step) if isinstance(place, list) else step


def _has(values: Any, key: str) -> bool:
    name, sign, wanted = key.partition("=")
    return any(
        name == found and (not sign or str(value) == wanted) for found, value in _all(values)
    )


def _all(values: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(values, Mapping):
        for name, value in values.items():
            yield name, value
            yield from _all(value)
    elif isinstance(values, Sequence) and not isinstance(values, str):
        for value in values:
            yield from _all(value)
