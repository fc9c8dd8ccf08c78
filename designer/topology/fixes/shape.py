"""What to do about groups of nodes that are not there, or in another group."""

from collections.abc import Iterator

from designer.topology.fixes.edit import Fix, fix
from designer.topology.fixes.place import Place
from designer.topology.sentence import say


def without_member(place: Place) -> Iterator[Fix]:
    """Take the node out of the group that the problem names."""
    words = {*place.problem.message.replace(":", " ").split()}
    members = place.topology.shapes[place.number].members
    for member in members:
        if member in words:
            rest = [one for one in members if one != member]
            yield fix(
                say("Take {member} out of the group", member=member),
                (place.path, {"members": rest}),
            )
