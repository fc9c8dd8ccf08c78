"""Masquerade out of interfaces: desired against observed."""

from collections.abc import Iterator, Sequence

from designer.plan.comparison import NamespaceChange
from designer.plan.operations import SetMasquerade


def set_masquerade(changes: Sequence[NamespaceChange]) -> Iterator[SetMasquerade]:
    """Yield the namespaces whose rules differ; a namespace's rules are set as a whole."""
    for change in changes:
        if change.desired is None:
            continue
        found = change.observed.masquerade if change.observed else frozenset()
        if change.desired.masquerade != found:
            yield SetMasquerade(change.name, change.desired.masquerade)
