"""What to do about expectations of what is not there."""

from collections.abc import Iterator
from difflib import get_close_matches

from designer.topology.checks.expectations import has_ip
from designer.topology.fixes.edit import Fix, fix
from designer.topology.fixes.place import Place
from designer.topology.sentence import say


def _near(place: Place, name: str) -> list[str]:
    """Return the node whose name is most like the one that is not there."""
    askers = [one for one in place.topology.nodes if has_ip(place.topology, one)]
    return get_close_matches(name, askers, n=1)


def from_a_node(place: Place) -> Iterator[Fix]:
    """Ask from the node whose name is nearest."""
    said = place.topology.expect[place.number]
    for name in _near(place, said.from_):
        yield fix(say("Ask from {name}", name=name), (place.path, {"from": name}))


def to_a_node(place: Place) -> Iterator[Fix]:
    """Ask for the node as a whole, or for the one whose name is nearest."""
    node = place.topology.expect[place.number].to.partition(":")[0]
    named = [node] if node in place.topology.nodes else _near(place, node)
    for name in named:
        yield fix(say("Ask for {name}", name=name), (place.path, {"to": name}))
