"""What an interface is beside its kind, where the kernel needs to know more to make it."""

from designer.state.bond import Bond
from designer.state.macvlan import Macvlan
from designer.state.tunnel import Tunnel
from designer.state.vlan_device import Vlan
from designer.state.vrf import Vrf
from designer.state.vxlan import Vxlan
from designer.state.wireguard import WireGuard

Device = Vlan | Bond | Vrf | Vxlan | Tunnel | Macvlan | WireGuard


def parent_of(device: Device | None) -> str:
    """Return the interface in the same namespace without which a device cannot be."""
    return device.parent if isinstance(device, Vlan | Vxlan | Macvlan) else ""
