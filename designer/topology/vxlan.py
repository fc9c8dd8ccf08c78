"""A VXLAN: Ethernet frames in UDP packets, RFC 7348."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from designer.topology.sentence import say
from designer.topology.values import AddressText, Element, InterfaceName

VNI_MAX = 2**24 - 1
PORT = 4789
"""Assigned by IANA; ip-link(8) takes another if nothing is said."""

PORT_MAX = 65535


class VxlanDevice(Element):
    """A VXLAN towards one other end, or towards all that have joined a multicast group."""

    kind: Literal["vxlan"]
    vni: Annotated[int, Field(ge=1, le=VNI_MAX)] = Field(description="The network's number.")
    local: AddressText | None = Field(
        default=None, description="The sender's address. Left out: that of the way to the remote."
    )
    remote: AddressText = Field(description="The other end's address, or a multicast group.")
    port: Annotated[int, Field(ge=1, le=PORT_MAX)] = Field(
        default=PORT, description="The UDP port of both ends."
    )
    parent: InterfaceName | None = Field(
        default=None,
        description="Out of which interface. Left out: the one of the route; a group needs it.",
    )

    @model_validator(mode="after")
    def _is_possible(self) -> Self:
        if self.local is not None and self.local.version != self.remote.version:
            message = say(
                "{local} is of another address family than {remote}",
                local=self.local,
                remote=self.remote,
            )
            raise ValueError(message)
        if self.local is not None and self.local.is_multicast:
            message = say(
                "{local} is a multicast group: write an address of the node", local=self.local
            )
            raise ValueError(message)
        if self.remote.is_multicast and self.parent is None:
            message = say(
                "{remote} is a multicast group: say by which parent it is reached",
                remote=self.remote,
            )
            raise ValueError(message)
        return self
