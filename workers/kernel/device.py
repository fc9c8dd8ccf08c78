"""Messages that make devices."""

from functools import lru_cache
from typing import assert_never

from pyroute2.netlink.rtnl import RTM_NEWLINK

from designer.plan.operations import CreateDevice, Operation
from designer.state.bond import Bond
from designer.state.device import Device, parent_of
from designer.state.interface import InterfaceKind
from designer.state.macvlan import Macvlan
from designer.state.tunnel import Tunnel
from designer.state.vlan_device import Vlan
from designer.state.vrf import Vrf
from designer.state.vxlan import Vxlan
from designer.state.wireguard import WireGuard
from workers.kernel.indexes import Indexes
from workers.kernel.link import (
    ETHER_TYPES,
    INDEX,
    MAC_ADDRESS,
    MTU,
    NAME,
    NEW,
    Attributes,
    info,
    message,
    octets,
)
from workers.kernel.outbox import Outbox
from workers.kernel.shape import Marker, Shape, number

PARENT = number(7)
BOND_MODES = {"active-backup": 1, "802.3ad": 4}
MACVLAN_MODES = {"private": 1, "vepa": 2, "bridge": 4}
LACP_FAST = 1
"""A word of LACP each second and not each half minute: who draws a lab does not wait that long."""

GRE_KEY = 0x2000
Data = tuple[tuple[str, object], ...]


def create_device(outbox: Outbox[Operation], indexes: Indexes, operation: CreateDevice) -> None:
    """Ask for a device with its own index, MAC address and MTU."""
    where, who = operation.namespace, operation.interface
    parent = parent_of(operation.device)
    stands = [indexes.of(where, parent)] if parent else []
    mac = [octets(operation.mac)] if operation.mac else []
    index = indexes.bear(where, who)
    shape = _shape(operation.kind, operation.device and _anywhere(operation.device), bool(mac))
    outbox.add(where, operation, shape, index, who.encode(), operation.mtu, *mac, *stands)


def _anywhere(device: Device) -> Device | None:
    """Return the device without the name of its parent, so that the same shape serves others.

    Of WireGuard nothing is in the shape: keys come later, and are not to be kept.
    """
    match device:
        case WireGuard():
            return None
        case Vlan(_, vid, protocol):
            return Vlan("", vid, protocol)
        case Macvlan(_, mode):
            return Macvlan("", mode)
        case _:
            return device


@lru_cache(maxsize=1 << 13)
def _shape(kind: InterfaceKind, device: Device | None, has_mac: bool) -> Shape:
    on_link = isinstance(device, Vlan | Macvlan)
    born: Attributes = [
        ("IFLA_IFNAME", NAME.value),
        ("IFLA_MTU", MTU.value),
        *([("IFLA_ADDRESS", MAC_ADDRESS.value)] if has_mac else []),
        *([("IFLA_LINK", PARENT.value)] if on_link else []),
        info(kind, [] if device is None else list(_data(kind, device))),
    ]
    has_parent = on_link or bool(parent_of(device))
    markers: list[Marker] = [MAC_ADDRESS] if has_mac else []
    markers += [PARENT] if has_parent else []
    return Shape(message(born), RTM_NEWLINK, NEW, INDEX, NAME, MTU, *markers)


def _data(kind: InterfaceKind, device: Device) -> Data:  # noqa: PLR0911 - one a kind
    """Return what the kernel wants to know beside what every link has."""
    match device:
        case Vlan(_, vid, protocol):
            return (
                ("IFLA_VLAN_ID", vid),
                ("IFLA_VLAN_PROTOCOL", ETHER_TYPES[protocol]),
            )
        case Bond(mode, miimon_ms):
            rate = [("IFLA_BOND_AD_LACP_RATE", LACP_FAST)] if mode == "802.3ad" else []
            return ("IFLA_BOND_MODE", BOND_MODES[mode]), ("IFLA_BOND_MIIMON", miimon_ms), *rate
        case Vrf(table):
            return (("IFLA_VRF_TABLE", table),)
        case Vxlan():
            return tuple(_vxlan(device))
        case Tunnel():
            return tuple(_tunnel(kind, device))
        case WireGuard():
            return ()
        case Macvlan(_, mode):
            return (("IFLA_MACVLAN_MODE", MACVLAN_MODES[mode]),)
        case _:
            assert_never(device)


def _vxlan(device: Vxlan) -> Attributes:
    six = "6" if device.remote.version == 6 else ""  # noqa: PLR2004
    return [
        ("IFLA_VXLAN_ID", device.vni),
        (f"IFLA_VXLAN_GROUP{six}", str(device.remote)),
        *([(f"IFLA_VXLAN_LOCAL{six}", str(device.local))] if device.local else []),
        ("IFLA_VXLAN_PORT", device.port),
        *([("IFLA_VXLAN_LINK", PARENT.value)] if device.parent else []),
    ]


def _tunnel(kind: InterfaceKind, device: Tunnel) -> Attributes:
    prefix = f"IFLA_{kind.upper()}"
    ends: Attributes = [
        (f"{prefix}_LOCAL", str(device.local)),
        (f"{prefix}_REMOTE", str(device.remote)),
        (f"{prefix}_TTL", device.ttl),
    ]
    if device.key is None:
        return ends
    flags: Attributes = [("IFLA_GRE_IFLAGS", GRE_KEY), ("IFLA_GRE_OFLAGS", GRE_KEY)]
    return [*ends, *flags, ("IFLA_GRE_IKEY", device.key), ("IFLA_GRE_OKEY", device.key)]
