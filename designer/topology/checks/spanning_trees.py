"""Rules about spanning trees beside VLANs, of which they know nothing.

A bridge's spanning tree blocks a port for all VLANs (net/bridge/br_stp.c), also for one that has no
other way.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from designer.topology.checks.facts import Facts
from designer.topology.checks.loops import (
    Joined,
    Pair,
    Path,
    find_paths,
    guarded_cables,
    vlan_edges,
    whole_vlans,
)
from designer.topology.frame import InSwitch
from designer.topology.problem import Problem
from designer.topology.sentence import Sentence, say
from designer.topology.vlan import VlanSet, set_text


def check_spanning_trees(facts: Facts) -> Iterator[Problem]:
    """Every VLAN on a loop that a spanning tree cuts must have all of the loop."""
    cables = facts.wires.cables
    guarded = guarded_cables(facts.topology, facts.wires, cables) if facts.has_vlans else set()
    if not guarded:
        return
    edges = vlan_edges(cables)
    paths: dict[int, list[Path]] = defaultdict(list)
    for path in find_paths(facts.wires, cables, edges):
        paths[path.link].append(path)
    lonely: dict[int, set[int]] = defaultdict(set)
    kept = [link for link in cables if link not in guarded]
    for order in (sorted(guarded), sorted(guarded, reverse=True)):
        for link, vids in _without_other_way([*kept, *order], cables, paths):
            lonely[link] |= vids
    for link in sorted(guarded & lonely.keys()):
        if vlans := whole_vlans(lonely[link], edges):
            yield Problem("vlan-cut-by-stp", f"links/{link}", _message(vlans), "warning")


def _without_other_way(
    links: Sequence[int], cables: Mapping[int, Pair], paths: Mapping[int, Sequence[Path]]
) -> Iterator[tuple[int, set[int]]]:
    """Yield each cable that closes a loop, and the VLANs on it for which it closes none."""
    switches: Joined[str] = Joined()
    frames: Joined[InSwitch] = Joined()
    for link in links:
        left, right = cables[link]
        ways = paths.get(link, ())
        new = {path.left.vid for path in ways if frames.join(path.left, path.right)}
        if not switches.join(left.switch, right.switch):
            yield link, new


def _message(vlans: VlanSet) -> Sentence:
    return say(
        "the spanning tree sees a loop and blocks one of its links for all VLANs,"
        " and VLAN {vlans} is not on all of them: have every link of the loop"
        " carry it",
        vlans=set_text(vlans),
    )
