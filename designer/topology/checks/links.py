"""Rules about links and positions."""

from collections.abc import Iterator

from designer.topology.interface import LOOPBACK
from designer.topology.node import UPLINK
from designer.topology.problem import Problem
from designer.topology.sentence import say
from designer.topology.topology import Topology
from designer.topology.values import End


def check_links(topology: Topology) -> Iterator[Problem]:
    """Every link must join two different interfaces of drawn nodes, each linked only once."""
    first_use: dict[End, int] = {}
    for number, link in enumerate(topology.links):
        element = f"links/{number}"
        left, right = link.ends
        for end in link.ends:
            yield from _check_end(topology, end, element)
        if left == right:
            message = say("both ends are {end}: end the link at another interface", end=left)
            yield Problem("link-to-itself", element, message)
            continue
        for end in link.ends:
            earlier = first_use.setdefault(end, number)
            if earlier != number:
                message = say(
                    "{end} already has link {number}: end one of them at another interface",
                    end=end,
                    number=earlier + 1,
                )
                yield Problem("interface-linked-twice", element, message)


def _check_end(topology: Topology, end: End, element: str) -> Iterator[Problem]:
    node = topology.nodes.get(end.node)
    if node is None:
        message = say(
            "{end} is on no node of this lab: draw node {node} or change the end",
            end=end,
            node=end.node,
        )
        yield Problem("loose-end", element, message)
    elif end.interface == LOOPBACK:
        message = say("{end} is the loopback, which takes no cable: use another interface", end=end)
        yield Problem("link-to-loopback", element, message)
    elif node.kind == "switch" and end.interface == end.node:
        message = say(
            "{end} is the switch's own bridge: give the port another name, such as p1", end=end
        )
        yield Problem("link-to-bridge", element, message)
    elif node.kind == "internet" and end.interface == UPLINK:
        message = say(
            "{end} is the way to the outside: give the link another interface, such as eth0",
            end=end,
        )
        yield Problem("link-to-uplink", element, message)


def check_layout(topology: Topology) -> Iterator[Problem]:
    """A position must belong to a node; a left-over one does no harm."""
    for name in topology.layout:
        if name not in topology.nodes:
            message = say("there is no node {name} to place: remove the position", name=name)
            yield Problem("position-without-node", f"layout/{name}", message, "warning")
