"""Our table of rules in a namespace: what it is called, and how it is replaced."""

from collections import defaultdict
from dataclasses import replace

from designer.state.namespace import HOST_NAMESPACE
from designer.state.rule import TABLE, Rule, RuleTable
from workers.kernel.netfilter import open_netfilter_socket, transact
from workers.kernel.rule import Count, replace_table
from workers.kernel.rule_dump import Tables, observe_tables


def table_of(slot: int, namespace: str) -> str:
    """Return the table's name; labs share the host's namespace, so there each has its own."""
    return f"{TABLE}_{slot}" if namespace == HOST_NAMESPACE else TABLE


def replace_rules(name: str, table: RuleTable) -> None:
    """Do it in the namespace the thread stands in; what is counted between both steps is lost."""
    seen = observe_tables(name)
    counts = _Counts(seen)
    if messages := replace_table(name, table, counts.take, is_there=seen.is_there):
        with open_netfilter_socket() as netlink:
            transact(netlink, messages)


class _Counts:
    """What rules have counted, for those that do the same, wherever they stand now."""

    def __init__(self, seen: Tables) -> None:
        self._counts: dict[Rule, list[Count]] = defaultdict(list)
        for rule, count in zip(seen.ours.rules, seen.counts, strict=True):
            self._counts[replace(rule, number=0, comment="")].append(count)

    def take(self, rule: Rule) -> Count:
        """Return each count to one rule only."""
        counts = self._counts[replace(rule, number=0, comment="")]
        return counts.pop(0) if counts else Count()
