"""What a device is, read from what the kernel tells about a link."""

import sys
from collections.abc import Mapping

from designer.state.device import Device
from designer.state.vlan_device import Vlan
from workers.kernel.dump import octets
from workers.kernel.link_dump import PROTOCOLS, Link, Parsed

IFLA_VLAN_ID, IFLA_VLAN_PROTOCOL = 1, 5


def read_device(link: Link, names: Mapping[int, str]) -> Device | None:
    """Return what there is to know about a device; `names` has the links it may stand on."""
    if link.told is None:
        return None
    match link.kind:
        case "vlan":
            return _vlan(link.told, names.get(link.peer_index, ""))
        case _:
            return None


def _vlan(told: Parsed, parent: str) -> Vlan:
    data, found = told
    vid = int.from_bytes(octets(data, found[IFLA_VLAN_ID]), sys.byteorder)
    ether_type = int.from_bytes(octets(data, found[IFLA_VLAN_PROTOCOL]), "big")
    return Vlan(parent, vid, PROTOCOLS[ether_type])
