"""Our table of rules in a namespace: what it is called, and how it is replaced."""

from designer.state.namespace import HOST_NAMESPACE
from designer.state.rule import TABLE, Rule, RuleTable
from workers.kernel.netfilter import open_netfilter_socket, transact
from workers.kernel.rule import Count, replace_table
from workers.kernel.rule_dump import observe_tables


def table_of(slot: int, namespace: str) -> str:
    """Return the table's name; labs share the host's namespace, so there each has its own."""
    return f"{TABLE}_{slot}" if namespace == HOST_NAMESPACE else TABLE


def replace_rules(name: str, table: RuleTable) -> None:
    """Do it in the namespace the thread stands in; what is counted between both steps is lost."""
    seen = observe_tables(name)
    counts = dict(zip(seen.ours.rules, seen.counts, strict=True))

    def count_of(rule: Rule) -> Count:
        return counts.get(rule, Count())

    with open_netfilter_socket() as netlink:
        transact(netlink, replace_table(name, table, count_of))
