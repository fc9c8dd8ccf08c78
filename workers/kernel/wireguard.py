"""The key and the peers of a WireGuard device, which the kernel takes by generic netlink.

The numbers are those of linux/wireguard.h.
"""

import socket
from base64 import b64decode
from collections.abc import Callable, Iterator
from struct import Struct

from designer.state.wireguard import Peer, WireGuard
from designer.topology.values import Network
from designer.topology.wireguard import Endpoint
from workers.kernel.generic_netlink import (
    command,
    do,
    find_family,
    open_generic_socket,
    u8,
    u16,
    u32,
)
from workers.kernel.netfilter import attribute, nest

NAME = "wireguard"
WG_CMD_GET_DEVICE, WG_CMD_SET_DEVICE = 0, 1
WGDEVICE_A_IFINDEX, WGDEVICE_A_PRIVATE_KEY, WGDEVICE_A_FLAGS = 1, 3, 5
WGDEVICE_A_LISTEN_PORT, WGDEVICE_A_PEERS = 6, 8
WGDEVICE_F_REPLACE_PEERS = 1
WGPEER_A_PUBLIC_KEY, WGPEER_A_PRESHARED_KEY, WGPEER_A_FLAGS, WGPEER_A_ENDPOINT = 1, 2, 3, 4
WGPEER_A_KEEPALIVE_S, WGPEER_A_ALLOWEDIPS = 5, 9
WGPEER_F_REPLACE_ALLOWEDIPS = 2
WGALLOWEDIP_A_FAMILY, WGALLOWEDIP_A_IPADDR, WGALLOWEDIP_A_CIDR_MASK = 1, 2, 3

AF = {4: socket.AF_INET, 6: socket.AF_INET6}
ENDPOINT4, ENDPOINT6 = Struct("4s8x"), Struct("4x16s4x")
"""What follows family and port in struct sockaddr_in and sockaddr_in6."""

_FAMILY, _PORT = Struct("=H"), Struct(">H")


def set_device(index: int, device: WireGuard) -> Iterator[bytes]:
    """Yield the bodies of WG_CMD_SET_DEVICE: the device's own, and then a peer each.

    All peers need not fit into one attribute, whose length is a 16-bit number.
    """
    place = u32(WGDEVICE_A_IFINDEX, index)
    yield (
        place
        + attribute(WGDEVICE_A_PRIVATE_KEY, b64decode(device.private_key))
        + u16(WGDEVICE_A_LISTEN_PORT, device.port)
        + u32(WGDEVICE_A_FLAGS, WGDEVICE_F_REPLACE_PEERS)
    )
    for peer in device.peers:
        yield place + nest(WGDEVICE_A_PEERS, nest(0, *_peer(peer)))


def _peer(peer: Peer) -> Iterator[bytes]:
    yield attribute(WGPEER_A_PUBLIC_KEY, b64decode(peer.public_key))
    if peer.preshared_key:
        yield attribute(WGPEER_A_PRESHARED_KEY, b64decode(peer.preshared_key))
    yield u32(WGPEER_A_FLAGS, WGPEER_F_REPLACE_ALLOWEDIPS)
    if peer.endpoint is not None:
        yield attribute(WGPEER_A_ENDPOINT, _socket_address(peer.endpoint))
    yield u16(WGPEER_A_KEEPALIVE_S, peer.keepalive_s)
    networks = sorted(peer.allowed, key=lambda one: (one.version, one))
    yield nest(WGPEER_A_ALLOWEDIPS, *(nest(0, *_allowed(one)) for one in networks))


def _allowed(network: Network) -> Iterator[bytes]:
    yield u16(WGALLOWEDIP_A_FAMILY, AF[network.version])
    yield attribute(WGALLOWEDIP_A_IPADDR, network.network_address.packed)
    yield u8(WGALLOWEDIP_A_CIDR_MASK, network.prefixlen)


def _socket_address(endpoint: Endpoint) -> bytes:
    version = endpoint.address.version
    rest = ENDPOINT4 if version == 4 else ENDPOINT6  # noqa: PLR2004
    start = _FAMILY.pack(AF[version]) + _PORT.pack(endpoint.port)
    return start + rest.pack(endpoint.address.packed)


def give_keys(family: Callable[[socket.socket], int], index: int, device: WireGuard) -> None:
    """Do it in the namespace the thread stands in; raises OSError with the first refusal."""
    with open_generic_socket() as netlink:
        number = family(netlink)
        for body in set_device(index, device):
            do(netlink, command(number, WG_CMD_SET_DEVICE, body))


class FamilyNumber:
    """The number of the family, which the kernel is asked for once, when it is first needed."""

    def __init__(self) -> None:
        self._number = 0

    def __call__(self, netlink: socket.socket) -> int:
        """Return the number; raises OSError where the kernel has no WireGuard."""
        self._number = self._number or find_family(netlink, NAME)
        return self._number
