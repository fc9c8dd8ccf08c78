"""Rules about the rules of a node's packet filter."""

from collections.abc import Iterator

from designer.topology.checks.facts import Facts
from designer.topology.node import Node
from designer.topology.problem import Problem
from designer.topology.rule import ChainPolicy, Rule
from designer.topology.sentence import say
from designer.topology.values import End

KERNEL_RULES_MAX = 300
"""What a node's rules may come to in the kernel; they are set in one message, which any host's
sockets take (net.core.wmem_max)."""


def check_rules(facts: Facts) -> Iterator[Problem]:
    """Every rule must be able to match something, on a node that filters packets at all."""
    for name, node in facts.topology.nodes.items():
        if node.ruleset and node.kind not in {"host", "router"}:
            message = say(
                "{name} is of kind {kind}: only a host or a router has a raw ruleset",
                name=name,
                kind=node.kind,
            )
            yield Problem("ruleset-elsewhere", f"nodes/{name}/ruleset", message)
        if not node.rules and node.policy == ChainPolicy():
            continue
        if refusal := _refusal(name, node):
            yield refusal
            continue
        yield from _check_size(name, node)
        yield from _check_neighbours(name, node, facts)
        for number, rule in enumerate(node.rules):
            yield from _check_interfaces(f"nodes/{name}/rules/{number}", name, node, rule, facts)


def _refusal(name: str, node: Node) -> Problem | None:
    element = f"nodes/{name}"
    if node.at == "host-namespace":
        message = say(
            "{name} is in the host's own namespace, where rules would judge the"
            " machine's own packets: remove rules and policy, or put the rules on a"
            " router",
            name=name,
        )
        return Problem("rules-in-the-host", element, message)
    if node.kind == "internet":
        message = say(
            "{name} is an internet node, which has its own rules: put these on a router", name=name
        )
        return Problem("internet-is-fixed", element, message)
    if node.kind == "switch" and not _has_address(node):
        message = say(
            "{name} is a switch without an address, which looks into no packet: put"
            " its rules on the nodes around it, or give it an address",
            name=name,
        )
        return Problem("rules-without-ip", element, message)
    return None


def _check_size(name: str, node: Node) -> Iterator[Problem]:
    size = sum(len(one.port or (1,)) * (2 if one.protocol == "icmp" else 1) for one in node.rules)
    if size > KERNEL_RULES_MAX:
        message = say(
            "{name} has {count} rules, a list of ports counted as one each, and"
            " {most} are allowed: use ranges and networks",
            name=name,
            count=size,
            most=KERNEL_RULES_MAX,
        )
        yield Problem("too-many-rules", f"nodes/{name}", message)


def _check_interfaces(
    element: str, name: str, node: Node, rule: Rule, facts: Facts
) -> Iterator[Problem]:
    for interface in (rule.in_, rule.out):
        if interface is not None and not facts.is_made(End(name, interface)):
            message = say(
                "{name} has no linked interface {interface}: name one that it has",
                name=name,
                interface=interface,
            )
            yield Problem("rule-over-nothing", element, message)
    if rule.chain == "forward" and not passes_on(node):
        message = say(
            "{name} passes nothing on, so the rule never matches: make it a router", name=name
        )
        yield Problem("rule-never-matches", element, message, "warning")


def _has_address(node: Node) -> bool:
    return any(said.addresses for said in node.interfaces.values())


def passes_on(node: Node) -> bool:
    """Tell whether a node forwards packets."""
    if node.forwarding is not None:
        return node.forwarding
    return node.kind == "router" or (node.kind == "switch" and _has_address(node))


def _check_neighbours(name: str, node: Node, facts: Facts) -> Iterator[Problem]:
    """IPv6 finds its neighbours by ICMPv6 (RFC 4861), which a packet filter sees; ARP it does not.

    Without it nothing of IPv6 gets in or out.
    """
    own = (those for end, those in facts.assigned.items() if end.node == name)
    if not any(address.version == 6 for those in own for address in those):  # noqa: PLR2004
        return
    for chain, action in (("input", node.policy.input), ("output", node.policy.output)):
        if action == "deny" and not any(_lets_icmpv6_through(one, chain) for one in node.rules):
            message = say(
                "{name} denies ICMPv6, by which IPv6 finds its neighbours: add the rule"
                " {chain: {chain}, action: allow, protocol: icmp}",
                name=name,
                chain=chain,
            )
            yield Problem("neighbours-denied", f"nodes/{name}", message, "warning")


def _lets_icmpv6_through(rule: Rule, chain: str) -> bool:
    return (
        rule.chain == chain
        and rule.action == "allow"
        and rule.protocol in {"any", "icmp"}
        and rule.version != 4  # noqa: PLR2004
    )
