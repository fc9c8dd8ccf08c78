"""What to do about settings of a node that its kind does not have."""

from collections.abc import Callable, Iterator

from designer.topology.fixes.edit import Fix, fix
from designer.topology.fixes.place import Place
from designer.topology.sentence import Sentence, both, say

VLAN_KEYS = ("vlan_filtering", "vlan_protocol", "loop")


def without(title: Sentence, *fields: str) -> Callable[[Place], Iterator[Fix]]:
    """Return the fix that takes fields out of the node."""

    def apply(place: Place) -> Iterator[Fix]:
        yield fix(title, (place.node_path, dict.fromkeys(fields)))

    return apply


def make_router(place: Place) -> Iterator[Fix]:
    """A router may have what an internet node does by itself."""
    yield fix(say("Make {name} a router", name=place.name), (place.node_path, {"kind": "router"}))


def without_switch_keys(place: Place) -> Iterator[Fix]:
    """Take out what only a switch has; the problem names the one that it is about."""
    for key in VLAN_KEYS:
        if f"has {key}" in place.problem.message:
            yield fix(say("Remove {key}", key=key), (place.node_path, {key: None}))


def masquerade_less(place: Place) -> Iterator[Fix]:
    """Masquerade only out of interfaces that are there."""
    there = [one for one in place.node.masquerade if place.facts.is_made(place.end_of(one))]
    gone = [one for one in place.node.masquerade if one not in there]
    title = say("Do not masquerade out of {interfaces}", interfaces=both(gone))
    yield fix(title, (place.node_path, {"masquerade": there or None}))
    linked = place.linked()
    if not there and linked:
        title = say("Masquerade out of {interface}", interface=linked[-1])
        yield fix(title, (place.node_path, {"masquerade": [linked[-1]]}))


def separate_vlans(place: Place) -> Iterator[Fix]:
    """Keep VLANs apart, so that their tags mean something."""
    yield fix(say("Keep VLANs apart"), (place.node_path, {"vlan_filtering": True}))
