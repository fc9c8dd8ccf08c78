"""What to do about links that end where none can."""

from collections.abc import Iterator

from designer.topology.fixes.edit import Fix, fix
from designer.topology.fixes.place import Place, free_interface
from designer.topology.interface import LOOPBACK
from designer.topology.node import UPLINK
from designer.topology.sentence import say
from designer.topology.values import End


def end_elsewhere(place: Place) -> Iterator[Fix]:
    """End a link at the next free interface of the node that cannot have it as drawn."""
    used = {end for link in place.topology.links[: place.number] for end in link.ends}
    ends = list(place.link.ends)
    for number, end in enumerate(ends):
        if _is_no_end(place, end) or end in used or end in ends[:number]:
            other = End(end.node, free_interface(place, end.node))
            moved = [str(other if at == number else one) for at, one in enumerate(ends)]
            yield fix(say("End the link at {end}", end=other), (place.path, {"ends": moved}))


def _is_no_end(place: Place, end: End) -> bool:
    node = place.topology.nodes.get(end.node)
    kind = node.kind if node else "host"
    is_bridge = kind == "switch" and end.interface == end.node
    is_uplink = kind == "internet" and end.interface == UPLINK
    return end.interface == LOOPBACK or is_bridge or is_uplink
