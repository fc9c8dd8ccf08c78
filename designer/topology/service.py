"""What runs in a node, as a user says it: one of several kinds."""

from ipaddress import IPv4Address
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
from designer.topology.values import AddressText, Element, InterfaceName

SERVICES_MAX = 20
COMMAND_MAX = 1000
LEASE_MIN_S, LEASE_MAX_S = 10, 30 * 86400
RANGE_MAX = 65536

BGP_NEIGHBOURS_MAX = 100
Asn = Annotated[int, Field(ge=1, le=2**32 - 2)]
"""Autonomous systems have 32 bits; the last is reserved (RFC 7300)."""

Port = Annotated[int, Field(ge=1, le=65535)]


def _parse_ipv4(value: Any) -> IPv4Address:
    if isinstance(value, IPv4Address):
        return value
    try:
        return IPv4Address(value if isinstance(value, str) else "")
    except ValueError:
        message = say("{value} is no IPv4 address: write it as 10.0.1.100", value=repr(value))
        raise ValueError(message) from None


Ipv4Text = Annotated[
    IPv4Address,
    BeforeValidator(_parse_ipv4),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {"type": "string", "pattern": "^[0-9.]{7,15}$", "description": "An IPv4 address."}
    ),
]


def _typed(value: str) -> str:
    """A command is what somebody could have typed: the shell takes nothing else as it is meant."""
    if not value.strip() or any(not one.isprintable() and one not in "\n\t" for one in value):
        message = say("{value} is no command: use visible characters", value=repr(value))
        raise ValueError(message)
    return value


class DhcpServer(Element):
    """Leases IPv4 addresses on one interface, which needs an address of its own."""

    kind: Literal["dhcp-server"] = Field(description="`dhcp-server`")
    interface: InterfaceName = Field(description="On which interface it leases.")
    range: tuple[Ipv4Text, Ipv4Text] = Field(
        description="First and last address, in the interface's network."
    )
    router: Ipv4Text | None = Field(
        default=None, description="The gateway it tells. Left out: this node, if it forwards."
    )
    dns: Ipv4Text | None = Field(
        default=None,
        description="The name server it tells. Left out: this node, if it has a `dns` service.",
    )
    lease_s: Annotated[int, Field(ge=LEASE_MIN_S, le=LEASE_MAX_S)] = Field(
        default=600, description="How long an address is leased, in seconds."
    )

    @model_validator(mode="after")
    def _range_goes_up(self) -> Self:
        first, last = map(int, self.range)
        if not first <= last < first + RANGE_MAX:
            message = say(
                "the range {first} to {last} is none: write the lower address first, and"
                " {most} addresses at most",
                first=self.range[0],
                last=self.range[1],
                most=RANGE_MAX,
            )
            raise ValueError(message)
        return self


class DhcpClient(Element):
    """Asks for an IPv4 address of one interface, which then has no automatic one."""

    kind: Literal["dhcp-client"] = Field(description="`dhcp-client`")
    interface: InterfaceName = Field(
        description="Which interface gets an address; it is drawn without IPv4 addresses."
    )


class DnsServer(Element):
    """Answers for the names of the lab's nodes, on port 53."""

    kind: Literal["dns"] = Field(description="`dns`")


class RouterAdvertisement(Element):
    """Tells the hosts on a wire the IPv6 prefixes of one interface: they make addresses of them."""

    kind: Literal["router-advertisement"] = Field(description="`router-advertisement`")
    interface: InterfaceName = Field(description="On which interface it advertises.")


class HttpServer(Element):
    """A web server with one page."""

    kind: Literal["http"] = Field(description="`http`")
    port: Port = Field(default=80, description="TCP port.")


class EchoServer(Element):
    """Sends back what it gets."""

    kind: Literal["echo"] = Field(description="`echo`")
    protocol: Literal["tcp", "udp"] = Field(default="tcp", description="TCP or UDP.")
    port: Port = Field(default=7, description="Port.")


class Iperf3Server(Element):
    """The server of iperf3, which has to be installed."""

    kind: Literal["iperf3"] = Field(description="`iperf3`")
    port: Port = Field(default=5201, description="TCP port; tests by UDP use the same.")


class UserCommand(Element):
    """A command of your own, run by `sh -c` in the node and nowhere else."""

    kind: Literal["command"] = Field(description="`command`")
    command: Annotated[str, Field(max_length=COMMAND_MAX), AfterValidator(_typed)] = Field(
        description="What a shell in the node would be given; it should not end."
    )


class OspfRouter(Element):
    """OSPF for IPv4 by FRR, which has to be installed, on every interface with an address."""

    kind: Literal["ospf"] = Field(description="`ospf`")
    area: Annotated[int, Field(ge=0, le=2**32 - 1)] = Field(
        default=0, description="The area that all interfaces are in."
    )


class BgpNeighbour(Element):
    """Another router that speaks BGP, on the same wire or behind others."""

    address: AddressText = Field(description="Its address.")
    asn: Asn = Field(description="Its autonomous system.")


class BgpRouter(Element):
    """BGP by FRR, which has to be installed; it tells the networks that the node is in."""

    kind: Literal["bgp"] = Field(description="`bgp`")
    asn: Asn = Field(description="The node's autonomous system.")
    neighbours: Annotated[
        tuple[BgpNeighbour, ...], Field(min_length=1, max_length=BGP_NEIGHBOURS_MAX)
    ] = Field(description="Whom it talks to.")


Service = Annotated[
    DhcpServer
    | DhcpClient
    | DnsServer
    | RouterAdvertisement
    | HttpServer
    | EchoServer
    | Iperf3Server
    | UserCommand
    | OspfRouter
    | BgpRouter,
    Field(discriminator="kind"),
]
