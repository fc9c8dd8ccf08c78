"""Rules about static routes."""

from collections.abc import Iterator

from designer.topology.checks.facts import Facts
from designer.topology.node import Node
from designer.topology.problem import Problem
from designer.topology.route import Hop, Route
from designer.topology.sentence import say
from designer.topology.stack import table_of
from designer.topology.values import Address, End, InterfaceAddress


def check_routes(facts: Facts) -> Iterator[Problem]:
    """Every route must leave by an interface, to a gateway that this interface's network holds."""
    if facts.pool_is_empty:
        return  # said by the rules about addresses
    known = {address.ip for addresses in facts.assigned.values() for address in addresses}
    for name, node in facts.topology.nodes.items():
        if node.routes:
            yield from _check_node(name, node, _own_addresses(name, facts), known)


def _own_addresses(name: str, facts: Facts) -> dict[str, tuple[InterfaceAddress, ...]]:
    """Return a node's addresses by interface, those of its bridge and its devices included."""
    names = (*facts.linked.get(name, ()), *facts.topology.nodes[name].interfaces, name)
    ends = [End(name, one) for one in names if facts.is_made(End(name, one))]
    return {end.interface: facts.assigned.get(end, ()) for end in ends}


def _check_node(
    name: str, node: Node, own: dict[str, tuple[InterfaceAddress, ...]], known: set[Address]
) -> Iterator[Problem]:
    seen: set[object] = set()
    for number, route in enumerate(node.routes):
        element = f"nodes/{name}/routes/{number}"
        key = (*route.key, *(table_of(node, hop.interface) for hop in route.ways if hop.interface))
        if key in seen:
            message = say(
                "{name} has a second route to {target}: give it another metric",
                name=name,
                target=route.target,
            )
            yield Problem("duplicate-route", element, message)
        seen.add(key)
        if node.at == "host-namespace":
            yield from _check_in_host(name, route, element)
            continue  # the host may have interfaces that the drawing does not know
        for hop in route.ways:
            yield from _check_hop(name, hop, own, known, element)


def _check_in_host(name: str, route: Route, element: str) -> Iterator[Problem]:
    """Nothing would tell such a route from the host's own ones."""
    if route.type != "unicast":
        message = say(
            "{name} is in the host's namespace, which takes no {type}: remove it",
            name=name,
            type=route.type,
        )
        yield Problem("host-ends-packets", element, message)


def _check_hop(
    name: str,
    hop: Hop,
    own: dict[str, tuple[InterfaceAddress, ...]],
    known: set[Address],
    element: str,
) -> Iterator[Problem]:
    if hop.interface is not None and hop.interface not in own:
        message = say(
            "{name} has no interface {interface}: name one that it has",
            name=name,
            interface=hop.interface,
        )
        yield Problem("route-over-nothing", element, message)
    elif hop.gateway is not None:
        usable = own if hop.interface is None else {hop.interface: own[hop.interface]}
        yield from _check_gateway(name, hop.gateway, usable, known, element)


def _check_gateway(
    name: str,
    gateway: Address,
    usable: dict[str, tuple[InterfaceAddress, ...]],
    known: set[Address],
    element: str,
) -> Iterator[Problem]:
    addresses = [address for those in usable.values() for address in those]
    if any(address.ip == gateway for address in addresses):
        message = say(
            "{gateway} is {name} itself: name the next router's address", gateway=gateway, name=name
        )
        yield Problem("gateway-is-self", element, message)
    elif not any(gateway in address.network for address in addresses):
        message = say(
            "{name} is in no network with the gateway {gateway}: choose a gateway on"
            " the same wire, or give {name} an address there",
            name=name,
            gateway=gateway,
        )
        yield Problem("gateway-out-of-reach", element, message)
    elif gateway not in known:
        message = say(
            "nobody in this lab has the address {gateway}: packets end there", gateway=gateway
        )
        yield Problem("gateway-is-nobody", element, message, "warning")
