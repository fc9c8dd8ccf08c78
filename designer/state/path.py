"""The way a packet takes through a host state, hop by hop, and where it ends."""

from collections.abc import Iterator
from dataclasses import dataclass

from designer.state.host_state import HostState
from designer.state.interface import LOOPBACK, Interface, InterfaceId
from designer.state.namespace import Namespace
from designer.state.route import Address, Route
from designer.state.wire import hearers

HOPS_MAX = 64
"""The time to live that Linux gives a packet (ip-sysctl, ip_default_ttl)."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where a packet got to; `fault` says why it went no further, empty when it arrived.

    `source` is its source address on arrival, and `rewritten_by` the namespace that
    masqueraded it on the way, if one did.
    """

    namespaces: tuple[str, ...]
    fault: str = ""
    source: Address | None = None
    rewritten_by: str = ""


@dataclass(frozen=True, slots=True)
class _Step:
    interface: str
    next_hop: Address


def follow(state: HostState, start: str, target: Address, source: Address | None = None) -> Way:
    """Return the way from a namespace to an address, by its tables and the wires alone."""
    here, passed, rewritten_by = start, [start], ""
    for _ in range(HOPS_MAX):
        namespace = state.namespaces[here]
        if _has(namespace, target):
            fault = _arrival_fault(namespace, target, is_start=len(passed) == 1)
            return Way(tuple(passed), fault, source, rewritten_by)
        step = _next_step(namespace, target)
        if isinstance(step, str):
            return Way(tuple(passed), step, source, rewritten_by)
        if len(passed) > 1 and target.version not in namespace.forwarding:
            fault = f"{here} does not forward IPv{target.version}"
            return Way(tuple(passed), fault, source, rewritten_by)
        own = _source_address(namespace, step)
        if source is None or (step.interface in namespace.masquerade and len(passed) > 1):
            rewritten_by = here if source is not None else rewritten_by
            source = own
        found = _neighbour(state, here, step)
        if found is None:
            fault = _silence(state, here, step)
            return Way(tuple(passed), fault, source, rewritten_by)
        here = found
        passed.append(here)
    return Way(tuple(passed), "it goes round in circles until its hops are used up", source)


def _has(namespace: Namespace, address: Address) -> bool:
    return any(
        address == one.ip for each in namespace.interfaces.values() for one in each.addresses
    )


def _arrival_fault(namespace: Namespace, target: Address, *, is_start: bool) -> str:
    lo = namespace.interfaces.get(LOOPBACK)
    if is_start and lo is not None and not lo.up:
        return f"lo is down in {namespace.name}, and a node reaches its own addresses through lo"
    holder = next(
        each
        for each in namespace.interfaces.values()
        if any(target == one.ip for one in each.addresses)
    )
    if target.version == 6 and not holder.up:  # noqa: PLR2004
        return f"{namespace.name}:{holder.name} is down"
    return ""


def _next_step(namespace: Namespace, target: Address) -> _Step | str:
    """Return the best match of the tables, or what is missing in words."""
    found = max(_matches(namespace, target), default=None, key=lambda one: one[0])
    if found is not None:
        return found[1]
    if not _addresses(namespace, target.version):
        return f"{namespace.name} has no IPv{target.version} address"
    down = [one.name for one in namespace.interfaces.values() if _would_match(one, target)]
    if down:
        return f"{namespace.name}:{down[0]} is down"
    return f"{namespace.name} has no route to {target}"


def _would_match(interface: object, target: Address) -> bool:
    addresses = getattr(interface, "addresses", ())
    return not getattr(interface, "up", True) and any(target in one.network for one in addresses)


def _matches(namespace: Namespace, target: Address) -> Iterator[tuple[tuple[int, int, int], _Step]]:
    """Yield what matches, longest prefix first, then the network at hand, then low metrics."""
    for interface in namespace.interfaces.values():
        if interface.up:
            for one in interface.addresses:
                if target in one.network:
                    yield (one.network.prefixlen, 1, 0), _Step(interface.name, target)
    for route in namespace.routes:
        interface_up = _is_up(namespace, route)
        if interface_up and target in route.destination:
            rank = (route.destination.prefixlen, 0, -route.metric)
            yield rank, _Step(route.interface, route.gateway or target)


def _is_up(namespace: Namespace, route: Route) -> bool:
    interface = namespace.interfaces.get(route.interface)
    return interface is not None and interface.up


def _addresses(namespace: Namespace, version: int) -> list[Address]:
    return [
        one.ip
        for each in namespace.interfaces.values()
        for one in each.addresses
        if one.version == version
    ]


def _source_address(namespace: Namespace, step: _Step) -> Address | None:
    """Return the address a packet is given: one in the next hop's network, or any of the node."""
    out = namespace.interfaces[step.interface]
    same = [one for one in out.addresses if one.version == step.next_hop.version]
    near = [one.ip for one in same if step.next_hop in one.network]
    everywhere = _addresses(namespace, step.next_hop.version)
    return next(iter([*near, *(one.ip for one in same), *everywhere]), None)


def _neighbour(state: HostState, here: str, step: _Step) -> str | None:
    for place in hearers(state, InterfaceId(here, step.interface)):
        if place.namespace != here and _has(state.namespaces[place.namespace], step.next_hop):
            return place.namespace
    return None


def _silence(state: HostState, here: str, step: _Step) -> str:
    place = InterfaceId(here, step.interface)
    interface = state.interface(place)
    peer = state.interface(interface.peer) if interface and interface.peer else None
    if interface is not None and interface.peer is not None and (peer is None or not peer.up):
        return f"{interface.peer}, the other end of {place}, is down"
    holder = _holder(state, step.next_hop)
    if holder is not None and not holder[1].up:
        return f"{holder[0]}, which has the address {step.next_hop}, is down"
    return f"nobody on the wire of {place} has the address {step.next_hop}"


def _holder(state: HostState, address: Address) -> tuple[InterfaceId, Interface] | None:
    """Return the first interface of the lab that has an address, up or not."""
    for namespace in state.namespaces.values():
        for interface in namespace.interfaces.values():
            if any(address == one.ip for one in interface.addresses):
                return InterfaceId(namespace.name, interface.name), interface
    return None
