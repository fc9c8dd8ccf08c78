"""Routes as ip-route(8) takes them."""

from dataclasses import replace

from designer.plan.shell.words import ip
from designer.state.route import Route
from designer.topology.route import IPV6_DEFAULT_METRIC


def ip_route(namespace: str, route: Route) -> str:
    """Return the command that routes of its address family begin with."""
    six = " -6" if route.destination.version == 6 else ""  # noqa: PLR2004
    return f"{ip(namespace)}{six} route"


def route_words(route: Route) -> str:
    """Return the route, without the metric that the kernel gives by itself."""
    if route.destination.version == 6 and route.metric == IPV6_DEFAULT_METRIC:  # noqa: PLR2004
        return str(replace(route, metric=0))
    return str(route)
