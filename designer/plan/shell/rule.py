"""Rules as nft(8) takes them: a whole table in one transaction."""

import shlex
from collections.abc import Iterator, Mapping

from designer.plan.operations import SetRules
from designer.plan.shell.words import within
from designer.state.rule import TABLE, Chain, Rule, RuleTable, in_order

_HOOKS: Mapping[Chain, str] = {
    "prerouting": "type nat hook prerouting priority dstnat",
    "input": "type filter hook input priority filter",
    "forward": "type filter hook forward priority filter",
    "output": "type filter hook output priority filter",
    "postrouting": "type nat hook postrouting priority srcnat",
}


def set_rules(operation: SetRules) -> str:
    """Return the command that makes the table hold exactly these rules."""
    return f"{within(operation.namespace)}nft {shlex.quote(ruleset(operation.table))}"


def ruleset(table: RuleTable) -> str:
    """Return the nft commands, in one line."""
    empty = f"add table inet {TABLE}; delete table inet {TABLE}"
    if not table:
        return empty
    return "; ".join((empty, f"add table inet {TABLE}", *_chains(table), *_rules(table)))


def _chains(table: RuleTable) -> Iterator[str]:
    for chain in table.chains():
        policy = " policy drop;" if chain in table.drops else ""
        yield f"add chain inet {TABLE} {chain} {{ {_HOOKS[chain]};{policy} }}"


def _rules(table: RuleTable) -> Iterator[str]:
    for rule in table.rules:
        yield f"add rule inet {TABLE} {rule.chain} {' '.join(_words(rule))}"


def _words(rule: Rule) -> Iterator[str]:
    if rule.in_interface:
        yield f'iifname "{rule.in_interface}"'
    if rule.out_interface:
        yield f'oifname "{rule.out_interface}"'
    if rule.family:
        yield f"meta nfproto ipv{rule.family}"
    header = "ip6" if rule.family == 6 else "ip"  # noqa: PLR2004
    if rule.source is not None:
        yield f"{header} saddr {rule.source}"
    if rule.target is not None:
        yield f"{header} daddr {rule.target}"
    if rule.protocol:
        yield f"{rule.protocol} dport {rule.ports}" if rule.ports else _protocol(rule)
    if rule.states:
        yield f"ct state {','.join(in_order(rule.states))}"
    yield "counter"
    yield _verdict(rule, header)
    if rule.label:
        yield f'comment "{rule.label}"'


def _protocol(rule: Rule) -> str:
    return f"meta l4proto {'ipv6-icmp' if rule.protocol == 'icmpv6' else rule.protocol}"


def _verdict(rule: Rule, header: str) -> str:
    match rule.verdict:
        case "reject":
            return "reject with icmpx type admin-prohibited"
        case "dnat":
            address = f"[{rule.to_address}]" if rule.family == 6 else str(rule.to_address)  # noqa: PLR2004
            port = f":{rule.to_port}" if rule.to_port else ""
            return f"dnat {header} to {address}{port}"
        case _:
            return rule.verdict
