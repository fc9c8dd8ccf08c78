"""Rules about what a node of one kind may have."""

from collections.abc import Iterator

from designer.topology.checks.facts import Facts
from designer.topology.node import Node
from designer.topology.problem import Problem
from designer.topology.sentence import say
from designer.topology.values import End

INTERNET_NODES_MAX = 64


def check_nodes(facts: Facts) -> Iterator[Problem]:
    """A property must mean something on a node of its kind."""
    internet_nodes = 0
    for name, node in facts.topology.nodes.items():
        yield from _check_kind(name, node)
        yield from _check_masquerade(name, node, facts)
        internet_nodes += node.kind == "internet"
    if internet_nodes > INTERNET_NODES_MAX:
        message = say(
            "{count} internet nodes are too many: use {most} at most",
            count=internet_nodes,
            most=INTERNET_NODES_MAX,
        )
        yield Problem("too-many-internet-nodes", "", message)


def _check_kind(name: str, node: Node) -> Iterator[Problem]:
    element = f"nodes/{name}"
    if node.kind != "switch":
        if node.stp:
            message = say(
                "{name} is a {kind}: only a switch has the spanning tree protocol",
                name=name,
                kind=node.kind,
            )
            yield Problem("stp-without-switch", element, message)
        if node.at != "own-namespace":
            message = say(
                "{name} is a {kind}: only a switch can be in the host's namespace",
                name=name,
                kind=node.kind,
            )
            yield Problem("host-namespace-without-switch", element, message)
    fixed = node.masquerade or node.forwarding is not None or node.routes or node.policies
    if node.kind == "internet" and fixed:
        message = say(
            "{name} is an internet node, which forwards, masquerades and routes by"
            " itself: leave these out or make it a router",
            name=name,
        )
        yield Problem("internet-is-fixed", element, message)


def _check_masquerade(name: str, node: Node, facts: Facts) -> Iterator[Problem]:
    if node.at == "host-namespace":
        return  # the host may have interfaces that the drawing does not know
    for interface in node.masquerade:
        if not facts.is_made(End(name, interface)):
            message = say(
                "{name} masquerades out of {interface}, which has no link: name a linked interface",
                name=name,
                interface=interface,
            )
            yield Problem("masquerade-nowhere", f"nodes/{name}", message)
