"""Frames with their VLAN tags: on a wire, and in a switch."""

from typing import NamedTuple

from designer.topology.vlan import VlanProtocol

TAGS_MAX = 3
"""More than a customer's and a provider's: a frame that gathers tags for ever is given up."""

ALL_VLANS = 0
"""Stands for the VLAN of a frame in a switch that passes all alike."""


class Tag(NamedTuple):
    """A VLAN tag of a frame."""

    protocol: VlanProtocol
    vid: int


Tags = tuple[Tag, ...]
"""The outermost first; none: an untagged frame."""

UNTAGGED: Tags = ()


class OnWire(NamedTuple):
    """A frame on a cable, by its number in the drawing."""

    link: int
    tags: Tags


class InSwitch(NamedTuple):
    """A frame in a switch: its VLAN, and the tags that it keeps for themselves."""

    switch: str
    vid: int
    tags: Tags


class InDevice(NamedTuple):
    """A frame at an interface that leads to no cable and no switch."""

    node: str
    interface: str
    tags: Tags


Frame = OnWire | InSwitch | InDevice
