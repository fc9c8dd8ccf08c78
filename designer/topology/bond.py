"""A bond: several cables used as one."""

from typing import Annotated, Literal

from pydantic import Field

from designer.topology.values import Element, InterfaceName

BondMode = Literal["active-backup", "802.3ad"]
MEMBERS_MAX = 16


class BondDevice(Element):
    """A bond of several interfaces, which it holds together and which have no address."""

    kind: Literal["bond"]
    mode: BondMode = Field(
        default="active-backup",
        description="active-backup: one member works and the next one takes over; 802.3ad: all"
        " work, agreed with the other end by LACP.",
    )
    members: Annotated[tuple[InterfaceName, ...], Field(max_length=MEMBERS_MAX)] = Field(
        description="The interfaces it is made of, the preferred one first."
    )
