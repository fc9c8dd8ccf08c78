"""A policy of a namespace, `ip rule`: which routing table a packet is looked up in."""

from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network
from typing import Literal

Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy that somebody asked for; the kernel's own (protocol kernel) are left out.

    `source` and `destination` are None for everywhere, `interface`, by which packets come in, is
    empty for any, and `mark` 0 for every packet.
    """

    version: Literal[4, 6]
    priority: int
    table: int
    source: Network | None = None
    destination: Network | None = None
    interface: str = ""
    mark: int = 0

    def __str__(self) -> str:
        """Say it as ip-rule(8) would."""
        words = [f"priority {self.priority}", f"from {self.source or 'all'}"]
        if self.destination is not None:
            words.append(f"to {self.destination}")
        if self.interface:
            words.append(f"iif {self.interface}")
        if self.mark:
            words.append(f"fwmark {self.mark:#x}")
        words.append(f"table {self.table}")
        return " ".join(words)
