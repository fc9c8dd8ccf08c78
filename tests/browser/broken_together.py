"""Many broken drawings side by side in one, so that a browser opens few of them."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from designer.topology.document import read_text
from designer.topology.fixes import Fixes
from designer.topology.topology import Topology
from tests.topology.broken_drawings import BROKEN

TOGETHER = 8
"""The panel asks for the fixes of 25 problems at once, and a host may lack things as well."""

OTHERS = {
    "internet-is-fixed": "Remove what it does by itself",
    "protocol-without-vlans": "Keep VLANs apart",
    "duplicate-address": "Use an automatic address at a:e",
}
"""Fixes that are nowhere the best one, and so stand in the menu beside it."""

NOT_IN_DOCUMENTS = {"position-without-node"}
"""A shared document keeps no place for what is not there, so that no browser sees this problem."""

NAMED_INSIDE = {"link-to-bridge", "member-is-bridge"}
"""Drawings in which a node is called by its name in other places than the usual ones."""

_IPV4 = re.compile(r"\b10\.(?=\d+\.\d+\.\d+)")
_FIRST_OCTET = 20

Values = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """What is wrong in a drawing, and what to press."""

    message: str
    title: str
    is_best: bool


@dataclass(frozen=True)
class Part:
    """A broken drawing that can stand beside others."""

    code: str
    values: Values
    tag: str
    is_best: bool


def parts() -> Iterator[Part]:
    """Yield one a kind of problem, and one for each fix that is only in menus."""
    wanted = [(code, True) for code in BROKEN if code not in NOT_IN_DOCUMENTS]
    for number, (code, is_best) in enumerate([*wanted, *((code, False) for code in OTHERS)]):
        topology = read_text(BROKEN[code][0]).topology
        assert topology is not None
        tag = f"-{number:02}"
        text = _IPV4.sub(f"{_FIRST_OCTET + number}.", json.dumps(topology.plain()))
        values = json.loads(text)
        has_names = code not in NAMED_INSIDE
        yield Part(
            code, _renamed(values, tag if has_names else ""), tag if has_names else "", is_best
        )


def _renamed(values: Values, tag: str) -> Values:
    def end(text: str) -> str:
        node, colon, interface = text.partition(":")
        return f"{node}{tag}{colon}{interface}" if re.fullmatch(r"[a-z][a-z0-9-]*", node) else text

    def expectation(said: Values) -> Values:
        return said | {key: end(said[key]) for key in ("from", "to")}

    return values | {
        "nodes": {f"{name}{tag}": node for name, node in values.get("nodes", {}).items()},
        "links": [one | {"ends": [*map(end, one["ends"])]} for one in values.get("links", ())],
        "expect": [expectation(one) for one in values.get("expect", ())],
        "shapes": [
            one | ({"members": [*map(end, one["members"])]} if "members" in one else {})
            for one in values.get("shapes", ())
        ],
    }


def _beside(left: Values, right: Values) -> Values:
    lists = {key: [*left[key], *right[key]] for key in ("links", "expect", "shapes")}
    return left | right | lists | {"nodes": left["nodes"] | right["nodes"]}


def _case(fixes: Fixes, part: Part, *, alone: bool) -> Case | None:
    for problem in fixes.problems:
        is_its_own = alone or part.tag in problem.element + problem.message
        if problem.code == part.code and is_its_own:
            titles = [fix.title for fix in fixes.of(problem)]
            if part.is_best and titles:
                return Case(problem.message, titles[0], is_best=True)
            if not part.is_best and len(titles) > 1:
                return Case(problem.message, titles[-1], is_best=False)
    return None


Drawing = tuple[Mapping[str, Any], list[Case]]


def _drawing(some: Sequence[Part]) -> tuple[Drawing, list[Part]]:
    """Return parts in one drawing, and those that are not as broken beside the others as alone."""
    values = some[0].values
    for part in some[1:]:
        values = _beside(values, part.values)
    fixes = Fixes(Topology.model_validate(values))
    alone = len(some) == 1
    found = {part.code + part.tag: _case(fixes, part, alone=alone) for part in some}
    spoilt = [part for part in some if found[part.code + part.tag] is None]
    return (values, [one for one in found.values() if one is not None]), spoilt


def drawings() -> Iterator[Drawing]:
    """Yield drawings with several parts each, and what to press in them."""
    every = list(parts())
    plain = [part for part in every if part.values.keys() == every[0].values.keys()]
    alone = [part for part in every if part not in plain]
    for start in range(0, len(plain), TOGETHER):
        drawing, spoilt = _drawing(plain[start : start + TOGETHER])
        alone += spoilt
        yield drawing
    for part in alone:
        drawing, spoilt = _drawing([part])
        assert not spoilt, part.code
        yield drawing
