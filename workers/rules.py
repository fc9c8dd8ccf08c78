"""The rules of nodes as the kernel has them, with what each has counted."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial

from designer.messages import RuleCount
from designer.state.rule import TABLE, Rule, RuleTable
from designer.topology.sentence import say
from workers.engine import namespace_fds
from workers.errors import NoSuchLab
from workers.kernel.rule import Count
from workers.kernel.rule_dump import observe_tables
from workers.sandbox.standing import standing_in_each


@dataclass(frozen=True, slots=True)
class CountedRules:
    """A node's table, and each of its rules with its count."""

    table: RuleTable
    rules: tuple[tuple[Rule, Count], ...]


def told_count(node: str, rule: Rule, count: Count) -> RuleCount:
    """Return what people are told of a rule of a node, and what it has counted."""
    return RuleCount(
        node=node,
        number=rule.number,
        chain=rule.chain,
        text=str(rule),
        packets=count.packets,
        bytes=count.octets,
    )


def count_rules(lab_key: str, nodes: Collection[str]) -> Mapping[str, CountedRules]:
    """Return what the rules of some nodes have counted since they were set."""
    with namespace_fds(lab_key) as handles:
        if missing := [node for node in nodes if node not in handles]:
            known = ", ".join(sorted(handles))
            raise NoSuchLab(
                say(
                    "lab {lab_key} has no node {missing}: it has {known}",
                    lab_key=lab_key,
                    missing=missing[0],
                    known=known,
                )
            )
        look = partial(observe_tables, TABLE)
        seen = standing_in_each((handles[node], look) for node in nodes)
    return {
        node: CountedRules(one.ours, tuple(zip(one.ours.rules, one.counts, strict=True)))
        for node, one in zip(nodes, seen, strict=True)
    }
