"""What an interface is beside its kind, where the kernel needs to know more to make it."""

from designer.state.vlan_device import Vlan

Device = Vlan


def parent_of(device: Device | None) -> str:
    """Return the interface in the same namespace without which a device cannot be."""
    return device.parent if device is not None else ""
