"""A WireGuard device as the kernel has it."""

from dataclasses import dataclass, field

from designer.topology.values import Network
from designer.topology.wireguard import Endpoint


@dataclass(frozen=True, slots=True)
class Peer:
    """One that a device talks to; its `endpoint` is the one it was drawn with.

    Where packets really go the kernel changes by itself, to where the peer was heard from last.
    """

    public_key: str
    preshared_key: str = field(default="", repr=False)
    endpoint: Endpoint | None = None
    allowed: frozenset[Network] = frozenset()
    keepalive_s: int = 0


@dataclass(frozen=True, slots=True)
class WireGuard:
    """A device with its peers, in the order of their keys."""

    private_key: str = field(repr=False)
    port: int
    peers: tuple[Peer, ...] = ()
