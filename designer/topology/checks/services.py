"""Rules about what runs in nodes."""

from collections.abc import Iterator, Mapping
from ipaddress import IPv4Interface

from designer.topology.checks.facts import Facts
from designer.topology.node import Node
from designer.topology.problem import Problem
from designer.topology.sentence import say
from designer.topology.service import (
    BgpRouter,
    DhcpClient,
    DhcpServer,
    DnsServer,
    EchoServer,
    HttpServer,
    Iperf3Server,
    OspfRouter,
    RouterAdvertisement,
    Service,
)
from designer.topology.values import Address, End, InterfaceAddress

SLAAC_PREFIX = 64
SERVING_KINDS = ("host", "router")


def check_services(facts: Facts) -> Iterator[Problem]:
    """What runs in a node must find there what it needs, and nobody in its place."""
    taken: dict[Address, End] = {
        address.ip: end for end, addresses in facts.assigned.items() for address in addresses
    }
    for name, node in facts.topology.nodes.items():
        if node.services and node.kind not in SERVING_KINDS:
            message = say(
                "{name} is a {kind}: services run in hosts and routers, link one to it",
                name=name,
                kind=node.kind,
            )
            yield Problem("services-elsewhere", f"nodes/{name}/services/0", message)
            continue
        yield from _check_places(name, node)
        for number, service in enumerate(node.services):
            element = f"nodes/{name}/services/{number}"
            yield from _check_one(End(name, _interface(service)), service, facts, taken, element)


def _check_places(name: str, node: Node) -> Iterator[Problem]:
    """No two services of a node may be in the same place: on a port, or at work on an interface."""
    first_use: dict[str, Service] = {}
    for number, service in enumerate(node.services):
        clashes = [place for place in _places(service) if place in first_use]
        if clashes:
            other = first_use[clashes[0]].kind
            message = say(
                "{name} has {other} at {place} already: leave one out or move it",
                name=name,
                other=other,
                place=clashes[0],
            )
            yield Problem("place-taken", f"nodes/{name}/services/{number}", message)
        first_use |= dict.fromkeys(_places(service), service)


def _places(service: Service) -> tuple[str, ...]:  # noqa: PLR0911 - one case each
    match service:
        case HttpServer(port=port) | Iperf3Server(port=port):
            return (f"tcp/{port}",)
        case EchoServer(protocol=protocol, port=port):
            return (f"{protocol}/{port}",)
        case DnsServer():
            return ("tcp/53", "udp/53")
        case DhcpServer(interface=interface) | DhcpClient(interface=interface):
            return (interface,)
        case RouterAdvertisement(interface=interface):
            return (say("{interface} for IPv6", interface=interface),)
        case OspfRouter() | BgpRouter():
            return (service.kind,)
        case _:
            return ()


def _interface(service: Service) -> str:
    match service:
        case DhcpServer() | DhcpClient() | RouterAdvertisement():
            return service.interface
        case _:
            return ""


def _check_one(
    end: End, service: Service, facts: Facts, taken: Mapping[Address, End], element: str
) -> Iterator[Problem]:
    if end.interface and not facts.is_linked(end):
        message = say(
            "{node} has no linked interface {interface}: name one that it has",
            node=end.node,
            interface=end.interface,
        )
        yield Problem("service-on-nothing", element, message)
        return
    addresses = facts.assigned.get(end, ())
    match service:
        case DhcpServer():
            yield from _check_range(end, service, addresses, taken, element)
        case DhcpClient():
            yield from _check_client(end, addresses, element)
        case RouterAdvertisement():
            yield from _check_prefix(end, addresses, element)
        case _:
            return


def _check_range(
    end: End,
    service: DhcpServer,
    addresses: tuple[InterfaceAddress, ...],
    taken: Mapping[Address, End],
    element: str,
) -> Iterator[Problem]:
    first, last = service.range
    networks = [one.network for one in addresses if isinstance(one, IPv4Interface)]
    network = next((one for one in networks if first in one), None)
    if network is None:
        message = say(
            "{end} has no address in a network with {first}: give it one, or lease"
            " from a network that it is in",
            end=end,
            first=first,
        )
        yield Problem("range-elsewhere", element, message)
        return
    edges = {network.network_address, network.broadcast_address} & {first, last}
    if last not in network or edges:
        message = say(
            "the range {first} to {last} is not all of hosts in {network}: make it smaller",
            first=first,
            last=last,
            network=network,
        )
        yield Problem("range-elsewhere", element, message)
    inside = [one for one in taken if one.version == 4 and first <= one <= last]  # noqa: PLR2004
    if others := [one for one in inside if taken[one] != end]:
        message = say(
            "{owner} has {address}, which {node} could lease to somebody else:"
            " choose another range",
            owner=taken[others[0]],
            address=others[0],
            node=end.node,
        )
        yield Problem("range-with-fixed", element, message, "warning")
    if service.router is not None and service.router not in network:
        message = say(
            "the router {router} is not in {network}: clients would not reach it",
            router=service.router,
            network=network,
        )
        yield Problem("router-elsewhere", element, message)


def _check_client(
    end: End, addresses: tuple[InterfaceAddress, ...], element: str
) -> Iterator[Problem]:
    fixed = [one for one in addresses if one.version == 4]  # noqa: PLR2004
    if fixed:
        message = say(
            "{end} has the address {address} and asks for another: leave out one of the"
            " two, the address by `addresses: []`",
            end=end,
            address=fixed[0],
        )
        yield Problem("client-with-address", element, message)


def _check_prefix(
    end: End, addresses: tuple[InterfaceAddress, ...], element: str
) -> Iterator[Problem]:
    networks = [one.network for one in addresses if one.version == 6]  # noqa: PLR2004
    if not networks:
        message = say(
            "{end} has no IPv6 address whose prefix it could advertise: give it one"
            " such as fd00:1::1/64, or the addressing a pool",
            end=end,
        )
        yield Problem("nothing-to-advertise", element, message)
    elif not any(one.prefixlen == SLAAC_PREFIX for one in networks):
        message = say(
            "hosts make no address of {network}: use a prefix of 64 bits", network=networks[0]
        )
        yield Problem("prefix-not-64", element, message, "warning")
