"""From a drawn WireGuard device to what the kernel should have."""

from base64 import b64decode, b64encode

from designer.state.wireguard import Peer, WireGuard
from designer.topology.wireguard import WireGuardDevice, WireGuardPeer


def lower_wireguard(drawn: WireGuardDevice) -> WireGuard:
    """Return the device as the kernel will tell it back."""
    peers = sorted(map(_peer, drawn.peers), key=lambda one: one.public_key)
    return WireGuard(clamped(drawn.private_key), drawn.port, tuple(peers))


def _peer(drawn: WireGuardPeer) -> Peer:
    return Peer(
        drawn.public_key,
        drawn.preshared_key or "",
        drawn.endpoint,
        frozenset(drawn.allowed),
        drawn.keepalive_s or 0,
    )


def clamped(private_key: str) -> str:
    """Return the key as X25519 uses it and the kernel keeps it, RFC 7748 section 5."""
    octets = bytearray(b64decode(private_key))
    octets[0] &= 0b1111_1000
    octets[-1] = octets[-1] & 0b0111_1111 | 0b0100_0000
    return b64encode(octets).decode()
