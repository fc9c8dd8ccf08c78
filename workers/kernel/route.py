"""Messages about routes."""

from dataclasses import replace
from functools import cache
from struct import Struct
from typing import Any, NamedTuple

from pyroute2.netlink import NLM_F_CREATE, NLM_F_REPLACE, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_DELROUTE, RTM_NEWROUTE
from pyroute2.netlink.rtnl.rtmsg import rtmsg

from designer.state.namespace import Family
from designer.state.route import Route, RouteKind
from designer.topology.route import MAIN_TABLE
from workers.kernel.address import ADDRESS, AF, GATEWAY
from workers.kernel.indexes import Indexes
from workers.kernel.shape import IPV4, IPV6, Marker, Shape, filled, number

RT_TABLE_UNSPEC, RTPROT_STATIC = 0, 4
RT_SCOPE_UNIVERSE, RT_SCOPE_LINK, RT_SCOPE_NOWHERE = 0, 253, 255
KINDS: dict[RouteKind, int] = {"unicast": 1, "blackhole": 6, "unreachable": 7, "prohibit": 8}
"""RTN_UNICAST and its like, by the words of ip-route(8)."""

INDEX, METRIC, TABLE = number(1), number(2), number(3)
NEXT_HOP = Struct("=BI")
"""The weight, less one, and the interface of one of several hops (struct rtnexthop)."""

Attributes = list[tuple[str, Any]]


class Form(NamedTuple):
    """What decides the shape of a route's messages; `gateways` tells which hops have one."""

    family: Family
    prefix_length: int
    kind: RouteKind
    in_main: bool
    gateways: tuple[bool, ...]


def form(route: Route) -> Form:
    """Return the form of a route."""
    destination, hops = route.destination, route.hops
    gateways = tuple([hop.gateway is not None for hop in hops])
    in_main = route.table == MAIN_TABLE
    return Form(destination.version, destination.prefixlen, route.kind, in_main, gateways)


@cache
def addition(form: Form) -> Shape:
    """Return the shape of a request for a route; it replaces one of the same key."""
    far = len(form.gateways) != 1 or form.gateways[0] or form.family == 6  # noqa: PLR2004
    scope = RT_SCOPE_UNIVERSE if far else RT_SCOPE_LINK
    fields = {"proto": RTPROT_STATIC, "type": KINDS[form.kind], "scope": scope}
    return _shape(RTM_NEWROUTE, NLM_F_CREATE | NLM_F_REPLACE, form, fields)


@cache
def deletion(form: Form) -> Shape:
    """Return the shape of a request to delete a route, whoever made it."""
    fields = {"type": KINDS[form.kind], "scope": RT_SCOPE_NOWHERE}
    return _shape(RTM_DELROUTE, 0, form, fields)


def without_order(route: Route) -> Route:
    """Return what names a route for deletion: of several hops none, for in IPv4 their order counts.

    The kernel keeps the order in which it was told them (fib_nh_match, net/ipv4/fib_semantics.c).
    """
    return replace(route, hops=()) if len(route.hops) > 1 else route


def values(route: Route, namespace: str, indexes: Indexes) -> list[int | bytes]:
    """Return what is put into its shape."""
    ways = [indexes.of(namespace, hop.interface) for hop in route.hops]
    put: list[int | bytes] = [route.metric]
    if len(ways) == 1:
        put += ways
    else:
        hops = zip(route.hops, ways, strict=True)
        put += [NEXT_HOP.pack(hop.weight - 1, index) for hop, index in hops]
    put += [hop.gateway.packed for hop in route.hops if hop.gateway is not None]
    if route.table != MAIN_TABLE:
        put.append(route.table)
    if route.destination.prefixlen:
        put.append(route.destination.network_address.packed)
    return put


def _shape(kind: int, flags: int, form: Form, fields: dict[str, int]) -> Shape:
    """Write the message with its markers, in the order of `values`."""
    attributes, markers = _hops(form)
    attributes.append(("RTA_PRIORITY", METRIC.value))
    if not form.in_main:
        attributes.append(("RTA_TABLE", TABLE.value))
        markers.append(TABLE)
    if form.prefix_length:
        attributes.append(("RTA_DST", ADDRESS[form.family].value))
        markers.append(ADDRESS[form.family])
    table = MAIN_TABLE if form.in_main else RT_TABLE_UNSPEC
    common = {"family": AF[form.family], "dst_len": form.prefix_length, "table": table}
    message = filled(rtmsg(), common | fields, attributes)
    return Shape(message, kind, NLM_F_REQUEST | flags, METRIC, *markers)


def _hops(form: Form) -> tuple[Attributes, list[Marker]]:
    if not form.gateways:
        return [], []
    if len(form.gateways) > 1:
        return _several_hops(form)
    if not form.gateways[0]:
        return [("RTA_OIF", INDEX.value)], [INDEX]
    gateway = GATEWAY[form.family]
    return [("RTA_OIF", INDEX.value), ("RTA_GATEWAY", gateway.value)], [INDEX, gateway]


def _several_hops(form: Form) -> tuple[Attributes, list[Marker]]:
    hops: list[dict[str, Any]] = []
    ways: list[Marker] = []
    gateways: list[Marker] = []
    for place, has_gateway in enumerate(form.gateways):
        index = number(place + 8)
        hop = {"flags": 0, "hops": WEIGHT, "oif": index.value, "attrs": []}
        ways.append(Marker(Struct("=5s"), None, NEXT_HOP.pack(WEIGHT, index.value)))
        if has_gateway:
            gateways.append(_gateway(form.family, place))
            hop["attrs"] = [("RTA_GATEWAY", gateways[-1].value)]
        hops.append(hop)
    return [("RTA_MULTIPATH", hops)], [*ways, *gateways]


WEIGHT = 0x5A


def _gateway(family: Family, place: int) -> Marker:
    """Mark the gateway of one of several hops."""
    if family == 4:  # noqa: PLR2004
        return Marker(IPV4, f"92.165.92.{place}", bytes((92, 165, 92, place)))
    packed = b"\x5c\xa5" * 7 + bytes((0x5C, place))
    return Marker(IPV6, ":".join(["5ca5"] * 7 + [f"5c{place:02x}"]), packed)
