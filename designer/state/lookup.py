"""Where a namespace's tables send a packet."""

from collections.abc import Iterator
from dataclasses import dataclass

from designer.state.interface import LOOPBACK, Interface
from designer.state.namespace import Namespace
from designer.state.policy import Policy
from designer.state.route import Address, Hop, Route
from designer.state.vrf_table import L3MDEV_PRIORITY, table_at
from designer.topology.route import MAIN_TABLE
from designer.topology.sentence import say

CONNECTED_METRIC = {4: 0, 6: 256}
"""What the kernel gives the network of an address (IP6_RT_PRIO_ADDRCONF, net/ip6_route.h)."""


@dataclass(frozen=True, slots=True)
class Packet:
    """What a table is asked about.

    `source` is None as long as it has none: then the kernel knows it as from anywhere. `came_in`
    is the loopback for a packet of the node's own, and `bound` the interface by whose VRF it is
    routed: an answer is bound to where the question came in.
    """

    target: Address
    source: Address | None = None
    came_in: str = LOOPBACK
    bound: str = LOOPBACK


@dataclass(frozen=True, slots=True)
class Step:
    """Out of which interface a packet goes, and to whom on its wire."""

    interface: str
    next_hop: Address


Rank = tuple[int, int, bool]


def look_up(namespace: Namespace, packet: Packet) -> tuple[Step, ...] | str:
    """Return where the tables send a packet, or in words why nowhere.

    There are several steps where equal paths share the packets.
    """
    for table in _tables(namespace, packet):
        found = _best(namespace, table, packet.target)
        if found is not None:
            return found
    return _missing(namespace, packet.target)


def _tables(namespace: Namespace, packet: Packet) -> Iterator[int]:
    """Yield the tables in which a packet is looked up, until one of them knows its way."""
    found = [
        (policy.priority, policy.table)
        for policy in namespace.policies
        if _is_about(policy, packet)
    ]
    own = table_at(namespace, packet.bound)
    if own != MAIN_TABLE:
        found.append((L3MDEV_PRIORITY, own))
    yield from (table for _, table in sorted(found))
    yield MAIN_TABLE


def _is_about(policy: Policy, packet: Packet) -> bool:
    """Tell whether a policy is about a packet that nobody has marked."""
    target, source = packet.target, packet.source
    return (
        policy.version == target.version
        and not policy.mark
        and policy.interface in {"", packet.came_in}
        and (policy.destination is None or target in policy.destination)
        and (policy.source is None or (source is not None and source in policy.source))
    )


def _best(namespace: Namespace, table: int, target: Address) -> tuple[Step, ...] | str | None:
    """Return what a table says: the longest prefix counts, then the lowest metric."""
    matches = [*_routes(namespace, table, target), *_networks(namespace, table, target)]
    best = max(matches, default=None, key=lambda one: one[0])
    return None if best is None else best[1]


def _networks(
    namespace: Namespace, table: int, target: Address
) -> Iterator[tuple[Rank, tuple[Step, ...]]]:
    metric = CONNECTED_METRIC[target.version]
    for interface in namespace.interfaces.values():
        if interface.up and table_at(namespace, interface.name) == table:
            for one in interface.addresses:
                if target in one.network:
                    rank = (one.network.prefixlen, -metric, True)
                    yield rank, (Step(interface.name, target),)


def _routes(
    namespace: Namespace, table: int, target: Address
) -> Iterator[tuple[Rank, tuple[Step, ...] | str]]:
    for route in namespace.routes:
        if route.table == table and target in route.destination:
            rank = (route.destination.prefixlen, -route.metric, False)
            if route.kind != "unicast":
                yield (
                    rank,
                    say(
                        "{name} has a route that ends packets to {target}: {route}",
                        name=namespace.name,
                        target=target,
                        route=route,
                    ),
                )
            elif steps := tuple(_steps(namespace, route, target)):
                yield rank, steps


def _steps(namespace: Namespace, route: Route, target: Address) -> Iterator[Step]:
    """Yield the hops that can be taken; the kernel passes over those out of a dead interface."""
    for hop in route.hops:
        if _is_up(namespace, hop):
            yield Step(hop.interface, hop.gateway or target)


def _is_up(namespace: Namespace, hop: Hop) -> bool:
    interface = namespace.interfaces.get(hop.interface)
    return interface is not None and interface.up


def _missing(namespace: Namespace, target: Address) -> str:
    if not addresses_of(namespace, target.version):
        return say(
            "{name} has no IPv{version} address", name=namespace.name, version=target.version
        )
    down = [one.name for one in namespace.interfaces.values() if _would_match(one, target)]
    if down:
        return say("{name}:{interface} is down", name=namespace.name, interface=down[0])
    inside = [name for name in namespace.interfaces if _is_in_vrf(namespace, name, target)]
    if inside:
        return say(
            "{target} is in the VRF of {name}:{inside}, not in its main table",
            target=target,
            name=namespace.name,
            inside=inside[0],
        )
    return say("{name} has no route to {target}", name=namespace.name, target=target)


def _is_in_vrf(namespace: Namespace, name: str, target: Address) -> bool:
    interface = namespace.interfaces[name]
    near = any(target in one.network for one in interface.addresses)
    return near and table_at(namespace, name) != MAIN_TABLE


def _would_match(interface: Interface, target: Address) -> bool:
    return not interface.up and any(target in one.network for one in interface.addresses)


def addresses_of(namespace: Namespace, version: int) -> list[Address]:
    """Return a namespace's addresses of a family."""
    return [
        one.ip
        for each in namespace.interfaces.values()
        for one in each.addresses
        if one.version == version
    ]
