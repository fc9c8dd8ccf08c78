"""The traffic of a lab's links: what is counted now against what was counted before."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from designer.topology.topology import Topology
from designer.topology.values import End
from workers.kernel.link_counters import Counters

BITS = 8
FIGURES = 3
"""As many of a rate are told: a person reads no more, and the last ones change all the time."""

Row = tuple[int, int, int, int, int, int]
"""Bit/s there and back, packets/s there and back, drops/s and errors/s."""

AT_REST: Row = (0, 0, 0, 0, 0, 0)
Count = Callable[[str], Mapping[str, Counters]]


class Asked(NamedTuple):
    """One end of a link, at which it is counted, and whether that is its first."""

    link: int
    interface: str
    is_first: bool


def where_to_ask(topology: Topology) -> Mapping[str, tuple[Asked, ...]]:
    """Return the nodes at which all links can be counted, rather few: those with most links first.

    What one end has sent the other has received, so one of them says it all.
    """
    ends: defaultdict[str, dict[int, tuple[End, bool]]] = defaultdict(dict)
    for number, link in enumerate(topology.links):
        for end, is_first in zip(link.ends, (True, False), strict=True):
            if topology.nodes[end.node].at != "host-namespace":
                ends[end.node][number] = (end, is_first)
    waiting = [(-len(those), node) for node, those in ends.items()]
    heapq.heapify(waiting)
    left = set().union(*ends.values()) if ends else set()
    found: dict[str, tuple[Asked, ...]] = {}
    while left:
        count, node = heapq.heappop(waiting)
        mine = sorted(left & ends[node].keys())
        if len(mine) < -count:  # some are counted elsewhere by now: another may have more
            heapq.heappush(waiting, (-len(mine), node))
            continue
        found[node] = tuple(
            Asked(one, ends[node][one][0].interface, ends[node][one][1]) for one in mine
        )
        left.difference_update(mine)
    return found


class Gauge:
    """Remembers what a lab's links had counted when it was read last."""

    def __init__(self) -> None:
        self._topology: Topology | None = None
        self._asked: Mapping[str, tuple[Asked, ...]] = {}
        self._before: dict[int, Counters] = {}
        self._at_s = 0.0

    def read(self, topology: Topology, count: Count, now_s: float) -> dict[int, Row] | None:
        """Return the rates of links that do not rest; None where nothing was read before."""
        if topology is not self._topology:
            self._topology, self._asked = topology, where_to_ask(topology)
            self._before = {}
        is_first = not self._before
        counted = dict(self._count(count))
        took_s = now_s - self._at_s
        found = {
            number: row
            for number, (now, asked) in counted.items()
            if (before := self._before.get(number)) is not None
            and (row := _row(before, now, took_s, is_first=asked.is_first)) != AT_REST
        }
        self._before = {number: now for number, (now, _) in counted.items()}
        self._at_s = now_s
        return None if is_first else found

    def _count(self, count: Count) -> Iterator[tuple[int, tuple[Counters, Asked]]]:
        for node, those in self._asked.items():
            counters = count(node)
            for asked in those:
                if asked.interface in counters:
                    yield asked.link, (counters[asked.interface], asked)


def _row(before: Counters, now: Counters, took_s: float, *, is_first: bool) -> Row:
    """Return the rates; an interface that was made anew has counted from zero and has none yet."""
    if now == before or took_s <= 0 or any(a < b for a, b in zip(now, before, strict=True)):
        return AT_REST
    grown = Counters(*(a - b for a, b in zip(now, before, strict=True)))
    sent = (grown.bytes_out * BITS, grown.packets_out)
    received = (grown.bytes_in * BITS, grown.packets_in)
    there, back = (sent, received) if is_first else (received, sent)
    drops, errors = grown.drops_in + grown.drops_out, grown.errors_in + grown.errors_out
    figures = (there[0], back[0], there[1], back[1], drops, errors)
    a, b, c, d, e, f = (_rounded(one / took_s) for one in figures)
    return a, b, c, d, e, f


def _rounded(rate: float) -> int:
    """Return a rate in few figures; what is more than nothing is at least one."""
    return max(round(float(f"{rate:.{FIGURES}g}")), 1) if rate > 0 else 0
