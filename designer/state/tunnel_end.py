"""Where tunnels and VXLANs end."""

from collections.abc import Iterator

from designer.state.host_state import HostState
from designer.state.interface import InterfaceId
from designer.state.namespace import Namespace
from designer.state.route import Address
from designer.state.tunnel import Tunnel
from designer.state.vxlan import Vxlan


def other_end(state: HostState, place: InterfaceId, tunnel: Tunnel) -> InterfaceId | None:
    """Return the interface that takes what a tunnel sends: one of its kind that points back."""
    one = state.interface(place)
    kind = one.kind if one is not None else ""
    back = tunnel.remote, tunnel.local, tunnel.key
    for namespace in holders(state, tunnel.remote):
        for interface in namespace.interfaces.values():
            device = interface.device
            if not isinstance(device, Tunnel) or interface.kind != kind or not interface.up:
                continue
            if (device.local, device.remote, device.key) == back:
                return InterfaceId(namespace.name, interface.name)
    return None


def other_ends(state: HostState, place: InterfaceId, vxlan: Vxlan) -> Iterator[InterfaceId]:
    """Yield the interfaces of the same VXLAN that it sends to, those of a group where it is one."""
    group = vxlan.remote.is_multicast
    namespaces = state.namespaces.values() if group else holders(state, vxlan.remote)
    for namespace in namespaces:
        for interface in namespace.interfaces.values():
            device, end = interface.device, InterfaceId(namespace.name, interface.name)
            if not isinstance(device, Vxlan) or not interface.up or end == place:
                continue
            joined = device.remote == vxlan.remote if group else True
            if (device.vni, device.port) == (vxlan.vni, vxlan.port) and joined:
                yield end


def holders(state: HostState, address: Address) -> Iterator[Namespace]:
    """Yield the namespaces that have an address."""
    for namespace in state.namespaces.values():
        interfaces = namespace.interfaces.values()
        if any(address == one.ip for interface in interfaces for one in interface.addresses):
            yield namespace
