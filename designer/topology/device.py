"""A device: an interface that is no end of a cable, but made by the node's own kernel."""

from typing import Annotated

from pydantic import Field

from designer.topology.bond import BondDevice
from designer.topology.dummy import DummyDevice
from designer.topology.macvlan import MacvlanDevice
from designer.topology.tunnel import GreDevice, IpipDevice, SitDevice
from designer.topology.vlan_device import VlanDevice
from designer.topology.vrf import VrfDevice
from designer.topology.vxlan import VxlanDevice
from designer.topology.wireguard import WireGuardDevice

TunnelDevice = GreDevice | IpipDevice | SitDevice
Device = Annotated[
    VlanDevice
    | BondDevice
    | VrfDevice
    | VxlanDevice
    | TunnelDevice
    | MacvlanDevice
    | DummyDevice
    | WireGuardDevice,
    Field(discriminator="kind"),
]


def below(device: Device) -> tuple[str, ...]:
    """Return the interfaces of the node that a device stands on."""
    match device:
        case VlanDevice(parent=parent) | MacvlanDevice(parent=parent):
            return (parent,)
        case VxlanDevice(parent=str(parent)):
            return (parent,)
        case BondDevice(members=members):
            return members
        case _:
            return ()


def takes_over(device: Device) -> tuple[str, ...]:
    """Return the interfaces that mostly carry a device's frames and need no address."""
    return () if isinstance(device, VxlanDevice) else below(device)


def members_of(device: Device) -> tuple[str, ...]:
    """Return the interfaces that belong to a device."""
    return device.members if isinstance(device, BondDevice | VrfDevice) else ()


def is_ethernet(device: Device | None) -> bool:
    """Tell whether an interface sends Ethernet frames, so that others may stand on it."""
    return not isinstance(device, VrfDevice | TunnelDevice | WireGuardDevice)
