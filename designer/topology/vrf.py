"""A VRF: interfaces of a node with a routing table of their own."""

from typing import Annotated, Literal

from pydantic import Field

from designer.topology.values import Element, InterfaceName

TABLE_MAX = 2**32 - 1
MEMBERS_MAX = 1024
KERNEL_TABLES = frozenset({0, 253, 254, 255})
"""Unspecified, default, main and local (ip-route(8), /etc/iproute2/rt_tables)."""


class VrfDevice(Element):
    """A VRF; what comes in by a member is routed by the VRF's table and by no other."""

    kind: Literal["vrf"]
    table: Annotated[int, Field(ge=1, le=TABLE_MAX)] = Field(
        description="The number of its routing table."
    )
    members: Annotated[tuple[InterfaceName, ...], Field(max_length=MEMBERS_MAX)] = Field(
        default=(), description="The interfaces that are routed by it."
    )
