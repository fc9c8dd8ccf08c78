"""Which element of the document an operation is about."""

from collections.abc import Mapping

from designer.plan.operations import (
    CreateVeth,
    DeleteImpairment,
    Operation,
    SetImpairment,
    SetRuleset,
)
from designer.topology.topology import Topology
from designer.topology.values import End


def link_numbers(topology: Topology) -> Mapping[End, int]:
    """Return the index of the link at each linked interface."""
    return {end: number for number, link in enumerate(topology.links) for end in link.ends}


def element_of(operation: Operation, topology: Topology, links: Mapping[End, int]) -> str:
    """Return the element path, empty where the document has nothing like it any more.

    `links` is `link_numbers(topology)`, made once for a whole plan.
    """
    if isinstance(operation, CreateVeth):
        number = links.get(End(*operation.left.place))
        return "" if number is None else f"links/{number}"
    if isinstance(operation, SetImpairment | DeleteImpairment):
        place = End(operation.namespace, operation.interface)
        return f"links/{links[place]}" if place in links else ""
    node = operation.namespace.removesuffix(".outside")
    if node not in topology.nodes:
        return ""
    if isinstance(operation, SetRuleset):
        return f"nodes/{node}/ruleset"
    interface = getattr(operation, "interface", "")
    if not interface or operation.namespace != node:
        return f"nodes/{node}"
    return f"nodes/{node}/interfaces/{interface}"
