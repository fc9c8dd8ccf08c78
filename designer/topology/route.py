"""A static route of a node."""

from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)

from designer.topology.sentence import say
from designer.topology.values import (
    BOTH_ZEROS,
    AddressText,
    Element,
    InterfaceName,
    Network,
    parse_network,
)

DEFAULT = "default"
RouteType = Literal["unicast", "blackhole", "unreachable", "prohibit"]
HOPS_MAX = 32

MAIN_TABLE = 254
"""The table that packets are looked up in unless a policy says otherwise (ip-route(8))."""

LOCAL_TABLE = 255

IPV6_DEFAULT_METRIC = 1024
"""What the kernel makes of an IPv6 route without a metric (IP6_RT_PRIO_USER, net/ip6_route.h)."""


def _not_local(value: int) -> int:
    if value == LOCAL_TABLE:
        message = say(
            "table {value} is the kernel's own: take another number, such as 100", value=value
        )
        raise ValueError(message)
    return value


Table = Annotated[int, Field(ge=1, le=2**32 - 1), AfterValidator(_not_local)]


def _parse_destination(value: Any) -> Network | None:
    return None if value in (DEFAULT, None) else parse_network(value)


def _destination_text(value: Network | None) -> str:
    return DEFAULT if value is None else str(value)


Destination = Annotated[
    Network | None,
    BeforeValidator(_parse_destination),
    PlainSerializer(_destination_text, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": "^(default|[0-9A-Fa-f.:]+/[0-9]{1,3})$",
            "description": "A network, or the word default.",
        }
    ),
]


class Hop(Element):
    """One of several ways that packets to a destination share."""

    gateway: AddressText | None = Field(default=None, description="The next router's address.")
    interface: InterfaceName | None = Field(
        default=None, description="Out of which interface. Left out: the one the gateway is on."
    )
    weight: Annotated[int, Field(ge=1, le=256)] = Field(
        default=1, description="Its share of the packets, beside those of the other hops."
    )

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if self.gateway is None and self.interface is None:
            message = say("the hop leads nowhere: give it a gateway or an interface")
            raise ValueError(message)
        return self


class Route(Element):
    """A static route: to a network, through a gateway, an interface, or both."""

    destination: Destination = Field(description="A network such as 10.2.0.0/24, or default.")
    type: RouteType = Field(
        default="unicast",
        description="unicast: passes packets on; blackhole: drops them in silence; unreachable and"
        " prohibit: drop them and tell the sender.",
    )
    gateway: AddressText | None = Field(default=None, description="The next router's address.")
    interface: InterfaceName | None = Field(
        default=None, description="Out of which interface. Left out: the one the gateway is on."
    )
    hops: Annotated[tuple[Hop, ...], Field(max_length=HOPS_MAX)] = Field(
        default=(), description="Several ways that share the packets, in the place of a gateway."
    )
    metric: Annotated[int, Field(ge=0, le=2**31 - 1)] = Field(
        default=0, description="The lowest metric wins."
    )
    table: Table = Field(
        default=MAIN_TABLE,
        description="The routing table, which policies lead to. Left out: the main one, 254.",
    )

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if message := self._fault():
            raise ValueError(message)
        return self

    def _fault(self) -> str:
        """Return what is wrong with it on its own, and what to do."""
        direct = self.gateway is not None or self.interface is not None
        if self.type != "unicast":
            leads = direct or bool(self.hops)
            return (
                say("a {type} route leads nowhere: leave out where to", type=self.type)
                if leads
                else ""
            )
        if not direct and not self.hops:
            return say("the route leads nowhere: give it a gateway or an interface")
        if direct and self.hops:
            return say("the route has hops beside its own way: make that one of the hops")
        return self._fault_of_families() or self._fault_of_hops()

    def _fault_of_families(self) -> str:
        for hop in self.ways:
            if hop.gateway is not None and hop.gateway.version != self.version:
                return say(
                    "{gateway} is of another address family than {other}",
                    gateway=hop.gateway,
                    other=self._family_of,
                )
        return ""

    @property
    def _family_of(self) -> object:
        return self.destination or next(hop.gateway for hop in self.ways if hop.gateway)

    def _fault_of_hops(self) -> str:
        if self.version == 6 and any(hop.gateway is None for hop in self.hops):  # noqa: PLR2004
            return say("a hop of IPv6 needs a gateway: Linux takes none without (net/ipv6/route.c)")
        ways = [(hop.gateway, hop.interface) for hop in self.hops]
        if len(set(ways)) < len(ways):
            return say("two hops are the same: give one of them the weight of both")
        return ""

    @property
    def ways(self) -> tuple[Hop, ...]:
        """Its hops, a plain route's one included; none of a route that ends packets."""
        if self.type != "unicast" or self.hops:
            return self.hops
        return (Hop(gateway=self.gateway, interface=self.interface),)

    @property
    def version(self) -> int:
        """Its address family, 4 or 6; a default without gateway is IPv4's."""
        gateways = (self.gateway, *(hop.gateway for hop in self.hops))
        known = self.destination or next((one for one in gateways if one is not None), None)
        return known.version if known else 4

    @property
    def network(self) -> Network:
        """Its destination, all addresses of its family for a default."""
        return self.destination or BOTH_ZEROS[self.version == 6]  # noqa: PLR2004

    @property
    def target(self) -> str:
        """Its destination in words."""
        return _destination_text(self.destination)

    @property
    def kernel_metric(self) -> int:
        """Its metric as the kernel has it."""
        return self.metric or (IPV6_DEFAULT_METRIC if self.version == 6 else 0)  # noqa: PLR2004

    @property
    def key(self) -> tuple[Network, int, int]:
        """What tells two routes of one node apart: the kernel keeps one of each."""
        return self.network, self.kernel_metric, self.table
