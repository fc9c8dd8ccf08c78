"""WireGuard devices as the kernel tells them, keys and all (linux/wireguard.h)."""

import socket
from base64 import b64encode
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from errno import ENODEV
from ipaddress import ip_address, ip_network
from struct import Struct

from designer.state.inquiry import DrawnEndpoint
from designer.state.wireguard import Peer, WireGuard
from designer.topology.values import Network
from designer.topology.wireguard import Endpoint, parse_endpoint
from workers.kernel.dump import Message, attributes, children, dump, nested, octets
from workers.kernel.generic_netlink import (
    GENL_HEADER_BYTES,
    open_generic_socket,
    question,
    u32,
)
from workers.kernel.wireguard import (
    ENDPOINT4,
    ENDPOINT6,
    WG_CMD_GET_DEVICE,
    WGALLOWEDIP_A_CIDR_MASK,
    WGALLOWEDIP_A_IPADDR,
    WGDEVICE_A_IFINDEX,
    WGDEVICE_A_LISTEN_PORT,
    WGDEVICE_A_PEERS,
    WGDEVICE_A_PRIVATE_KEY,
    WGPEER_A_ALLOWEDIPS,
    WGPEER_A_ENDPOINT,
    WGPEER_A_KEEPALIVE_S,
    WGPEER_A_PRESHARED_KEY,
    WGPEER_A_PUBLIC_KEY,
)

_SHORT, _PORT = Struct("=H"), Struct(">H")
_ADDRESS_AT = 4
NO_KEY = bytes(32)
"""What the kernel tells where there is no key."""


def observe_devices(
    family: Callable[[socket.socket], int], indexes: Iterable[int]
) -> Mapping[int, WireGuard]:
    """Return devices of the namespace the thread stands in; one that has just gone is left out."""
    found = {}
    with open_generic_socket() as netlink:
        number = family(netlink)
        for index in indexes:
            body = u32(WGDEVICE_A_IFINDEX, index)
            try:
                found[index] = parse(dump(netlink, question(number, WG_CMD_GET_DEVICE, body)))
            except OSError as error:
                if error.errno != ENODEV:
                    raise
    return found


def parse(messages: Iterable[Message]) -> WireGuard:
    """Read one device; a peer with many networks goes on in the next message."""
    private_key, port = "", 0
    peers: dict[str, Peer] = {}
    for data, start, end in messages:
        found = attributes(data, start + GENL_HEADER_BYTES, end)
        if WGDEVICE_A_PRIVATE_KEY in found:
            private_key = _key(octets(data, found[WGDEVICE_A_PRIVATE_KEY]))
        if WGDEVICE_A_LISTEN_PORT in found:
            (port,) = _SHORT.unpack(octets(data, found[WGDEVICE_A_LISTEN_PORT]))
        if WGDEVICE_A_PEERS in found:
            for place in children(data, found[WGDEVICE_A_PEERS]):
                _add(peers, _peer(data, place))
    return WireGuard(private_key, port, tuple(peers[key] for key in sorted(peers)))


def _add(peers: dict[str, Peer], told: Peer) -> None:
    first = peers.get(told.public_key)
    more = told if first is None else replace(first, allowed=first.allowed | told.allowed)
    peers[told.public_key] = more


def _peer(data: bytes, place: int) -> Peer:
    found = nested(data, place)
    told = {kind: octets(data, at) for kind, at in found.items() if kind != WGPEER_A_ALLOWEDIPS}
    keepalive = told.get(WGPEER_A_KEEPALIVE_S)
    endpoint = told.get(WGPEER_A_ENDPOINT)
    return Peer(
        public_key=_key(told[WGPEER_A_PUBLIC_KEY]),
        preshared_key=_key(told.get(WGPEER_A_PRESHARED_KEY, NO_KEY)),
        endpoint=_endpoint(endpoint) if endpoint else None,
        allowed=frozenset(_allowed(data, found.get(WGPEER_A_ALLOWEDIPS))),
        keepalive_s=_SHORT.unpack(keepalive)[0] if keepalive else 0,
    )


def _allowed(data: bytes, place: int | None) -> Iterator[Network]:
    for one in children(data, place) if place is not None else ():
        found = nested(data, one)
        address = ip_address(octets(data, found[WGALLOWEDIP_A_IPADDR]))
        (length,) = octets(data, found[WGALLOWEDIP_A_CIDR_MASK])
        yield ip_network(f"{address}/{length}")


def _key(told: bytes) -> str:
    return "" if told == NO_KEY else b64encode(told).decode()


def _endpoint(told: bytes) -> Endpoint:
    (family,) = _SHORT.unpack_from(told)
    (port,) = _PORT.unpack_from(told, _SHORT.size)
    rest = ENDPOINT4 if family == socket.AF_INET else ENDPOINT6
    (packed,) = rest.unpack_from(told, _ADDRESS_AT)
    return Endpoint(ip_address(packed), port)


def as_drawn(device: WireGuard, interface: str, drawn: Collection[DrawnEndpoint]) -> WireGuard:
    """Return a device with the endpoints that its peers were given.

    The kernel forgets an endpoint when the peer is heard from elsewhere, which is as it should be
    and no drift: so one that was drawn stays, and one that was never drawn is none.
    """
    given = [one for one in drawn if one.interface == interface]
    peers = (
        replace(peer, endpoint=_given(peer, [o for o in given if o.public_key == peer.public_key]))
        for peer in device.peers
    )
    return replace(device, peers=tuple(peers))


def _given(peer: Peer, drawn: Sequence[DrawnEndpoint]) -> Endpoint | None:
    """While a drawing changes there are two, the earlier one first."""
    if peer.endpoint is None or not drawn:
        return None
    endpoints = [parse_endpoint(one.endpoint) for one in drawn]
    return peer.endpoint if peer.endpoint in endpoints else endpoints[0]
