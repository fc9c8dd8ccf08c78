"""Namespaces: desired against observed."""

from collections.abc import Iterator, Sequence

from designer.plan.comparison import NamespaceChange
from designer.plan.operations import CreateNamespace, DeleteNamespace, SetHostname
from designer.state.host_state import HostState


def delete_namespaces(
    changes: Sequence[NamespaceChange], observed: HostState
) -> Iterator[DeleteNamespace]:
    """Yield the namespaces that are not drawn, or belong to the wrong owner."""
    for change in changes:
        if change.name in observed.namespaces and (change.desired is None or change.is_new):
            yield DeleteNamespace(change.name)


def create_namespaces(changes: Sequence[NamespaceChange]) -> Iterator[CreateNamespace]:
    """Yield the namespaces that are drawn and not there."""
    for change in changes:
        if change.is_new and change.desired is not None:
            wanted = change.desired
            yield CreateNamespace(wanted.name, wanted.hostname, wanted.owner, change.is_quiet)


def set_hostnames(changes: Sequence[NamespaceChange]) -> Iterator[SetHostname]:
    """Yield the namespaces whose shells show another name."""
    for change in changes:
        wanted, found = change.desired, change.observed
        if wanted and found and wanted.hostname != found.hostname:
            yield SetHostname(change.name, wanted.hostname)
