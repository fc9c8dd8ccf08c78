"""Where a packet that is sent into a WireGuard device comes out."""

from collections.abc import Callable, Iterator

from designer.state.host_state import HostState
from designer.state.interface import InterfaceId
from designer.state.namespace import Namespace
from designer.state.route import Address
from designer.state.tunnel_end import holders
from designer.state.wireguard import Peer, WireGuard
from designer.topology.sentence import say
from designer.topology.wireguard import Endpoint

WayFault = Callable[[Endpoint], str]
"""Returns why packets do not get to an endpoint, empty where they do."""


def other_device(
    state: HostState,
    place: InterfaceId,
    packet: tuple[Address | None, Address],
    way_fault: WayFault,
) -> InterfaceId | str:
    """Return the device that gets a packet from one address to another, or why none does."""
    source, target = packet
    interface = state.interface(place)
    device = interface.device if interface is not None else None
    assert isinstance(device, WireGuard)  # noqa: S101 - who asks has seen it
    peer = _peer_for(device, target)
    if peer is None:
        return say("no peer of {place} is allowed {target}", place=place, target=target)
    if peer.endpoint is None:
        found = _caller(state, place, device, peer)
    else:
        found = way_fault(peer.endpoint) or _listener(state, peer.endpoint)
    if isinstance(found, str):
        return found
    return _refusal(state, found, peer, source) or found


def _peer_for(device: WireGuard, address: Address) -> Peer | None:
    """Return the peer whose smallest allowed network has an address, as the kernel finds it."""
    found = (
        (network.prefixlen, peer)
        for peer in device.peers
        for network in peer.allowed
        if address in network
    )
    return max(found, key=lambda one: one[0], default=(0, None))[1]


def _listener(state: HostState, endpoint: Endpoint) -> InterfaceId | str:
    for namespace in holders(state, endpoint.address):
        for place, device in _devices(namespace):
            if device.port == endpoint.port:
                return place
    return say("no WireGuard device that is up listens at {endpoint}", endpoint=endpoint)


def _caller(
    state: HostState, place: InterfaceId, device: WireGuard, peer: Peer
) -> InterfaceId | str:
    """Return the device of a peer whose endpoint is not drawn: one that knows where this one is."""
    here = state.namespaces[place.namespace]
    for namespace in state.namespaces.values():
        for other, its in _devices(namespace):
            if other != place and _calls(its, here, device) and _is(state, other, device, peer):
                return other
    return say(
        "{place} does not know where a peer of it is, nor does that peer know where {place} is",
        place=place,
    )


def _calls(caller: WireGuard, here: Namespace, device: WireGuard) -> bool:
    return any(
        one.endpoint is not None
        and one.endpoint.port == device.port
        and _has(here, one.endpoint.address)
        for one in caller.peers
    )


def _is(state: HostState, other: InterfaceId, device: WireGuard, peer: Peer) -> bool:
    """Tell whether another device may be a peer's: no key says so, but whose its addresses are."""
    interface = state.interface(other)
    addresses = interface.addresses if interface is not None else ()
    return any(_peer_for(device, one.ip) == peer for one in addresses)


def _refusal(state: HostState, end: InterfaceId, sender: Peer, source: Address | None) -> str:
    """Return why a device drops what comes from an address; `sender` is what is known of it."""
    interface = state.interface(end)
    device = interface.device if interface is not None else None
    if not isinstance(device, WireGuard) or source is None:
        return ""
    known = _peer_for(device, source)
    if known is None:
        return say(
            "{end} takes no packets from {source}: no peer of it is allowed that",
            end=end,
            source=source,
        )
    if known.preshared_key != sender.preshared_key:
        return say("{end} does not have the preshared key that it is spoken to with", end=end)
    return ""


def _devices(namespace: Namespace) -> Iterator[tuple[InterfaceId, WireGuard]]:
    for interface in namespace.interfaces.values():
        if isinstance(interface.device, WireGuard) and interface.up:
            yield InterfaceId(namespace.name, interface.name), interface.device


def _has(namespace: Namespace, address: Address) -> bool:
    interfaces = namespace.interfaces.values()
    return any(address == one.ip for interface in interfaces for one in interface.addresses)
