"""An interface of a node, as far as the drawing says anything about it."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from designer.topology.device import Device
from designer.topology.sentence import say
from designer.topology.values import Element, InterfaceAddressText, Mac
from designer.topology.vlan import Vid, VlanSetText

LOOPBACK = "lo"
MTU_MIN, MTU_MAX = 68, 65535
DEFAULT_MTU = 1500
IPV6_MTU_MIN = 1280


class Interface(Element):
    """What the drawing says about one interface; a linked one need not be listed at all."""

    device: Device | None = Field(
        default=None, description="What kind of interface the node makes. Left out: a cable's end."
    )
    addresses: tuple[InterfaceAddressText, ...] | None = Field(
        default=None,
        description="Addresses with prefix length. Left out: automatic on a linked interface of"
        " a host, router or internet node and on what stands on it (VLAN interface, bond,"
        " macvlan), none on a switch."
        " Empty: none.",
    )
    mac: Mac | None = Field(
        default=None,
        description="MAC address. Left out: made from the names; that of the parent on a VLAN"
        " interface.",
    )
    mtu: Annotated[int, Field(ge=MTU_MIN, le=MTU_MAX)] | None = Field(
        default=None,
        description="Largest packet in bytes. Left out: 1500, or what the device leaves of the"
        " MTU of the interface it stands on.",
    )
    up: bool | None = Field(
        default=None, description="Whether it is set up. Left out: yes; lo of a plain switch: no."
    )
    vlan: Vid | None = Field(
        default=None,
        description="The VLAN of a switch's port, whose frames are untagged: an access port."
        " Left out, on a switch with VLANs: 1.",
    )
    trunk: VlanSetText | None = Field(
        default=None,
        description="The VLANs whose frames a switch's port passes with their tags, such as"
        " [10, 20, 30-39].",
    )
    native: Vid | None = Field(
        default=None, description="On a trunk, the VLAN whose frames are untagged."
    )

    @model_validator(mode="after")
    def _is_one_kind_of_port(self) -> Self:
        if self.vlan is not None and self.trunk is not None:
            message = say("a port is an access port or a trunk: remove vlan or trunk")
            raise ValueError(message)
        if self.native is not None and self.trunk is None:
            message = say("only a trunk has a native VLAN: write vlan instead, or add a trunk")
            raise ValueError(message)
        return self

    @property
    def is_in_vlans(self) -> bool:
        """Tell whether anything is said about VLANs."""
        return self.vlan is not None or self.trunk is not None
