"""What runs in nodes, and whom they ask for names: desired against observed."""

from collections.abc import Iterator, Sequence

from designer.plan.comparison import NamespaceChange
from designer.plan.operations import SetResolver, StartService, StopService
from designer.state.host_state import HostState
from designer.state.service import Service, interface_of


def stop_services(changes: Sequence[NamespaceChange], observed: HostState) -> Iterator[StopService]:
    """Yield the services that are not drawn, or have to be started anew."""
    for change in changes:
        found = observed.namespaces.get(change.name)
        if found is not None:
            for service in in_order(found.services - _kept(change)):
                yield StopService(change.name, service)


def start_services(changes: Sequence[NamespaceChange]) -> Iterator[StartService]:
    """Yield the services that are missing once the others have been stopped."""
    for change in changes:
        if change.desired is not None:
            for service in in_order(change.desired.services - _kept(change)):
                yield StartService(change.name, service)


def _kept(change: NamespaceChange) -> frozenset[Service]:
    """Return what goes on running: an interface that is made anew is another one to a service."""
    if change.desired is None or change.observed is None:
        return frozenset()
    moved = {one.name for one in (*change.goes, *change.comes)}
    both = change.desired.services & change.observed.services
    return frozenset(one for one in both if interface_of(one) not in moved)


def set_resolvers(changes: Sequence[NamespaceChange]) -> Iterator[SetResolver]:
    """Yield the nodes that should ask others for names."""
    for change in changes:
        found = change.observed.resolver if change.observed else ()
        if change.desired is not None and change.desired.resolver != found:
            yield SetResolver(change.name, change.desired.resolver)


def in_order(services: frozenset[Service]) -> list[Service]:
    """Return services in one fixed order."""
    return sorted(services, key=lambda one: one.name)
