"""From the services that are drawn to those that run, with all that the drawing leaves open."""

from collections.abc import Iterator, Mapping
from ipaddress import IPv4Address, IPv4Interface, IPv6Network
from typing import assert_never

from designer.state.interface import Interface
from designer.state.lower_frr import lower_frr
from designer.state.service import (
    Command,
    DhcpClient,
    DhcpServer,
    Dns,
    Echo,
    Frr,
    Http,
    Iperf3,
    RouterAdvertisement,
    Service,
)
from designer.topology import service as drawn
from designer.topology.node import Node

SLAAC_PREFIX = 64
"""Of other prefixes hosts make no addresses (RFC 4862, 5.5.3; RFC 2464, 4)."""


def lower_services(  # noqa: C901 - one case each
    node: Node, interfaces: Mapping[str, Interface], *, forwards: bool
) -> Iterator[Service]:
    """Yield the services of a node whose interfaces have been lowered."""
    commands = 0
    for one in node.services:
        match one:
            case drawn.HttpServer(port=port):
                yield Http(port)
            case drawn.EchoServer(protocol=protocol, port=port):
                yield Echo(protocol, port)
            case drawn.DnsServer():
                yield Dns()
            case drawn.DhcpServer():
                yield _dhcp_server(one, node, interfaces[one.interface], forwards=forwards)
            case drawn.DhcpClient(interface=interface):
                yield DhcpClient(interface, sets_resolver=not node.resolver)
            case drawn.RouterAdvertisement(interface=interface):
                prefixes = advertised(interfaces[interface])
                yield RouterAdvertisement(interface, prefixes, is_router=forwards)
            case drawn.Iperf3Server(port=port):
                yield Iperf3(port)
            case drawn.UserCommand(command=command):
                commands += 1
                yield Command(commands, command)
            case drawn.OspfRouter() | drawn.BgpRouter():
                continue  # both are one service, see below
            case _:
                assert_never(one)
    yield from lower_frr(node.services, interfaces)


def _dhcp_server(
    one: drawn.DhcpServer, node: Node, interface: Interface, *, forwards: bool
) -> DhcpServer:
    address = next(a for a in sorted_ipv4(interface) if one.range[0] in a.network)
    has_dns = any(isinstance(other, drawn.DnsServer) for other in node.services)
    return DhcpServer(
        interface=one.interface,
        address=address,
        first=one.range[0],
        last=one.range[1],
        router=one.router or _own(address, forwards),
        dns=one.dns or _own(address, has_dns),
        lease_s=one.lease_s,
    )


def _own(address: IPv4Interface, wanted: bool) -> IPv4Address | None:
    return address.ip if wanted else None


def sorted_ipv4(interface: Interface) -> list[IPv4Interface]:
    """Return an interface's IPv4 addresses in one order."""
    return sorted(one for one in interface.addresses if isinstance(one, IPv4Interface))


def advertised(interface: Interface) -> tuple[IPv6Network, ...]:
    """Return the prefixes of an interface that hosts can make addresses of."""
    networks = {one.network for one in interface.addresses if one.network.prefixlen == SLAAC_PREFIX}
    return tuple(sorted(one for one in networks if isinstance(one, IPv6Network)))


def service_names(node: Node) -> Iterator[str]:
    """Yield what each drawn service of a node is called among those that run."""
    commands = 0
    for one in node.services:
        match one:
            case drawn.HttpServer(port=port) | drawn.Iperf3Server(port=port):
                yield f"{one.kind}/{port}"
            case drawn.EchoServer(protocol=protocol, port=port):
                yield f"{one.kind}/{protocol}/{port}"
            case drawn.DnsServer():
                yield one.kind
            case drawn.UserCommand():
                commands += 1
                yield f"{one.kind}/{commands}"
            case drawn.OspfRouter() | drawn.BgpRouter():
                yield Frr().name
            case _:
                yield f"{one.kind}/{one.interface}"
