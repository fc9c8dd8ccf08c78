"""Rules about loops of switches, in which frames circle for ever unless a spanning tree stops them.

Each VLAN is a network of its own: what is a loop of cables need not be one of any VLAN. A spanning
tree speaks in untagged frames (IEEE 802.1D), which a switch without STP passes on like others, so
it sees a loop only where these get around.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from designer.topology.checks.facts import Facts
from designer.topology.frame import UNTAGGED, InSwitch, OnWire, Tag
from designer.topology.port import Port
from designer.topology.problem import Problem
from designer.topology.sentence import Sentence, say
from designer.topology.topology import Topology
from designer.topology.vlan import VlanSet, merged, set_text
from designer.topology.wires import Wires

Pair = tuple[Port, Port]
Part = TypeVar("Part")


class Path(NamedTuple):
    """One VLAN's way through a cable between two switches."""

    link: int
    left: InSwitch
    right: InSwitch


def check_loops(facts: Facts) -> Iterator[Problem]:
    """A loop of switches must have a spanning tree, or be meant."""
    topology, wires = facts.topology, facts.wires
    cables = {
        number: ports
        for number, ports in wires.cables.items()
        if not any(_is_allowed(topology, port) for port in ports)
    }
    if not cables:
        return
    guarded = guarded_cables(topology, wires, cables)
    edges = vlan_edges(cables)
    closing: dict[int, set[int]] = defaultdict(set)
    joined: Joined[InSwitch] = Joined()
    for path in _in_turns(topology, cables, guarded, find_paths(wires, cables, edges)):
        if not joined.join(path.left, path.right) and path.link not in guarded:
            closing[path.link].add(path.left.vid)
    for link, vids in sorted(closing.items()):
        message = _message(topology, cables[link], whole_vlans(vids, edges))
        yield Problem("switch-loop", f"links/{link}", message)


def _is_allowed(topology: Topology, port: Port) -> bool:
    return topology.nodes[port.switch].loop == "allowed"


def _has_stp(topology: Topology, ports: Iterable[Port]) -> bool:
    return any(topology.nodes[port.switch].stp for port in ports)


def _message(topology: Topology, ports: Pair, vlans: VlanSet) -> Sentence:
    left, right = (port.switch for port in ports)
    if left != right:
        where = say("through {left} and {right}", left=left, right=right)
    else:
        where = say("in {switch}", switch=left)
    if vlans:
        where = say("{where} in VLAN {vlans}", where=where, vlans=set_text(vlans))
    what = say("the link closes a loop {where}, in which frames circle for ever", where=where)
    if _has_stp(topology, ports):
        return say(
            "{what}: the spanning tree does not see it, as its frames are untagged and"
            " do not get around: give the trunks of the loop a native VLAN, or set"
            " stp: true on all its switches",
            what=what,
        )
    return say(
        "{what}: remove it, set stp: true on a switch of the loop, or loop: allowed if it is meant",
        what=what,
    )


def guarded_cables(topology: Topology, wires: Wires, cables: Mapping[int, Pair]) -> set[int]:
    """Return the cables on which a spanning tree hears itself or another one."""
    speakers = {name for name, node in topology.nodes.items() if node.stp}
    guarded: set[int] = set()
    for link, ports in cables.items():
        if link not in guarded and _has_stp(topology, ports):
            heard = _heard(wires, link, speakers)
            ends = [port.switch for one in heard for port in wires.cables.get(one, ())]
            if sum(node in speakers for node in ends) > 1:
                guarded |= heard
    return guarded


def _heard(wires: Wires, link: int, speakers: Collection[str]) -> set[int]:
    """Return the cables that an untagged frame gets to through switches without STP."""
    start = OnWire(link, UNTAGGED)
    return {
        frame.link
        for frame in wires.spread([start], stops=speakers)
        if isinstance(frame, OnWire) and frame.tags == UNTAGGED
    }


def _in_turns(
    topology: Topology,
    cables: Mapping[int, Pair],
    guarded: set[int],
    paths: list[Path],
) -> Iterator[Path]:
    """Yield first what no spanning tree touches, then what it keeps, then what it does not see."""
    with_stp = {link for link, ports in cables.items() if _has_stp(topology, ports)}
    yield from (path for path in paths if path.link not in with_stp)
    yield from (path for path in paths if path.link in with_stp & guarded)
    yield from (path for path in paths if path.link in with_stp - guarded)


def find_paths(wires: Wires, cables: Mapping[int, Pair], edges: Sequence[int]) -> list[Path]:
    """Return every VLAN's way through every cable between two switches, in the cables' order."""
    found = []
    for frame in wires.spread(_samples(cables, edges)):
        if isinstance(frame, OnWire) and frame.link in cables:
            left, right = (port.enter(frame.tags) for port in cables[frame.link])
            if left is not None and right is not None:
                found.append(Path(frame.link, left, right))
    return sorted(found)


def vlan_edges(cables: Mapping[int, Pair]) -> Sequence[int]:
    """Return the VLANs with which some port's set begins or ends: those between are all alike."""
    edges = set()
    for ports in cables.values():
        for port in ports:
            untagged = [(port.untagged, port.untagged)] if port.untagged else []
            for first, last in (*port.tagged, *untagged):
                edges |= {first, last + 1}
    return sorted(edges)


def _samples(cables: Mapping[int, Pair], edges: Sequence[int]) -> Iterator[OnWire]:
    """Yield a frame of each VLAN on each cable; of VLANs that are alike everywhere only one."""
    for link, ports in cables.items():
        yield OnWire(link, UNTAGGED)
        for port in ports:
            for first, last in port.tagged:
                for vid in edges[bisect_left(edges, first) : bisect_right(edges, last)]:
                    yield OnWire(link, (Tag(port.protocol or "802.1Q", vid),))


def whole_vlans(vids: Collection[int], edges: Sequence[int]) -> VlanSet:
    """Return all VLANs that the samples stand for."""
    following = dict(pairwise(edges))
    return merged((vid, following[vid] - 1) for vid in vids if vid in following)


class Joined(Generic[Part]):
    """Which parts of a network are joined already."""

    def __init__(self) -> None:
        self._parents: dict[Part, Part] = {}

    def join(self, one: Part, other: Part) -> bool:
        """Join two; tell whether they were not before."""
        left, right = self._root(one), self._root(other)
        if left == right:
            return False
        self._parents[left] = right
        return True

    def _root(self, one: Part) -> Part:
        path = []
        while (parent := self._parents.get(one, one)) != one:
            path.append(one)
            one = parent
        for passed in path:
            self._parents[passed] = one
        return one
