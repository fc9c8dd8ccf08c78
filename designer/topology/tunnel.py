"""Tunnels: IP packets in IP packets, between two addresses."""

from ipaddress import IPv4Address
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from designer.topology.sentence import say
from designer.topology.values import Element, parse_address

KEY_MAX = 2**32 - 1
TTL = 64


def _parse_end(value: Any) -> IPv4Address:
    address = parse_address(value)
    if not isinstance(address, IPv4Address) or address.is_multicast or address.is_unspecified:
        message = say(
            "{value} is no end of such a tunnel: write an IPv4 address of one node",
            value=repr(value),
        )
        raise ValueError(message)
    return address


TunnelEnd = Annotated[
    IPv4Address,
    BeforeValidator(_parse_end),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {"type": "string", "pattern": "^[0-9.]+$", "description": "An IPv4 address of one node."}
    ),
]


class _Tunnel(Element):
    local: TunnelEnd = Field(description="The node's own address, which the tunnel ends at.")
    remote: TunnelEnd = Field(description="The address that the other end has.")
    ttl: Annotated[int, Field(ge=1, le=255)] = Field(
        default=TTL, description="How many routers the outer packets may pass."
    )


class GreDevice(_Tunnel):
    """A GRE tunnel for IPv4 and IPv6, RFC 2784."""

    kind: Literal["gre"]
    key: Annotated[int, Field(ge=0, le=KEY_MAX)] | None = Field(
        default=None, description="Tells tunnels between the same two addresses apart, RFC 2890."
    )


class IpipDevice(_Tunnel):
    """A tunnel for IPv4 in IPv4, RFC 2003."""

    kind: Literal["ipip"]


class SitDevice(_Tunnel):
    """A tunnel for IPv6 in IPv4, RFC 4213."""

    kind: Literal["sit"]
