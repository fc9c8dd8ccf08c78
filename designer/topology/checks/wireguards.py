"""Rules about WireGuard devices: the ports they listen at, and where their peers are."""

from collections.abc import Iterator, Mapping

from designer.topology.checks.facts import Facts
from designer.topology.node import Node
from designer.topology.problem import Problem
from designer.topology.sentence import say
from designer.topology.stack import devices_of
from designer.topology.values import Address, End
from designer.topology.vxlan import VxlanDevice
from designer.topology.wireguard import Endpoint, WireGuardDevice


def check_wireguards(
    facts: Facts, name: str, node: Node, holders: Mapping[Address, str]
) -> Iterator[Problem]:
    """A device must have its port for itself, and somebody should listen at its peers' endpoints.

    `holders` tells which node has an address of the lab.
    """
    ports = {one.port: place for place, one in _of(node, VxlanDevice)}
    for interface, device in devices_of(node).items():
        if not isinstance(device, WireGuardDevice):
            continue
        element = f"nodes/{name}/interfaces/{interface}"
        first = ports.setdefault(device.port, interface)
        if first != interface:
            message = say(
                "{first} has the UDP port {port} already: give {interface} another",
                first=first,
                port=device.port,
                interface=interface,
            )
            yield Problem("port-twice", element, message)
        if node.interfaces[interface].mac:
            message = say(
                "{name}:{interface} has no Ethernet frames and so no MAC address: remove it",
                name=name,
                interface=interface,
            )
            yield Problem("mac-without-frames", element, message)
        for peer in device.peers:
            if peer.endpoint is not None:
                end = End(name, interface)
                yield from _check_endpoint(facts, end, peer.endpoint, holders)


def _of(node: Node, kind: type[VxlanDevice]) -> Iterator[tuple[str, VxlanDevice]]:
    for interface, device in devices_of(node).items():
        if isinstance(device, kind):
            yield interface, device


def _check_endpoint(
    facts: Facts, end: End, endpoint: Endpoint, holders: Mapping[Address, str]
) -> Iterator[Problem]:
    element = f"nodes/{end.node}/interfaces/{end.interface}"
    holder = holders.get(endpoint.address)
    if holder is None:
        message = say(
            "{end} looks for a peer at {address}, which nobody in this lab has: packets end there",
            end=end,
            address=endpoint.address,
        )
        yield Problem("tunnel-to-nobody", element, message, "warning")
    elif holder == end.node:
        message = say(
            "{end} looks for a peer at {address}, which is {holder} itself: name the other end",
            end=end,
            address=endpoint.address,
            holder=holder,
        )
        yield Problem("tunnel-to-itself", element, message)
    elif not _listens(facts.topology.nodes[holder], endpoint.port):
        message = say(
            "{end} looks for a peer at {endpoint}, and {holder} has no WireGuard"
            " device at port {port}: give it one, or name the port of the one it has",
            end=end,
            endpoint=endpoint,
            holder=holder,
            port=endpoint.port,
        )
        yield Problem("peer-does-not-listen", element, message, "warning")


def _listens(node: Node, port: int) -> bool:
    """Tell whether packets to a port may be taken; a dnat rule may send them on."""
    if any(rule.action == "dnat" for rule in node.rules):
        return True
    devices = devices_of(node).values()
    return any(isinstance(one, WireGuardDevice) and one.port == port for one in devices)
