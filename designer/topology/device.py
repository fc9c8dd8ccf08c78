"""A device: an interface that is no end of a cable, but made by the node's own kernel."""

from typing import Annotated

from pydantic import Field

from designer.topology.dummy import DummyDevice
from designer.topology.vlan_device import VlanDevice

Device = Annotated[VlanDevice | DummyDevice, Field(discriminator="kind")]


def below(device: Device) -> tuple[str, ...]:
    """Return the interfaces of the node that a device stands on."""
    match device:
        case VlanDevice():
            return (device.parent,)
        case DummyDevice():
            return ()
