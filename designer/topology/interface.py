"""An interface of a node, as far as the drawing says anything about it."""

from typing import Annotated

from pydantic import Field

from designer.topology.values import Element, InterfaceAddressText, Mac

LOOPBACK = "lo"
MTU_MIN, MTU_MAX = 68, 65535
IPV6_MTU_MIN = 1280


class Interface(Element):
    """What the drawing says about one interface; a linked one need not be listed at all."""

    addresses: tuple[InterfaceAddressText, ...] | None = Field(
        default=None,
        description="Addresses with prefix length. Left out: automatic on a linked interface of"
        " a host, router or internet node, none on a switch. Empty: none.",
    )
    mac: Mac | None = Field(default=None, description="MAC address. Left out: made from the names.")
    mtu: Annotated[int, Field(ge=MTU_MIN, le=MTU_MAX)] = Field(
        default=1500, description="Largest packet in bytes."
    )
    up: bool | None = Field(
        default=None, description="Whether it is set up. Left out: yes; lo of a plain switch: no."
    )
