"""Routes as they are found, as routes of the drawing."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from designer.state.interface import Interface
from designer.state.lower_route import lower_route
from designer.state.namespace import Namespace
from designer.state.route import Route
from designer.topology.node import Node
from designer.topology.route import DEFAULT, IPV6_DEFAULT_METRIC
from designer.topology.route import Route as Drawn


def lift_routes(node: Node, wanted: Namespace, found: Namespace) -> tuple[Drawn, ...]:
    """Return the drawn routes that are there, in their order, and after them what is new.

    One that the kernel cannot have now, for its interface is down, stays drawn.
    """
    lowered = [(one, lower_route(one, node, wanted.interfaces)) for one in node.routes]
    kept = (one for one, low in lowered if low is None or low in found.routes)
    return (*kept, *_draw_all(found.routes - wanted.routes, node, wanted.interfaces))


def _draw_all(
    routes: frozenset[Route], node: Node, interfaces: Mapping[str, Interface]
) -> Iterator[Drawn]:
    for route in sorted(routes, key=lambda one: (one.destination.version, str(one))):
        for with_interface in (False, True):
            drawn = _draw(_values(route, with_interface=with_interface))
            if drawn is not None and lower_route(drawn, node, interfaces) == route:
                yield drawn
                break


def _draw(values: dict[str, Any]) -> Drawn | None:
    """Return the route of some values, None where a drawing cannot have it."""
    try:
        return Drawn.model_validate(values)
    except ValidationError:
        return None


def _values(route: Route, *, with_interface: bool) -> dict[str, Any]:
    """Return a route as values of the document; its interfaces are mostly known from gateways."""
    hops = [
        {
            "gateway": str(hop.gateway) if hop.gateway else None,
            "interface": hop.interface if with_interface or hop.gateway is None else None,
        }
        for hop in route.hops
    ]
    everywhere = route.destination.prefixlen == 0 and any(hop.gateway for hop in route.hops)
    usual = route.destination.version == 6 and route.metric == IPV6_DEFAULT_METRIC  # noqa: PLR2004
    values: dict[str, Any] = {
        "destination": DEFAULT if everywhere else str(route.destination),
        "type": route.kind,
        "metric": 0 if usual else route.metric,
        "table": route.table,
    }
    if len(hops) == 1:
        return values | hops[0]
    shares = [hop | {"weight": way.weight} for hop, way in zip(hops, route.hops, strict=True)]
    return values | {"hops": shares}
