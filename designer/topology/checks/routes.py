"""Rules about static routes."""

from collections.abc import Iterator, Sequence

from designer.topology.addressing import Addresses, PoolIsEmpty, assign_addresses
from designer.topology.node import Node
from designer.topology.problem import Problem
from designer.topology.route import Route
from designer.topology.topology import Topology
from designer.topology.values import Address, End, InterfaceAddress


def check_routes(topology: Topology) -> Iterator[Problem]:
    """Every route must leave by an interface, to a gateway that this interface's network holds."""
    try:
        assigned = assign_addresses(topology)
    except PoolIsEmpty:
        return  # said by the rules about addresses
    known = {address.ip for addresses in assigned.values() for address in addresses}
    for name, node in topology.nodes.items():
        if node.routes:
            own = interface_addresses(name, assigned, _linked(name, topology))
            yield from _check_node(name, node, own, known)


def _linked(name: str, topology: Topology) -> list[str]:
    return [end.interface for link in topology.links for end in link.ends if end.node == name]


def interface_addresses(
    name: str, assigned: Addresses, interfaces: Sequence[str]
) -> dict[str, tuple[InterfaceAddress, ...]]:
    """Return a node's addresses by interface, its bridge's included."""
    return {interface: assigned.get(End(name, interface), ()) for interface in (*interfaces, name)}


def _check_node(
    name: str, node: Node, own: dict[str, tuple[InterfaceAddress, ...]], known: set[Address]
) -> Iterator[Problem]:
    seen: set[tuple[object, int, int]] = set()
    for number, route in enumerate(node.routes):
        element = f"nodes/{name}/routes/{number}"
        if route.key in seen:
            message = f"{name} has a second route to {route.target}: give it another metric"
            yield Problem("duplicate-route", element, message)
        seen.add(route.key)
        if node.at == "host-namespace":
            continue  # the host may have interfaces that the drawing does not know
        if route.interface is not None and route.interface not in own:
            message = f"{name} has no linked interface {route.interface}: name one that it has"
            yield Problem("route-over-nothing", element, message)
        elif route.gateway is not None:
            yield from _check_gateway(name, route, own, known, element)


def _check_gateway(
    name: str,
    route: Route,
    own: dict[str, tuple[InterfaceAddress, ...]],
    known: set[Address],
    element: str,
) -> Iterator[Problem]:
    usable = {route.interface: own[route.interface]} if route.interface else own
    addresses = [address for those in usable.values() for address in those]
    if any(address.ip == route.gateway for address in addresses):
        message = f"{route.gateway} is {name} itself: name the next router's address"
        yield Problem("gateway-is-self", element, message)
    elif not any(route.gateway in address.network for address in addresses):
        message = (
            f"{name} is in no network with the gateway {route.gateway}: choose a gateway"
            f" on the same wire, or give {name} an address there"
        )
        yield Problem("gateway-out-of-reach", element, message)
    elif route.gateway not in known:
        message = f"nobody in this lab has the address {route.gateway}: packets end there"
        yield Problem("gateway-is-nobody", element, message, "warning")
