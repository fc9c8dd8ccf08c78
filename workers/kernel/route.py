"""Messages about routes of the main table."""

from functools import cache

from pyroute2.netlink import NLM_F_CREATE, NLM_F_REPLACE, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_DELROUTE, RTM_NEWROUTE
from pyroute2.netlink.rtnl.rtmsg import rtmsg

from designer.state.namespace import Family
from designer.state.route import Route
from workers.kernel.address import ADDRESS, AF, GATEWAY
from workers.kernel.shape import Shape, filled, number

RT_TABLE_MAIN, RTPROT_STATIC, RTN_UNICAST = 254, 4, 1
RT_SCOPE_UNIVERSE, RT_SCOPE_LINK, RT_SCOPE_NOWHERE = 0, 253, 255
INDEX, METRIC = number(1), number(2)

Values = tuple[int | bytes, ...]


@cache
def addition(family: Family, prefix_length: int, has_gateway: bool) -> Shape:
    """Return the shape of a request for a route."""
    direct = RT_SCOPE_UNIVERSE if has_gateway or family == 6 else RT_SCOPE_LINK  # noqa: PLR2004
    fields = {"proto": RTPROT_STATIC, "type": RTN_UNICAST, "scope": direct}
    flags = NLM_F_CREATE | NLM_F_REPLACE
    return _shape(RTM_NEWROUTE, flags, family, prefix_length, has_gateway, fields)


@cache
def deletion(family: Family, prefix_length: int, has_gateway: bool) -> Shape:
    """Return the shape of a request to delete a route, whoever made it."""
    fields = {"scope": RT_SCOPE_NOWHERE}
    return _shape(RTM_DELROUTE, 0, family, prefix_length, has_gateway, fields)


def key(route: Route) -> tuple[Family, int, bool]:
    """Return what decides a route's shape."""
    return route.destination.version, route.destination.prefixlen, route.gateway is not None


def values(route: Route, index: int) -> Values:
    """Return what is put into its shape."""
    gateway = () if route.gateway is None else (route.gateway.packed,)
    ends = (index, route.metric, *gateway)
    if route.destination.prefixlen == 0:
        return ends
    return (*ends, route.destination.network_address.packed)


def _shape(  # noqa: PLR0913, PLR0917 - a message has that many parts
    kind: int,
    flags: int,
    family: Family,
    prefix_length: int,
    has_gateway: bool,
    fields: dict[str, int],
) -> Shape:
    markers = [INDEX, METRIC]
    attributes = [("RTA_OIF", INDEX.value), ("RTA_PRIORITY", METRIC.value)]
    if has_gateway:
        markers.append(GATEWAY[family])
        attributes.append(("RTA_GATEWAY", GATEWAY[family].value))
    if prefix_length:
        markers.append(ADDRESS[family])
        attributes.append(("RTA_DST", ADDRESS[family].value))
    common = {"family": AF[family], "dst_len": prefix_length, "table": RT_TABLE_MAIN}
    message = filled(rtmsg(), common | fields, attributes)
    return Shape(message, kind, NLM_F_REQUEST | flags, *markers)
