"""Routes: desired against observed."""

from collections import Counter
from collections.abc import Iterator, Sequence

from designer.plan.comparison import NamespaceChange
from designer.plan.operations import AddRoute, DeleteRoute
from designer.state.interface import LOOPBACK
from designer.state.route import Route


def delete_routes(changes: Sequence[NamespaceChange]) -> Iterator[DeleteRoute]:
    """Yield the routes that are not drawn.

    Those over a vanishing interface vanish with it, and one that another takes the place of stays
    until then, so that no packet finds a hole.
    """
    for change in changes:
        if change.desired is None or change.observed is None:
            continue
        goes = {interface.name for interface in change.goes}
        replaced = _replaced_keys(change.desired.routes, change.observed.routes)
        for route in in_order(change.observed.routes - change.desired.routes):
            if route.key not in replaced and goes.isdisjoint(used_interfaces(route)):
                yield DeleteRoute(change.name, route)


def _replaced_keys(desired: frozenset[Route], observed: frozenset[Route]) -> frozenset[object]:
    """Return the keys of which the kernel has one route and should have another.

    Where somebody gave it several of one key, a new one replaces only the first.
    """
    there = Counter(route.key for route in observed)
    return frozenset(route.key for route in desired if there[route.key] == 1)


def add_routes(changes: Sequence[NamespaceChange]) -> Iterator[AddRoute]:
    """Yield the routes that are missing, or go missing while the plan is carried out."""
    for change in changes:
        if change.desired is None:
            continue
        kept = _kept_routes(change)
        for route in in_order(change.desired.routes - kept):
            yield AddRoute(change.name, route)


def _kept_routes(change: NamespaceChange) -> frozenset[Route]:
    """Return the routes that are there and stay; of several of one key, any may be deleted."""
    if change.observed is None:
        return frozenset()
    sound = {pair.name for pair in change.stays if not change.has_lost_addresses(pair)}
    there = Counter(route.key for route in change.observed.routes)
    return frozenset(
        route
        for route in change.observed.routes
        if there[route.key] == 1 and used_interfaces(route) <= sound
    )


def used_interfaces(route: Route) -> frozenset[str]:
    """Return the interfaces without which a route is lost.

    The kernel ties IPv6 routes that end packets to the loopback (net/ipv6/route.c).
    """
    if route.kind != "unicast" and route.destination.version == 6:  # noqa: PLR2004
        return frozenset({LOOPBACK})
    return frozenset([hop.interface for hop in route.hops])


def in_order(routes: frozenset[Route]) -> list[Route]:
    """Return routes in one fixed order: a gateway's own route comes before those through it."""
    if len(routes) < 2:  # noqa: PLR2004 - most nodes have one route: nothing to sort
        return list(routes)
    return sorted(routes, key=_rank)


def _rank(route: Route) -> tuple[object, ...]:
    destination = route.destination
    return (
        destination.version,
        route.table,
        any(hop.gateway is not None for hop in route.hops),
        -destination.prefixlen,
        int(destination.network_address),
        route.metric,
        str(route),
    )
