"""A GRE, IPIP or SIT tunnel as the kernel has it."""

from dataclasses import dataclass
from ipaddress import IPv4Address


@dataclass(frozen=True, slots=True)
class Tunnel:
    """IP packets in IPv4 packets between two addresses; only GRE has a key."""

    local: IPv4Address
    remote: IPv4Address
    ttl: int
    key: int | None = None
