"""The rules about the whole drawing: every mistake at once, each at its element."""

from designer.topology.checks.addresses import check_addresses
from designer.topology.checks.devices import check_devices
from designer.topology.checks.expectations import check_expectations
from designer.topology.checks.facts import Facts, find_facts
from designer.topology.checks.impairments import check_impairments
from designer.topology.checks.interfaces import check_interfaces
from designer.topology.checks.limits import Limits, check_limits
from designer.topology.checks.links import check_layout, check_links
from designer.topology.checks.loops import check_loops
from designer.topology.checks.neighbours import check_neighbours
from designer.topology.checks.nodes import check_nodes
from designer.topology.checks.policies import check_policies
from designer.topology.checks.routes import check_routes
from designer.topology.checks.routing import check_routing
from designer.topology.checks.rules import check_rules
from designer.topology.checks.services import check_services
from designer.topology.checks.shapes import check_shapes
from designer.topology.checks.spanning_trees import check_spanning_trees
from designer.topology.checks.switches import check_switches
from designer.topology.checks.sysctls import check_sysctls
from designer.topology.checks.vlans import check_vlans
from designer.topology.problem import Problem
from designer.topology.sentence import say
from designer.topology.topology import Topology
from designer.topology.wires import TooManyFrames

__all__ = ["Limits", "check"]

TOO_MANY_VLANS = say("too many VLANs on too many trunks: let each trunk carry only what it is for")


def check(topology: Topology, limits: Limits | None = None) -> list[Problem]:
    """Return every problem of a drawing, in the order of the rules below.

    A drawing beyond the limits is not looked at any further.
    """
    if too_large := list(check_limits(topology, limits or Limits())):
        return too_large
    try:
        return _check(find_facts(topology), limits or Limits())
    except TooManyFrames:
        return [Problem("too-large", "", TOO_MANY_VLANS)]


def _check(facts: Facts, limits: Limits) -> list[Problem]:
    topology = facts.topology
    return [
        *check_links(topology),
        *check_impairments(topology),
        *check_layout(topology),
        *check_shapes(topology),
        *check_nodes(facts),
        *check_interfaces(facts),
        *check_devices(facts),
        *check_switches(topology),
        *check_loops(facts),
        *check_spanning_trees(facts),
        *check_vlans(facts),
        *check_addresses(facts),
        *check_routes(facts),
        *check_routing(facts, limits),
        *check_policies(facts),
        *check_rules(facts),
        *check_services(facts),
        *check_neighbours(facts),
        *check_sysctls(facts),
        *check_expectations(facts),
    ]
