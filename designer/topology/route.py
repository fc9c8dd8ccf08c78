"""A static route of a node."""

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator

from designer.topology.values import (
    AddressText,
    Element,
    InterfaceName,
    Network,
    parse_network,
)

DEFAULT = "default"


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


class Route(Element):
    """A static route: to a network, through a gateway, an interface, or both."""

    destination: Destination = Field(description="A network such as 10.2.0.0/24, or default.")
    gateway: AddressText | None = Field(default=None, description="The next router's address.")
    interface: InterfaceName | None = Field(
        default=None, description="Out of which interface. Left out: the one the gateway is on."
    )
    metric: Annotated[int, Field(ge=0, le=2**31 - 1)] = Field(
        default=0, description="The lowest metric wins."
    )

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if self.gateway is None and self.interface is None:
            message = "the route leads nowhere: give it a gateway or an interface"
            raise ValueError(message)
        if self.gateway and self.destination and self.gateway.version != self.destination.version:
            message = f"{self.gateway} is of another address family than {self.destination}"
            raise ValueError(message)
        return self

    @property
    def version(self) -> int:
        """Its address family, 4 or 6; a default without gateway is IPv4's."""
        known = self.destination or self.gateway
        return known.version if known else 4

    @property
    def target(self) -> str:
        """Its destination in words."""
        return _destination_text(self.destination)

    @property
    def key(self) -> tuple[Network | None, int, int]:
        """What tells two routes of one node apart: the kernel keeps one of each."""
        return self.destination, self.version, self.metric
