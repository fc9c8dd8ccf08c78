"""Forwarding between interfaces: desired against observed."""

from collections.abc import Iterator, Sequence

from designer.plan.comparison import NamespaceChange
from designer.plan.operations import SetForwarding


def set_forwarding(changes: Sequence[NamespaceChange]) -> Iterator[SetForwarding]:
    """Yield the address families that should be forwarded, or no longer be."""
    for change in changes:
        if change.desired is None:
            continue
        found = change.observed.forwarding if change.observed else frozenset()
        for family in sorted(change.desired.forwarding ^ found):
            yield SetForwarding(change.name, family, family in change.desired.forwarding)
