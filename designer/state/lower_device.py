"""From a drawn device to what the kernel should make."""

from collections.abc import Collection
from typing import assert_never

from designer.state.device import Device
from designer.state.interface import InterfaceKind
from designer.state.mac import made_mac
from designer.state.vlan_device import Vlan
from designer.topology.device import Device as DrawnDevice
from designer.topology.dummy import DummyDevice
from designer.topology.node import Node
from designer.topology.vlan_device import VlanDevice


def lower_device(drawn: DrawnDevice) -> tuple[InterfaceKind, Device | None]:
    """Return the kind of interface, and what else there is to know about it."""
    match drawn:
        case VlanDevice(parent=parent, vid=vid, protocol=protocol):
            return "vlan", Vlan(parent, vid, protocol)
        case DummyDevice():
            return "dummy", None
        case _:
            assert_never(drawn)


def mac_of(name: str, interface: str, node: Node) -> str:
    """Return an interface's MAC address, said or made; a VLAN interface has its parent's."""
    said = node.interfaces.get(interface)
    if said is None:
        return made_mac(name, interface)
    match said.device:
        case VlanDevice(parent=parent) if said.mac is None:
            return mac_of(name, parent, node)
        case _:
            return said.mac or made_mac(name, interface)


def is_up(node: Node, interface: str, cut: Collection[str]) -> bool:
    """Tell whether an interface is up; the kernel keeps a VLAN interface down with its parent.

    `cut` are the node's interfaces whose cables are cut.
    """
    said = node.interfaces.get(interface)
    if interface in cut or (said and said.up is False):
        return False
    if said is None or not isinstance(said.device, VlanDevice):
        return True
    return is_up(node, said.device.parent, cut)
