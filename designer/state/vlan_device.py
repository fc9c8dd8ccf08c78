"""A VLAN interface as the kernel has it."""

from dataclasses import dataclass

from designer.topology.vlan import VlanProtocol


@dataclass(frozen=True, slots=True)
class Vlan:
    """What leaves by `parent` with one tag, and comes in there with it."""

    parent: str
    vid: int
    protocol: VlanProtocol = "802.1Q"
