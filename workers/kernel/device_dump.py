"""What a device is, read from what the kernel tells about a link."""

import sys
from collections.abc import Mapping
from ipaddress import IPv4Address, ip_address
from typing import Literal

from designer.state.bond import Bond
from designer.state.device import Device
from designer.state.macvlan import Macvlan
from designer.state.tunnel import Tunnel
from designer.state.vlan_device import Vlan
from designer.state.vrf import Vrf
from designer.state.vxlan import Vxlan
from designer.topology.values import Address
from workers.kernel.device import BOND_MODES, GRE_KEY, MACVLAN_MODES
from workers.kernel.dump import octets
from workers.kernel.link_dump import PROTOCOLS, Link

IFLA_VLAN_ID, IFLA_VLAN_PROTOCOL = 1, 5
IFLA_BOND_MODE, IFLA_BOND_MIIMON = 1, 3
IFLA_VRF_TABLE = 1
IFLA_VXLAN_ID, IFLA_VXLAN_GROUP, IFLA_VXLAN_LINK, IFLA_VXLAN_LOCAL = 1, 2, 3, 4
IFLA_VXLAN_PORT, IFLA_VXLAN_GROUP6, IFLA_VXLAN_LOCAL6 = 15, 16, 17
IFLA_GRE_IFLAGS, IFLA_GRE_IKEY, IFLA_GRE_LOCAL, IFLA_GRE_REMOTE, IFLA_GRE_TTL = 2, 4, 6, 7, 8
IFLA_IPTUN_LOCAL, IFLA_IPTUN_REMOTE, IFLA_IPTUN_TTL = 2, 3, 4
IFLA_MACVLAN_MODE = 1

TUNNELS = frozenset({"gre", "ipip", "sit"})
NOBODY = IPv4Address(0)
Order = Literal["big", "little"]


def read_device(link: Link, names: Mapping[int, str]) -> Device | None:  # noqa: PLR0911 - one a kind
    """Return what there is to know about a device; `names` has the links it may stand on."""
    if link.told is None or link.kind == "bridge":
        return None
    told = _Told(*link.told)
    match link.kind:
        case "vlan":
            return _vlan(told, names.get(link.peer_index, ""))
        case "bond":
            mode = told.number(IFLA_BOND_MODE)
            return Bond(_word(BOND_MODES, mode), told.number(IFLA_BOND_MIIMON))
        case "vrf":
            return Vrf(told.number(IFLA_VRF_TABLE))
        case "vxlan":
            return _vxlan(told, names)
        case "gre":
            return _gre(told)
        case "ipip" | "sit":
            ends = told.ipv4(IFLA_IPTUN_LOCAL), told.ipv4(IFLA_IPTUN_REMOTE)
            return Tunnel(*ends, told.number(IFLA_IPTUN_TTL))
        case "macvlan":
            mode = told.number(IFLA_MACVLAN_MODE)
            return Macvlan(names.get(link.peer_index, ""), _word(MACVLAN_MODES, mode))
        case _:
            return None


def is_of_the_kernel(device: Device | None) -> bool:
    """Tell whether a tunnel is one that every namespace may have from its birth (ip-tunnel(8))."""
    return isinstance(device, Tunnel) and device.remote == NOBODY


class _Told:
    """What the kernel says about a kind of link."""

    def __init__(self, data: bytes, found: Mapping[int, int]) -> None:
        self._data = data
        self._found = found

    def octets(self, kind: int) -> bytes:
        return octets(self._data, self._found[kind]) if kind in self._found else b""

    def number(self, kind: int, order: Order = sys.byteorder) -> int:
        return int.from_bytes(self.octets(kind), order)

    def address(self, *kinds: int) -> Address | None:
        packed = next(filter(any, map(self.octets, kinds)), b"")
        return ip_address(packed) if packed else None

    def ipv4(self, kind: int) -> IPv4Address:
        return IPv4Address(self.number(kind, "big"))


def _word(words: Mapping[str, int], number: int) -> str:
    """Return the word for a mode; one that no drawing has is told by its number."""
    return next((word for word, its in words.items() if its == number), str(number))


def _vlan(told: _Told, parent: str) -> Vlan:
    protocol = PROTOCOLS[told.number(IFLA_VLAN_PROTOCOL, "big")]
    return Vlan(parent, told.number(IFLA_VLAN_ID), protocol)


def _vxlan(told: _Told, names: Mapping[int, str]) -> Vxlan:
    return Vxlan(
        vni=told.number(IFLA_VXLAN_ID),
        remote=told.address(IFLA_VXLAN_GROUP, IFLA_VXLAN_GROUP6) or NOBODY,
        local=told.address(IFLA_VXLAN_LOCAL, IFLA_VXLAN_LOCAL6),
        port=told.number(IFLA_VXLAN_PORT, "big"),
        parent=names.get(told.number(IFLA_VXLAN_LINK), ""),
    )


def _gre(told: _Told) -> Tunnel:
    has_key = told.number(IFLA_GRE_IFLAGS, "big") & GRE_KEY
    return Tunnel(
        told.ipv4(IFLA_GRE_LOCAL),
        told.ipv4(IFLA_GRE_REMOTE),
        told.number(IFLA_GRE_TTL),
        told.number(IFLA_GRE_IKEY, "big") if has_key else None,
    )
