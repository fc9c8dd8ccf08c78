"""Raw rulesets: desired against observed."""

from collections.abc import Iterator, Sequence

from designer.plan.comparison import NamespaceChange
from designer.plan.operations import SetRuleset


def set_rulesets(changes: Sequence[NamespaceChange]) -> Iterator[SetRuleset]:
    """Yield the namespaces whose rulesets differ; each is set as a whole."""
    for change in changes:
        if change.desired is None:
            continue
        found = change.observed.ruleset if change.observed else ""
        if change.desired.ruleset != found:
            yield SetRuleset(change.name, change.desired.ruleset, replaces=bool(found))
