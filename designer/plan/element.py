"""Which element of the document an operation is about."""

from collections.abc import Mapping

from designer.plan.operations import (
    AddPolicy,
    AddRoute,
    CreateVeth,
    DeleteImpairment,
    DeleteNeighbour,
    DeletePolicy,
    DeleteRoute,
    Operation,
    ResetSysctl,
    SetImpairment,
    SetNeighbour,
    SetResolver,
    SetRuleset,
    SetSysctl,
    StartService,
    StopService,
)
from designer.state.lower_service import service_names
from designer.topology.node import Node
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
    if part := _part(operation, topology.nodes[node]):
        return f"nodes/{node}/{part}"
    interface = getattr(operation, "interface", "")
    if not interface or operation.namespace != node:
        return f"nodes/{node}"
    return f"nodes/{node}/interfaces/{interface}"


def _part(operation: Operation, node: Node) -> str:  # noqa: PLR0911 - one case each
    """Return which of a node's routes and the like it is about, empty where none is drawn."""
    match operation:
        case AddRoute(_, route) | DeleteRoute(_, route):
            key = (route.destination, route.metric, route.table)
            return _place("routes", [one.key == key for one in node.routes])
        case AddPolicy(_, policy) | DeletePolicy(_, policy):
            drawn = [one.at(place) == policy.priority for place, one in enumerate(node.policies)]
            return _place("policies", drawn)
        case SetNeighbour(_, neighbour) | DeleteNeighbour(_, neighbour):
            drawn = [one.address == neighbour.address for one in node.neighbours]
            return _place("neighbours", drawn)
        case SetSysctl(name=name) | ResetSysctl(name=name):
            return f"sysctls/{name}" if name in node.sysctls else ""
        case StartService(_, service) | StopService(_, service):
            return _place("services", [one == service.name for one in service_names(node)])
        case SetResolver():
            return "resolver" if node.resolver else ""
        case SetRuleset():
            return "ruleset"
        case _:
            return ""


def _place(part: str, drawn: list[bool]) -> str:
    return f"{part}/{drawn.index(True)}" if True in drawn else ""
