"""A VLAN interface: what its parent sends and receives with one 802.1Q or 802.1ad tag."""

from typing import Literal

from pydantic import Field

from designer.topology.values import Element, InterfaceName
from designer.topology.vlan import Vid, VlanProtocol


class VlanDevice(Element):
    """A VLAN interface; one on top of another is QinQ."""

    kind: Literal["vlan"]
    parent: InterfaceName = Field(description="The interface that carries the tagged frames.")
    vid: Vid = Field(description="The VLAN's number.")
    protocol: VlanProtocol = Field(
        default="802.1Q", description="What kind of tag; 802.1ad is the outer one of QinQ."
    )
