"""VLANs as a drawing says them: one number, or a set such as [10, 20, 30-39]."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from designer.topology.sentence import say

VID_MIN, VID_MAX = 1, 4094
"""IEEE 802.1Q: 0 is no VLAN at all, and 4095 is reserved."""

DEFAULT_VID = 1
"""The VLAN of a port that says nothing, on a switch with VLANs: as on every switch."""

VlanProtocol = Literal["802.1Q", "802.1ad"]

_RANGE = re.compile(r"([0-9]{1,4})(?:-([0-9]{1,4}))?")
_RANGES_MAX = 4094


class VlanRange(NamedTuple):
    """VLANs from the first to the last, both included."""

    first: int
    last: int

    def __str__(self) -> str:
        """Say it the way the document writes it."""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


VlanSet = tuple[VlanRange, ...]
"""Ranges in order, none touching the next: so that equal sets are equal values."""


def merged(ranges: Iterable[tuple[int, int]]) -> VlanSet:
    """Return the set of all VLANs of some ranges."""
    found: list[VlanRange] = []
    for first, last in sorted(ranges):
        if found and first <= found[-1].last + 1:
            found[-1] = VlanRange(found[-1].first, max(found[-1].last, last))
        else:
            found.append(VlanRange(first, last))
    return tuple(found)


def minus(one: VlanSet, other: VlanSet) -> VlanSet:
    """Return the VLANs of the one set that are not in the other."""
    left: list[VlanRange] = []
    place = 0
    for first, last in one:
        start = first
        while place < len(other) and other[place].first <= last:
            if other[place].first > start:
                left.append(VlanRange(start, other[place].first - 1))
            start = max(start, other[place].last + 1)
            if other[place].last > last:
                break  # it may take something of the next range as well
            place += 1
        if start <= last:
            left.append(VlanRange(start, last))
    return tuple(left)


def without(vlans: VlanSet, vid: int) -> VlanSet:
    """Return a set without one VLAN."""
    return minus(vlans, (VlanRange(vid, vid),))


def holds(vlans: VlanSet, vid: int) -> bool:
    """Tell whether a VLAN is in a set."""
    place = bisect_right(vlans, (vid, VID_MAX)) - 1
    return place >= 0 and vid <= vlans[place].last


def members(vlans: VlanSet) -> Iterator[int]:
    """Yield the VLANs of a set, in order."""
    for one in vlans:
        yield from range(one.first, one.last + 1)


def set_text(vlans: VlanSet) -> str:
    """Say a set in one line."""
    return ", ".join(map(str, vlans))


def parse_vlan_set(value: Any) -> VlanSet:
    """Return the set; raises ValueError with what to write instead."""
    if not isinstance(value, list | tuple) or not 1 <= len(value) <= _RANGES_MAX:
        message = say("a trunk carries VLANs: write a list of them, such as [10, 20, 30-39]")
        raise ValueError(message)
    return merged(map(_parse_range, value))


def _parse_range(value: Any) -> tuple[int, int]:
    if isinstance(value, VlanRange):
        return value
    match = _RANGE.fullmatch(str(value)) if not isinstance(value, bool) else None
    if match is None:
        message = say(
            "{value} is no VLAN: write a number or a range such as 30-39", value=repr(value)
        )
        raise ValueError(message)
    first, last = int(match[1]), int(match[2] or match[1])
    if not VID_MIN <= first <= last <= VID_MAX:
        message = say(
            "{value} is out of range: VLANs are {least} to {most}, the lower one first",
            value=value,
            least=VID_MIN,
            most=VID_MAX,
        )
        raise ValueError(message)
    return first, last


def _plain(vlans: VlanSet) -> list[int | str]:
    return [part for one in vlans for part in _plain_range(one)]


def _plain_range(one: VlanRange) -> list[int | str]:
    """A range of two is two numbers, as a person would write it."""
    return [str(one)] if one.last > one.first + 1 else sorted({one.first, one.last})


Vid = Annotated[int, Field(ge=VID_MIN, le=VID_MAX)]
VlanSetText = Annotated[
    VlanSet,
    BeforeValidator(parse_vlan_set),
    PlainSerializer(_plain, return_type=list[int | str]),
    WithJsonSchema(
        {
            "type": "array",
            "minItems": 1,
            "maxItems": _RANGES_MAX,
            "items": {
                "anyOf": [
                    {"type": "integer", "minimum": VID_MIN, "maximum": VID_MAX},
                    {"type": "string", "pattern": "^[0-9]{1,4}-[0-9]{1,4}$"},
                ]
            },
            "description": "VLANs and ranges of them.",
        }
    ),
]
