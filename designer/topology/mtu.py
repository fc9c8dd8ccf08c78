"""The MTU of an interface, said or what follows from what it stands on."""

from typing import assert_never

from designer.topology.bond import BondDevice
from designer.topology.device import Device
from designer.topology.dummy import DummyDevice
from designer.topology.interface import DEFAULT_MTU
from designer.topology.macvlan import MacvlanDevice
from designer.topology.node import Node
from designer.topology.port import is_port
from designer.topology.tunnel import GreDevice, IpipDevice, SitDevice
from designer.topology.values import Address
from designer.topology.vlan_device import VlanDevice
from designer.topology.vrf import VrfDevice
from designer.topology.vxlan import VxlanDevice
from designer.topology.wireguard import MTU as WIREGUARD_MTU
from designer.topology.wireguard import WireGuardDevice

IP, IPV6, UDP, VXLAN, ETHERNET, GRE, GRE_KEY = 20, 40, 8, 8, 14, 4, 4
"""Bytes that headers take: RFC 791, 8200, 768, 7348, IEEE 802.3, RFC 2784, 2890."""

VRF_MTU = 65575
"""What the kernel gives a VRF, IP6_MAX_MTU (drivers/net/vrf.c, vrf_setup)."""


def mtu_of(name: str, node: Node, interface: str) -> int:
    """Return an interface's MTU, the one that Linux gives where the drawing says nothing.

    A member of a bond has the bond's (drivers/net/bonding, bond_enslave). Only for a node whose
    devices stand in no loop.
    """
    said = node.interfaces.get(interface)
    if (master := node.masters.get(interface)) is not None:
        bond = node.interfaces[master]
        if isinstance(bond.device, BondDevice):
            return bond.mtu or DEFAULT_MTU
    if said is not None and said.mtu is not None:
        return said.mtu
    if node.kind == "switch" and interface == name:
        return _bridge_mtu(name, node)
    return DEFAULT_MTU if said is None or said.device is None else _mtu(name, node, said.device)


def _bridge_mtu(name: str, node: Node) -> int:
    """Return the smallest of its ports', as Linux has it (br_mtu_min), but no more than usual."""
    if name not in node.bridge_mtus:
        ports = (one for one in node.interfaces if is_port(name, node, one))
        node.bridge_mtus[name] = min((DEFAULT_MTU, *(mtu_of(name, node, one) for one in ports)))
    return node.bridge_mtus[name]


def _mtu(name: str, node: Node, device: Device) -> int:
    match device:
        case VlanDevice(parent=parent) | MacvlanDevice(parent=parent):
            return mtu_of(name, node, parent)
        case VxlanDevice(parent=str(parent)):
            return mtu_of(name, node, parent) - headers(device)
        case VxlanDevice() | GreDevice() | IpipDevice() | SitDevice():
            return _mtu_at(name, node, device.local) - headers(device)
        case VrfDevice():
            return VRF_MTU
        case BondDevice() | DummyDevice():
            return DEFAULT_MTU
        case WireGuardDevice():
            return WIREGUARD_MTU
        case _:
            assert_never(device)


def headers(device: Device) -> int:
    """Return how many bytes a device puts around each packet."""
    match device:
        case VxlanDevice(remote=remote):
            return (IP if remote.version == 4 else IPV6) + UDP + VXLAN + ETHERNET  # noqa: PLR2004
        case GreDevice(key=key):
            return IP + GRE + (0 if key is None else GRE_KEY)
        case IpipDevice() | SitDevice():
            return IP
        case _:
            return 0


def _mtu_at(name: str, node: Node, address: Address | None) -> int:
    """Return the MTU of the cable that has an address."""
    for interface, said in node.interfaces.items():
        if said.device is None and any(one.ip == address for one in said.addresses or ()):
            return mtu_of(name, node, interface)
    return DEFAULT_MTU
