"""What a drawing needs of a host, and where in the drawing.

A noun that not every host can do has a function here, and its line in `OF_A_NODE` or `OF_A_LINK`.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from designer.state.capability import CAPABILITIES, PROGRAMS, Capability, Program
from designer.state.impairment import lower_impairment
from designer.topology.device import Device
from designer.topology.link import Link
from designer.topology.node import Node
from designer.topology.problem import Problem, Severity
from designer.topology.route import MAIN_TABLE
from designer.topology.rule import ChainPolicy
from designer.topology.sentence import say
from designer.topology.service import BgpRouter, Iperf3Server, OspfRouter
from designer.topology.topology import Topology
from designer.topology.vlan_device import VlanDevice

_LACKABLE: Mapping[str, Capability | Program] = {**CAPABILITIES, **PROGRAMS}


class Need(NamedTuple):
    """An element, and the name of the capability without which it cannot be."""

    element: str
    capability: str


def _switch(element: str, node: Node) -> Iterator[Need]:
    if node.kind == "switch":
        yield Need(element, "bridge")


def _vlans(element: str, node: Node) -> Iterator[Need]:
    """At each port that says something of VLANs, else at the switch."""
    if node.has_vlans:
        ports = [name for name, said in node.interfaces.items() if said.is_in_vlans]
        for port in ports:
            yield Need(f"{element}/interfaces/{port}", "vlan_filtering")
        if not ports:
            yield Need(element, "vlan_filtering")


def _devices(element: str, node: Node) -> Iterator[Need]:
    for name, said in node.interfaces.items():
        if said.device is not None:
            yield Need(f"{element}/interfaces/{name}", _of_device(said.device))


def _of_device(device: Device) -> str:
    """Return the name of a device's capability: but for VLANs it is called as the kind is."""
    if isinstance(device, VlanDevice):
        return "vlan_ad_device" if device.protocol == "802.1ad" else "vlan_device"
    return device.kind


def _masquerade(element: str, node: Node) -> Iterator[Need]:
    if node.kind == "internet" or node.masquerade:
        yield Need(element, "nftables")
        yield Need(element, "nat")


def _rules(element: str, node: Node) -> Iterator[Need]:
    """At each rule; policies of chains are the node's."""
    if node.policy != ChainPolicy() or node.ruleset:
        yield Need(element, "nftables")
    for place, rule in enumerate(node.rules):
        yield Need(f"{element}/rules/{place}", "nftables")
        if rule.action in {"masquerade", "dnat"}:
            yield Need(f"{element}/rules/{place}", "nat")


def _services(element: str, node: Node) -> Iterator[Need]:
    """Most are programs of ours."""
    for place, service in enumerate(node.services):
        if isinstance(service, Iperf3Server):
            yield Need(f"{element}/services/{place}", "iperf3")
        elif isinstance(service, OspfRouter | BgpRouter):
            yield Need(f"{element}/services/{place}", "vtysh")


def _tables(element: str, node: Node) -> Iterator[Need]:
    for place, route in enumerate(node.routes):
        if route.table != MAIN_TABLE:
            yield Need(f"{element}/routes/{place}", "policy_rules")


def _policies(element: str, node: Node) -> Iterator[Need]:
    for place in range(len(node.policies)):
        yield Need(f"{element}/policies/{place}", "policy_rules")


def _cable(element: str, _: Link) -> Iterator[Need]:
    yield Need(element, "veth")


def _impairment(element: str, link: Link) -> Iterator[Need]:
    """One that does nothing needs nothing."""
    if any(lower_impairment(impairment) for _, impairment in link.ways()):
        yield Need(element, "netem")


OF_A_NODE: tuple[Callable[[str, Node], Iterator[Need]], ...] = (
    _switch,
    _vlans,
    _devices,
    _masquerade,
    _rules,
    _services,
    _tables,
    _policies,
)
OF_A_LINK: tuple[Callable[[str, Link], Iterator[Need]], ...] = (_cable, _impairment)


def needs(topology: Topology) -> Iterator[Need]:
    """Yield all that the drawing needs, element by element."""
    for name, node in topology.nodes.items():
        for of_node in OF_A_NODE:
            yield from of_node(f"nodes/{name}", node)
    for place, link in enumerate(topology.links):
        for of_link in OF_A_LINK:
            yield from of_link(f"links/{place}", link)


def lacking(
    topology: Topology, able: Collection[str], severity: Severity = "error"
) -> tuple[Problem, ...]:
    """Return a problem for each element that a host with these capabilities cannot make."""
    found = (need for need in needs(topology) if need.capability not in able)
    return tuple(_problem(need, severity) for need in found)


def _problem(need: Need, severity: Severity) -> Problem:
    lacked = _LACKABLE[need.capability]
    message = say(
        "{element} needs {what}, which this host lacks: {fix}",
        element=_said(need.element),
        what=lacked.what,
        fix=lacked.fix,
    )
    return Problem("host-lacks", need.element, message, severity)


def _said(element: str) -> str:
    """Say the path of an element as a person does: `sw1:p1`, `r1` or `link 3`."""
    match element.split("/"):
        case ["links", place]:
            return say("link {number}", number=int(place) + 1)
        case ["nodes", node, "interfaces", interface]:
            return f"{node}:{interface}"
        case [_, node, *_]:
            return node
    return element
