"""The MTU of an interface, said or what follows from what it stands on."""

from designer.topology.interface import DEFAULT_MTU
from designer.topology.node import Node
from designer.topology.vlan_device import VlanDevice


def mtu_of(node: Node, interface: str) -> int:
    """Return an interface's MTU; a VLAN interface inherits its parent's, as Linux has it.

    Only for a node whose devices stand in no loop.
    """
    said = node.interfaces.get(interface)
    if said is None:
        return DEFAULT_MTU
    if said.mtu is not None:
        return said.mtu
    match said.device:
        case VlanDevice(parent=parent):
            return mtu_of(node, parent)
        case _:
            return DEFAULT_MTU
