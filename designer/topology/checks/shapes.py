"""Rules about shapes. None of them keeps a lab from running, so each is a warning."""

from collections.abc import Iterator

from designer.topology.problem import Problem
from designer.topology.sentence import Sentence, say
from designer.topology.topology import Topology


def check_shapes(topology: Topology) -> Iterator[Problem]:
    """A group must be of nodes that are drawn, and of one at least; no node is in two."""
    groups: dict[str, int] = {}
    for number, shape in enumerate(topology.shapes):
        if shape.kind != "group":
            continue
        if not shape.members:
            message = say("the group has no nodes and is not seen: add members or remove it")
            yield Problem("group-of-nobody", f"shapes/{number}", message, "warning")
        for name in shape.members:
            if wrong := _wrong_member(topology, name, number, groups):
                code, message = wrong
                yield Problem(code, f"shapes/{number}", message, "warning")


def _wrong_member(
    topology: Topology, name: str, number: int, groups: dict[str, int]
) -> tuple[str, Sentence] | None:
    if name not in topology.nodes:
        return "member-without-node", say(
            "there is no node {name} to group: take it out of members", name=name
        )
    first = groups.setdefault(name, number)
    if first == number:
        return None
    return "member-of-two-groups", say(
        "{name} is in shape {number} as well: leave it in one", name=name, number=first + 1
    )
