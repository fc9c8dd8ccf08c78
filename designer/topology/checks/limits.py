"""How large a drawing may be."""

from collections.abc import Iterator
from dataclasses import dataclass

from designer.topology.problem import Problem
from designer.topology.sentence import say
from designer.topology.topology import Topology


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one drawing may hold; every one is a setting."""

    document_bytes: int = 2_000_000
    nodes: int = 4000
    links: int = 8000
    routes: int = 100_000
    rules: int = 20_000
    addresses: int = 20_000
    expectations: int = 5000
    vlan_ranges: int = 20_000
    shapes: int = 1000


def check_limits(topology: Topology, limits: Limits) -> Iterator[Problem]:
    """Yield what there is too much of."""
    nodes = topology.nodes.values()
    interfaces = [one for node in nodes for one in node.interfaces.values()]
    routes = sum(len(node.routes) + len(node.policies) for node in nodes)
    counts = (
        (say("nodes"), len(topology.nodes), limits.nodes),
        (say("links"), len(topology.links), limits.links),
        (say("routes and policies"), routes, limits.routes),
        (say("rules"), sum(len(node.rules) for node in nodes), limits.rules),
        (say("addresses"), sum(len(one.addresses or ()) for one in interfaces), limits.addresses),
        (
            say("ranges of VLANs"),
            sum(len(one.trunk or ()) for one in interfaces),
            limits.vlan_ranges,
        ),
        (say("shapes"), len(topology.shapes), limits.shapes),
        (say("expectations"), len(topology.expect), limits.expectations),
    )
    for noun, count, limit in counts:
        if count > limit:
            message = say(
                "{count} {noun} are more than the {limit} allowed here: split the lab",
                count=count,
                noun=noun,
                limit=limit,
            )
            yield Problem("too-large", "", message)
