"""A unicast route of a namespace's main table."""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

Network = IPv4Network | IPv6Network
Address = IPv4Address | IPv6Address

IPV6_DEFAULT_METRIC = 1024
"""What the kernel makes of an IPv6 route without a metric (IP6_RT_PRIO_USER, net/ip6_route.h)."""


@dataclass(frozen=True, slots=True)
class Route:
    """A route that somebody asked for; the kernel's own (protocol kernel, ra) are left out.

    `gateway` is None for a route straight out of the interface.
    """

    destination: Network
    gateway: Address | None
    interface: str
    metric: int = 0

    def __str__(self) -> str:
        """Say it as ip-route(8) would, without the defaults."""
        default = self.destination.prefixlen == 0
        words = ["default" if default else str(self.destination)]
        if self.gateway is not None:
            words.append(f"via {self.gateway}")
        words.append(f"dev {self.interface}")
        if self.metric:
            words.append(f"metric {self.metric}")
        return " ".join(words)
