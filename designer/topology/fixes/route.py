"""What to do about routes and policies that lead nowhere."""

from collections.abc import Iterator

from designer.topology.addressing import Addresses
from designer.topology.automatic_routes import forwards
from designer.topology.fixes.edit import Fix, fix
from designer.topology.fixes.place import Place
from designer.topology.policy import FIRST_PRIORITY, PRIORITY_MAX
from designer.topology.route import Route
from designer.topology.segment import Segments
from designer.topology.sentence import say
from designer.topology.topology import Topology
from designer.topology.values import Address

GATEWAYS_MAX = 3


def lead_by_a_router(place: Place) -> Iterator[Fix]:
    """Name a router that is on one of the node's wires."""
    route: Route = place.entry
    if route.hops:
        return
    facts = place.facts
    near = routers_near(facts.topology, facts.segments, facts.assigned, place.name, route.version)
    for gateway, name in list(near.items())[:GATEWAYS_MAX]:
        change = {"gateway": str(gateway), "interface": None}
        yield fix(
            say("Lead it by {name}, {gateway}", name=name, gateway=gateway), (place.path, change)
        )


def routers_near(
    topology: Topology, segments: Segments, assigned: Addresses, name: str, version: int
) -> dict[Address, str]:
    """Return the addresses that pass packets on, on the wires of a node, and whose they are."""
    return {
        address.ip: end.node
        for segment in segments
        if any(one.node == name for one in segment.members)
        for end in segment.members
        if end.node != name and forwards(topology.nodes[end.node])
        for address in assigned.get(end, ())
        if address.version == version
    }


def lead_by_its_gateway(place: Place) -> Iterator[Fix]:
    """Leave the interface to the gateway's network."""
    route: Route = place.entry
    if route.gateway is not None:
        yield fix(say("Leave by the gateway's interface"), (place.path, {"interface": None}))


def another_metric(place: Place) -> Iterator[Fix]:
    """Have the second route to the same place come after the first."""
    metric = max(one.kernel_metric for one in place.node.routes) + 1
    yield fix(say("Give it the metric {metric}", metric=metric), (place.path, {"metric": metric}))


def another_priority(place: Place) -> Iterator[Fix]:
    """Have the policy come where none is."""
    used = {policy.at(number) for number, policy in enumerate(place.node.policies)}
    for priority in range(FIRST_PRIORITY, PRIORITY_MAX):
        if priority not in used:
            yield fix(
                say("Give it the priority {priority}", priority=priority),
                (place.path, {"priority": priority}),
            )
            return


def from_anywhere(place: Place) -> Iterator[Fix]:
    """Heed what comes in by any interface."""
    yield fix(say("Heed what comes in anywhere"), (place.path, {"in": None}))
