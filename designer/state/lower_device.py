"""From a drawn device to what the kernel should make."""

from collections.abc import Collection, Iterator
from typing import assert_never

from designer.state.bond import Bond
from designer.state.device import Device
from designer.state.interface import InterfaceKind
from designer.state.lower_wireguard import lower_wireguard
from designer.state.mac import made_mac
from designer.state.macvlan import Macvlan
from designer.state.namespace import Family
from designer.state.route import Route
from designer.state.tunnel import Tunnel
from designer.state.vlan_device import Vlan
from designer.state.vrf import Vrf
from designer.state.vxlan import Vxlan
from designer.topology.bond import BondDevice
from designer.topology.device import Device as DrawnDevice
from designer.topology.dummy import DummyDevice
from designer.topology.macvlan import MacvlanDevice
from designer.topology.node import Node
from designer.topology.tunnel import GreDevice, IpipDevice, SitDevice
from designer.topology.values import BOTH_ZEROS
from designer.topology.vlan_device import VlanDevice
from designer.topology.vrf import VrfDevice
from designer.topology.vxlan import VxlanDevice
from designer.topology.wireguard import WireGuardDevice

LAST_METRIC = 2**31 - 1
"""Worse than that of any route that is drawn."""


def lower_device(drawn: DrawnDevice) -> tuple[InterfaceKind, Device | None]:  # noqa: PLR0911 - one a kind
    """Return the kind of interface, and what else there is to know about it."""
    match drawn:
        case VlanDevice(parent=parent, vid=vid, protocol=protocol):
            return "vlan", Vlan(parent, vid, protocol)
        case BondDevice(mode=mode):
            return "bond", Bond(mode)
        case VrfDevice(table=table):
            return "vrf", Vrf(table)
        case VxlanDevice(vni=vni, local=local, remote=remote, port=port, parent=parent):
            return "vxlan", Vxlan(vni, remote, local, port, parent or "")
        case GreDevice(kind=kind, local=local, remote=remote, ttl=ttl, key=key):
            return kind, Tunnel(local, remote, ttl, key)
        case (
            IpipDevice(kind=kind, local=local, remote=remote, ttl=ttl)
            | SitDevice(kind=kind, local=local, remote=remote, ttl=ttl)
        ):
            return kind, Tunnel(local, remote, ttl)
        case MacvlanDevice(parent=parent, mode=mode):
            return "macvlan", Macvlan(parent, mode)
        case DummyDevice():
            return "dummy", None
        case WireGuardDevice():
            return "wireguard", lower_wireguard(drawn)
        case _:
            assert_never(drawn)


def mac_of(name: str, interface: str, node: Node) -> str:
    """Return an interface's MAC address, said or made, empty where it has no Ethernet frames.

    A VLAN interface has its parent's, a bond its first member's, and its members have the bond's.
    """
    master = node.masters.get(interface)
    if master is not None and isinstance(node.interfaces[master].device, BondDevice):
        return mac_of(name, master, node)
    said = node.interfaces.get(interface)
    match said.device if said is not None and said.mac is None else None:
        case VlanDevice(parent=parent):
            return mac_of(name, parent, node)
        case BondDevice(members=(first, *_)):
            return _own_mac(name, first, node)
        case GreDevice() | IpipDevice() | SitDevice() | WireGuardDevice():
            return ""
        case _:
            return _own_mac(name, interface, node)


def _own_mac(name: str, interface: str, node: Node) -> str:
    """Return the MAC address that is said or made of the names, whatever the interface is."""
    said = node.interfaces.get(interface)
    return (said.mac if said else None) or made_mac(name, interface)


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


def end_of_table(vrf: Vrf, families: Collection[Family]) -> Iterator[Route]:
    """Yield what keeps packets from going on to the main table where the VRF has no route.

    Documentation/networking/vrf.rst of the kernel advises it.
    """
    for everywhere in BOTH_ZEROS:
        if everywhere.version in families:
            yield Route(everywhere, metric=LAST_METRIC, kind="unreachable", table=vrf.table)
