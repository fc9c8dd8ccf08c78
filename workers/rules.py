"""The rules of a node as the kernel has them, with what each has counted."""

from dataclasses import dataclass
from functools import partial

from designer.state.rule import TABLE, Rule, RuleTable
from workers.engine import namespace_fds
from workers.errors import NoSuchLab
from workers.kernel.rule import Count
from workers.kernel.rule_dump import observe_tables
from workers.sandbox.standing import standing_in


@dataclass(frozen=True, slots=True)
class CountedRules:
    """A node's table, and each of its rules with its count."""

    table: RuleTable
    rules: tuple[tuple[Rule, Count], ...]


def count_rules(lab_key: str, node: str) -> CountedRules:
    """Return what the rules of a node have counted since they were set."""
    with namespace_fds(lab_key) as handles:
        if node not in handles:
            nodes = ", ".join(sorted(handles))
            raise NoSuchLab(f"lab {lab_key} has no node {node}: it has {nodes}")
        seen = standing_in(handles[node], partial(observe_tables, TABLE))
    return CountedRules(seen.ours, tuple(zip(seen.ours.rules, seen.counts, strict=True)))
