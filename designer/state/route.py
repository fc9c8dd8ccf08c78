"""A static route of a namespace."""

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network
from typing import Literal, NamedTuple

from designer.topology.route import MAIN_TABLE

Network = IPv4Network | IPv6Network
Address = IPv4Address | IPv6Address
RouteKind = Literal["unicast", "blackhole", "unreachable", "prohibit"]

RouteKey = tuple[int, Network, int]


class Hop(NamedTuple):
    """One way a route may take; `gateway` is None for one straight out of the interface."""

    interface: str
    gateway: Address | None = None
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Route:
    """A route that somebody asked for; the kernel's own (protocol kernel, ra) are left out.

    `hops` is empty for a route of another kind than unicast, which ends packets instead of
    passing them on. Several hops share the packets by their weights, and are kept in one order.
    """

    destination: Network
    hops: tuple[Hop, ...] = ()
    metric: int = 0
    kind: RouteKind = "unicast"
    table: int = MAIN_TABLE

    @property
    def key(self) -> RouteKey:
        """What the kernel keeps one route of: a new one of the same key replaces it."""
        return self.table, self.destination, self.metric

    def __str__(self) -> str:
        """Say it as ip-route(8) would, without the defaults."""
        words: list[str] = [] if self.kind == "unicast" else [self.kind]
        words.append("default" if self.destination.prefixlen == 0 else str(self.destination))
        if len(self.hops) == 1:
            words.append(_hop_words(self.hops[0]))
        if self.table != MAIN_TABLE:
            words.append(f"table {self.table}")
        if self.metric:
            words.append(f"metric {self.metric}")
        if len(self.hops) > 1:  # at the end: ip-route(8) takes what follows for the hop's
            words += [f"nexthop {_hop_words(hop)} weight {hop.weight}" for hop in self.hops]
        return " ".join(words)


def single(destination: Network, gateway: Address | None, interface: str, metric: int = 0) -> Route:
    """Return a plain route of the main table."""
    return Route(destination, (Hop(interface, gateway),), metric)


def canonical(hops: Iterable[Hop]) -> tuple[Hop, ...]:
    """Return hops in the one order that equal routes have; a lone hop has no weight."""
    given = tuple(hops)
    if len(given) > 1:
        return tuple(sorted(given, key=_rank))
    return tuple([hop if hop.weight == 1 else hop._replace(weight=1) for hop in given])


def _rank(hop: Hop) -> tuple[str, int]:
    return hop.interface, -1 if hop.gateway is None else int(hop.gateway)


def _hop_words(hop: Hop) -> str:
    out = f"dev {hop.interface}"
    return out if hop.gateway is None else f"via {hop.gateway} {out}"
