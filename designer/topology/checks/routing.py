"""Rules about automatic routes."""

from collections.abc import Iterator

from designer.topology.automatic_routes import forwards
from designer.topology.checks.facts import Facts
from designer.topology.checks.limits import Limits
from designer.topology.problem import Problem
from designer.topology.sentence import counted, say


def check_routing(facts: Facts, limits: Limits) -> Iterator[Problem]:
    """Automatic routes must not become too many: at most every router has one to each network."""
    if facts.topology.routing is None:
        return
    routers = sum(forwards(node) for node in facts.topology.nodes.values())
    networks = {one.network for those in facts.assigned.values() for one in those}
    if routers * len(networks) > limits.routes:
        message = say(
            "{routers} and {networks} can have more automatic routes"
            " than the {most} allowed here: split the lab, or let a protocol find"
            " the routes",
            routers=counted("{count} router", "{count} routers", count=routers),
            networks=counted("{count} network", "{count} networks", count=len(networks)),
            most=limits.routes,
        )
        yield Problem("too-many-automatic-routes", "routing", message)
