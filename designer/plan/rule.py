"""Rules of the packet filter: desired against observed."""

from collections.abc import Iterator, Sequence

from designer.plan.comparison import NamespaceChange
from designer.plan.operations import SetRules
from designer.state.rule import NO_RULES


def set_rules(changes: Sequence[NamespaceChange]) -> Iterator[SetRules]:
    """Yield the namespaces whose rules differ; a namespace's rules are set as a whole."""
    for change in changes:
        if change.desired is None:
            continue
        found = change.observed.rules if change.observed else NO_RULES
        if change.desired.rules != found:
            yield SetRules(change.name, change.desired.rules)
