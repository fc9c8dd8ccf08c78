"""Rules about expectations."""

from collections.abc import Iterator
from ipaddress import ip_address

from designer.topology.checks.facts import Facts
from designer.topology.problem import Problem
from designer.topology.segment import has_bridge_address
from designer.topology.sentence import say
from designer.topology.topology import Topology
from designer.topology.values import End


def check_expectations(facts: Facts) -> Iterator[Problem]:
    """An expectation must be about nodes that can ask and things that can be asked for."""
    topology = facts.topology
    for number, expectation in enumerate(topology.expect):
        element = f"expect/{number}"
        yield from _check_source(topology, expectation.from_, element)
        yield from _check_target(facts, expectation.to, element)


def _check_source(topology: Topology, name: str, element: str) -> Iterator[Problem]:
    if name not in topology.nodes:
        message = say("there is no node {name} to ask from: name one that is drawn", name=name)
        yield Problem("expectation-from-nobody", element, message)
    elif not has_ip(topology, name):
        message = say(
            "{name} is a switch without address and can ask nobody: name another node", name=name
        )
        yield Problem("expectation-of-switch", element, message)


def _check_target(facts: Facts, target: str, element: str) -> Iterator[Problem]:
    topology = facts.topology
    node, colon, interface = target.partition(":")
    if node in topology.nodes:
        if colon and not _is_there(facts, End(node, interface)):
            message = say(
                "{node} has no linked interface {interface}: name one that it has",
                node=node,
                interface=interface,
            )
            yield Problem("expectation-to-nothing", element, message)
        elif not has_ip(topology, node):
            message = say(
                "{node} is a switch without address and cannot answer: name another node", node=node
            )
            yield Problem("expectation-of-switch", element, message)
    elif not _is_address(target):
        message = say(
            "{target} is no node, interface or address of this lab: name one that is drawn",
            target=repr(target),
        )
        yield Problem("expectation-to-nobody", element, message)


def _is_there(facts: Facts, end: End) -> bool:
    """Tell whether an interface can be asked for: a linked one, or one with an address."""
    return facts.is_linked(end) or end in facts.assigned


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def has_ip(topology: Topology, name: str) -> bool:
    """Tell whether a node takes part in IP: all but switches without any address."""
    node = topology.nodes[name]
    if node.kind != "switch" or has_bridge_address(name, node):
        return True
    return any(said.addresses for said in node.interfaces.values())
