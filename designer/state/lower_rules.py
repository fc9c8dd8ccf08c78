"""From drawn rules to the kernel's: one for each range of ports and, of icmp, each family."""

from collections.abc import Iterator, Mapping
from itertools import product

from designer.state.rule import (
    Chain,
    FilterChain,
    Ports,
    Protocol,
    Rule,
    RuleFamily,
    RuleTable,
    Verdict,
    masquerade_rules,
    rule_table,
)
from designer.topology.node import Node
from designer.topology.rule import ChainPolicy, RuleAction
from designer.topology.rule import Rule as DrawnRule

_VERDICTS: Mapping[RuleAction, Verdict] = {
    "allow": "accept",
    "deny": "drop",
    "reject": "reject",
    "masquerade": "masquerade",
    "dnat": "dnat",
}
_PLACES: Mapping[RuleAction, Chain] = {"masquerade": "postrouting", "dnat": "prerouting"}
_ICMP: Mapping[RuleFamily, Protocol] = {4: "icmp", 6: "icmpv6"}


def lower_rules(node: Node, *, forwards: bool) -> RuleTable:
    """Return a node's table; what it masquerades out of comes after its own rules."""
    usual: Chain = "forward" if forwards else "input"
    return rule_table(_rules(node, usual), _drops(node.policy))


def _rules(node: Node, usual: Chain) -> Iterator[Rule]:
    for number, drawn in enumerate(node.rules, 1):
        yield from _rule(drawn, number, usual)
    yield from masquerade_rules(frozenset(node.masquerade))


def _drops(policy: ChainPolicy) -> frozenset[FilterChain]:
    chains: Mapping[FilterChain, str] = {
        "input": policy.input,
        "forward": policy.forward,
        "output": policy.output,
    }
    return frozenset(chain for chain, action in chains.items() if action == "deny")


def _rule(drawn: DrawnRule, number: int, usual: Chain) -> Iterator[Rule]:
    ports: list[Ports | None] = [Ports(*one) for one in drawn.port] if drawn.port else [None]
    for (family, protocol), one in product(_protocols(drawn), ports):
        yield Rule(
            chain=_PLACES.get(drawn.action) or drawn.chain or usual,
            verdict=_VERDICTS[drawn.action],
            number=number,
            comment=drawn.comment,
            family=family,
            protocol=protocol,
            ports=one,
            source=drawn.from_,
            target=drawn.to,
            in_interface=drawn.in_ or "",
            out_interface=drawn.out or "",
            states=frozenset(drawn.state),
            to_address=drawn.to_address,
            to_port=drawn.to_port or 0,
        )


def _protocols(drawn: DrawnRule) -> list[tuple[RuleFamily, Protocol]]:
    family: RuleFamily = {4: 4, 6: 6}.get(drawn.version, 0)  # type: ignore[assignment]
    match drawn.protocol:
        case "any":
            return [(family, "")]
        case "icmp":
            return [(one, name) for one, name in _ICMP.items() if family in {0, one}]
        case protocol:
            return [(family, protocol)]
