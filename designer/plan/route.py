"""Routes, forwarding and masquerade of a namespace: desired against observed."""

from collections.abc import Iterator, Sequence

from designer.plan.comparison import NamespaceChange
from designer.plan.operations import AddRoute, DeleteRoute
from designer.state.route import Route


def delete_routes(changes: Sequence[NamespaceChange]) -> Iterator[DeleteRoute]:
    """Yield the routes that are not drawn; those over a vanishing interface vanish with it."""
    for change in changes:
        if change.desired is None or change.observed is None:
            continue
        goes = {interface.name for interface in change.goes}
        for route in in_order(change.observed.routes - change.desired.routes):
            if route.interface not in goes:
                yield DeleteRoute(change.name, route)


def add_routes(changes: Sequence[NamespaceChange]) -> Iterator[AddRoute]:
    """Yield the routes that are missing, or go missing while the plan is carried out."""
    for change in changes:
        if change.desired is None:
            continue
        kept = _kept_routes(change)
        for route in in_order(change.desired.routes - kept):
            yield AddRoute(change.name, route)


def _kept_routes(change: NamespaceChange) -> frozenset[Route]:
    if change.observed is None:
        return frozenset()
    sound = {pair.name for pair in change.stays if not change.has_lost_addresses(pair)}
    return frozenset(route for route in change.observed.routes if route.interface in sound)


def in_order(routes: frozenset[Route]) -> list[Route]:
    """Return routes in one fixed order: a gateway's own route comes before those through it."""
    if len(routes) < 2:  # noqa: PLR2004 - most nodes have one route: nothing to sort
        return list(routes)
    return sorted(
        routes,
        key=lambda one: (
            one.destination.version,
            one.gateway is not None,
            -one.destination.prefixlen,
            int(one.destination.network_address),
            one.metric,
        ),
    )
