"""From what the kernel has back to the drawing: what somebody typed into a node, as edits of it.

What is lifted is what a drawing can say: interfaces up or down, their MTU, MAC and IP addresses,
cables that are gone and what the others do to packets, routes, policies, permanent neighbours,
settings that are drawn, forwarding, host names, spanning tree and VLANs. The rest stays a
difference.
"""

from dataclasses import replace
from typing import Any

from designer.state.family import forwarded_families
from designer.state.host_state import HostState
from designer.state.interface import Interface, InterfaceAddress
from designer.state.lift_interface import lift_interfaces
from designer.state.lift_link import lift_links
from designer.state.lift_neighbour import lift_neighbours
from designer.state.lift_policy import lift_policies
from designer.state.lift_route import lift_routes
from designer.state.lift_sysctl import lift_sysctls
from designer.state.lower import lower
from designer.state.namespace import Namespace
from designer.topology.node import Node
from designer.topology.topology import Topology

ROUNDS = 8
"""An address that is written down can change the automatic ones of its neighbours, and theirs."""

FORWARDING_WORDS = (None, True, False)


def lift(observed: HostState, topology: Topology) -> Topology:
    """Return the drawing changed to say what the kernel has, the same one where it says so."""
    observed = _before_going_down(observed, lower(topology))
    lifted = _without_lost_cables(observed, topology)
    lifted = _with(lifted, links=lift_links(lifted.links, observed))
    for lift_nodes in (lift_interfaces, _lift_rest):
        for _ in range(ROUNDS):
            before = lifted
            desired = lower(before)
            nodes = {
                name: node
                if _is_as_drawn(name, desired, observed)
                else lift_nodes(name, node, desired.namespaces[name], observed.namespaces[name])
                for name, node in before.nodes.items()
            }
            lifted = _with(before, nodes=nodes)
            if lifted is before:
                break
    return lifted


def _is_as_drawn(name: str, desired: HostState, observed: HostState) -> bool:
    """A node that has no namespace of its own cannot be told apart from the rest of it."""
    found = observed.namespaces.get(name)
    return found is None or found == desired.namespaces.get(name)


def _before_going_down(observed: HostState, desired: HostState) -> HostState:
    """Give interfaces back what the kernel took when they were set down: nobody deleted it."""
    namespaces = dict(observed.namespaces)
    for name in namespaces.keys() & desired.namespaces.keys():
        wanted, found = desired.namespaces[name].interfaces, namespaces[name].interfaces
        lost = {
            one.name: replace(one, addresses=one.addresses | _six(wanted[one.name]))
            for one in found.values()
            if one.name in wanted and wanted[one.name].up and not one.up
        }
        if lost:
            namespaces[name] = replace(namespaces[name], interfaces={**found, **lost})
    return HostState(namespaces)


def _six(interface: Interface) -> frozenset[InterfaceAddress]:
    return frozenset(one for one in interface.addresses if one.version == 6)  # noqa: PLR2004


def _with(topology: Topology, **parts: Any) -> Topology:
    if all(getattr(topology, name) == value for name, value in parts.items()):
        return topology
    return topology.model_copy(update=parts)


def _without_lost_cables(observed: HostState, topology: Topology) -> Topology:
    """Take out the links of which nothing is left, and what was said about their ends."""
    lost = {
        end
        for link in topology.links
        for end in link.ends
        if all(
            one.node in observed.namespaces
            and one.interface not in observed.namespaces[one.node].interfaces
            for one in link.ends
        )
    }
    if not lost:
        return topology
    nodes = {
        name: node.model_copy(
            update={
                "interfaces": {
                    interface: said
                    for interface, said in node.interfaces.items()
                    if (name, interface) not in lost
                }
            }
        )
        for name, node in topology.nodes.items()
    }
    links = tuple(link for link in topology.links if not lost.intersection(link.ends))
    return _with(topology, nodes=nodes, links=links)


def _lift_rest(name: str, node: Node, wanted: Namespace, found: Namespace) -> Node:
    """Lift what depends on interfaces, once these are as they are found."""
    parts: dict[str, Any] = {}
    if found.hostname != wanted.hostname:
        parts["hostname"] = None if found.hostname == name else found.hostname
    if node.kind != "internet":
        parts |= _forwarding(node, wanted, found)
        if found.routes != wanted.routes:
            parts["routes"] = lift_routes(node, wanted, found)
        if found.policies != wanted.policies:
            parts["policies"] = lift_policies(node, wanted, found)
    if found.neighbours != wanted.neighbours:
        parts["neighbours"] = lift_neighbours(node, wanted, found)
    if found.sysctls != wanted.sysctls:
        parts["sysctls"] = lift_sysctls(node, found)
    return node.model_copy(update=parts) if parts else node


def _forwarding(node: Node, wanted: Namespace, found: Namespace) -> dict[str, Any]:
    if found.forwarding == wanted.forwarding:
        return {}
    for word in FORWARDING_WORDS:
        said = node.model_copy(update={"forwarding": word})
        if forwarded_families(said, found.interfaces) == found.forwarding:
            return {"forwarding": word}
    return {}
