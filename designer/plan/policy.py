"""Policies: desired against observed."""

from collections.abc import Iterator, Sequence

from designer.plan.comparison import NamespaceChange
from designer.plan.operations import AddPolicy, DeletePolicy
from designer.state.policy import Policy


def add_policies(changes: Sequence[NamespaceChange]) -> Iterator[AddPolicy]:
    """Yield the policies that are missing; by then the tables they lead to are filled."""
    for change in changes:
        if change.desired is not None:
            found = change.observed.policies if change.observed else frozenset()
            for policy in _in_order(change.desired.policies - found):
                yield AddPolicy(change.name, policy)


def delete_policies(changes: Sequence[NamespaceChange]) -> Iterator[DeletePolicy]:
    """Yield the policies that are not drawn; they go when their successors are there."""
    for change in changes:
        if change.desired is not None and change.observed is not None:
            for policy in _in_order(change.observed.policies - change.desired.policies):
                yield DeletePolicy(change.name, policy)


def _in_order(policies: frozenset[Policy]) -> list[Policy]:
    return sorted(policies, key=lambda one: (one.version, one.priority, str(one)))
