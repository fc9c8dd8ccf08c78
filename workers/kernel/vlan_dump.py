"""The VLANs of bridges and their ports as the kernel tells them."""

import socket
from collections.abc import Iterator, Mapping
from struct import Struct

from pyroute2.netlink import NLM_F_DUMP, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_GETLINK
from pyroute2.netlink.rtnl.ifinfmsg import (
    BRIDGE_VLAN_INFO_PVID,
    BRIDGE_VLAN_INFO_RANGE_BEGIN,
    BRIDGE_VLAN_INFO_RANGE_END,
    BRIDGE_VLAN_INFO_UNTAGGED,
    ifinfmsg,
)

from designer.state.vlan import PortVlan, PortVlans
from workers.kernel.dump import ATTRIBUTE_BYTES, Message, attributes, dump, siblings
from workers.kernel.shape import encode, filled
from workers.kernel.vlan import AF_BRIDGE, VLAN_INFO

RTEXT_FILTER_BRVLAN_COMPRESSED = 4
IFLA_AF_SPEC, IFLA_BRIDGE_VLAN_INFO = 26, 2

REQUEST = encode(
    filled(
        ifinfmsg(),
        {"family": AF_BRIDGE},
        [("IFLA_EXT_MASK", RTEXT_FILTER_BRVLAN_COMPRESSED)],
    ),
    RTM_GETLINK,
    NLM_F_REQUEST | NLM_F_DUMP,
)
_LINK = Struct("=BxHiII")


def port_vlans(netlink: socket.socket) -> Mapping[int, PortVlans]:
    """Return the VLANs of every bridge and port of the socket's namespace, by index."""
    return dict(map(parse, dump(netlink, REQUEST)))


def parse(message: Message) -> tuple[int, PortVlans]:
    """Read the VLANs of one interface."""
    data, start, end = message
    _, _, index, _, _ = _LINK.unpack_from(data, start)
    found = attributes(data, start + _LINK.size, end)
    spec = found.get(IFLA_AF_SPEC)
    return index, tuple(_vlans(data, spec)) if spec is not None else ()


def _vlans(data: bytes, spec: int) -> Iterator[PortVlan]:
    first = 0
    for place in siblings(data, spec, IFLA_BRIDGE_VLAN_INFO):
        flags, vid = VLAN_INFO.unpack_from(data, place + ATTRIBUTE_BYTES)
        if flags & BRIDGE_VLAN_INFO_RANGE_BEGIN:
            first = vid
            continue
        yield PortVlan(
            first if flags & BRIDGE_VLAN_INFO_RANGE_END else vid,
            vid,
            bool(flags & BRIDGE_VLAN_INFO_PVID),
            bool(flags & BRIDGE_VLAN_INFO_UNTAGGED),
        )
