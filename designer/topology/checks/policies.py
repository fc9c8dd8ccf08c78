"""Rules about policies."""

from collections.abc import Iterator

from designer.topology.checks.facts import Facts
from designer.topology.node import Node
from designer.topology.policy import Policy
from designer.topology.problem import Problem
from designer.topology.route import MAIN_TABLE
from designer.topology.sentence import say
from designer.topology.values import End


def check_policies(facts: Facts) -> Iterator[Problem]:
    """Every policy must have its own place in the order, and should lead to routes."""
    for name, node in facts.topology.nodes.items():
        if node.policies:
            yield from _check_node(name, node, facts)


def _check_node(name: str, node: Node, facts: Facts) -> Iterator[Problem]:
    seen: dict[tuple[int, int], int] = {}
    tables = {MAIN_TABLE, *(route.table for route in node.routes)}
    for place, policy in enumerate(node.policies):
        element = f"nodes/{name}/policies/{place}"
        if node.at == "host-namespace":
            message = say(
                "{name} is in the host's namespace, which takes no policies: remove it", name=name
            )
            yield Problem("policy-of-the-host", element, message)
            continue
        for version in policy.versions:
            first = seen.setdefault((version, policy.at(place)), place)
            if first != place:
                message = say(
                    "{name} has a policy of priority {priority} already, number {number}: give one"
                    " of them another priority",
                    name=name,
                    priority=policy.at(place),
                    number=first + 1,
                )
                yield Problem("duplicate-policy", element, message)
                break
        yield from _check_policy(name, policy, facts, element, tables)


def _check_policy(
    name: str, policy: Policy, facts: Facts, element: str, tables: set[int]
) -> Iterator[Problem]:
    if policy.table not in tables:
        message = say(
            "no route of {name} is in table {table}: packets go on to the next policy",
            name=name,
            table=policy.table,
        )
        yield Problem("policy-to-empty-table", element, message, "warning")
    if policy.in_ and not facts.is_made(End(name, policy.in_)):
        message = say(
            "{name} has no interface {interface}: name one that it has",
            name=name,
            interface=policy.in_,
        )
        yield Problem("policy-of-nothing", element, message)
