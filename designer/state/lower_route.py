"""Drawn routes, as the kernel should have them."""

from collections.abc import Iterator, Mapping

from designer.state.family import spoken_families
from designer.state.interface import Interface
from designer.state.lower_device import end_of_table
from designer.state.route import Address, Hop, Route, canonical
from designer.state.vrf import Vrf
from designer.topology.node import Node
from designer.topology.route import MAIN_TABLE
from designer.topology.route import Route as DrawnRoute
from designer.topology.stack import table_of


def lower_routes(node: Node, interfaces: Mapping[str, Interface]) -> Iterator[Route]:
    """Yield the routes that are drawn, and the ends of the tables of VRFs."""
    for drawn in node.routes:
        route = lower_route(drawn, node, interfaces)
        if route is not None:
            yield route
    for one in interfaces.values():
        if isinstance(one.device, Vrf):
            yield from end_of_table(one.device, spoken_families(interfaces))


def lower_route(drawn: DrawnRoute, node: Node, interfaces: Mapping[str, Interface]) -> Route | None:
    """Return what the kernel should have for a route, None where it can have nothing."""
    hops = canonical(_hops(drawn, interfaces))
    if not hops and drawn.type == "unicast":
        return None
    table = drawn.table
    if table == MAIN_TABLE and hops:
        table = table_of(node, hops[0].interface)
    return Route(drawn.network, hops, drawn.kernel_metric, drawn.type, table)


def _hops(drawn: DrawnRoute, interfaces: Mapping[str, Interface]) -> Iterator[Hop]:
    """Yield the hops of a route; the kernel takes none over an interface that is down."""
    for way in drawn.ways:
        interface = way.interface or interface_towards(way.gateway, interfaces)
        if interface not in interfaces or interfaces[interface].up:
            yield Hop(interface, way.gateway, way.weight)


def interface_towards(gateway: Address | None, interfaces: Mapping[str, Interface]) -> str:
    """Return the interface on whose network the gateway is, the narrowest one first."""
    candidates = [
        (address.network.prefixlen, one.up, one.name)
        for one in interfaces.values()
        for address in one.addresses
        if gateway in address.network
    ]
    return max(candidates)[2] if candidates else ""
