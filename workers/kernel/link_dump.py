"""The links of a namespace as the kernel tells them, only what a host state needs."""

import socket
from struct import Struct
from typing import NamedTuple

from pyroute2.netlink import NLM_F_DUMP, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_GETLINK
from pyroute2.netlink.rtnl.ifinfmsg import ifinfmsg

from workers.kernel.dump import Attributes, Message, attributes, dump
from workers.kernel.link import ADDR_GEN_NONE, IFF_UP
from workers.kernel.shape import encode, filled

RTEXT_FILTER_SKIP_STATS = 8
IFF_LOOPBACK = 8
AF_INET6 = 10
IFLA_ADDRESS, IFLA_IFNAME, IFLA_MTU, IFLA_LINK, IFLA_MASTER = 1, 3, 4, 5, 10
IFLA_LINKINFO, IFLA_AF_SPEC, IFLA_LINK_NETNSID = 18, 26, 37
IFLA_INFO_KIND, IFLA_INFO_DATA, IFLA_BR_STP_STATE = 1, 2, 5
IFLA_INET6_CONF, IFLA_INET6_ADDR_GEN_MODE = 2, 8
DEVCONF_DISABLE_IPV6 = 26

REQUEST = encode(
    filled(ifinfmsg(), {}, [("IFLA_EXT_MASK", RTEXT_FILTER_SKIP_STATS)]),
    RTM_GETLINK,
    NLM_F_REQUEST | NLM_F_DUMP,
)
_LINK = Struct("=BxHiII")
_NUMBER = Struct("=I")
_SIGNED = Struct("=i")


class Link(NamedTuple):
    """One link; `peer_namespace` is what this namespace calls the peer's, -1 when it is itself."""

    number: int
    name: str
    kind: str
    up: bool
    loopback: bool
    mac: str
    mtu: int
    master: int
    peer_index: int
    peer_namespace: int
    link_local: bool
    stp: bool


def links(netlink: socket.socket) -> list[Link]:
    """Return all links of the socket's namespace."""
    return [parse(message) for message in dump(netlink, REQUEST)]


def parse(message: Message) -> Link:
    """Read one link."""
    data, start, end = message
    _, _, index, flags, _ = _LINK.unpack_from(data, start)
    found = attributes(data, start + _LINK.size, end)
    kind, stp = _kind(data, found)
    return Link(
        number=index,
        name=_text(data, *found[IFLA_IFNAME]),
        kind=kind,
        up=bool(flags & IFF_UP),
        loopback=bool(flags & IFF_LOOPBACK),
        mac=_mac(data, found),
        mtu=_number(data, found, IFLA_MTU),
        master=_number(data, found, IFLA_MASTER),
        peer_index=_number(data, found, IFLA_LINK),
        peer_namespace=_signed(data, found, IFLA_LINK_NETNSID),
        link_local=_speaks(data, found),
        stp=stp,
    )


def _kind(data: bytes, found: Attributes) -> tuple[str, bool]:
    if IFLA_LINKINFO not in found:
        return "", False
    info = attributes(data, *found[IFLA_LINKINFO])
    kind = _text(data, *info[IFLA_INFO_KIND]) if IFLA_INFO_KIND in info else ""
    if kind != "bridge" or IFLA_INFO_DATA not in info:
        return kind, False
    bridge = attributes(data, *info[IFLA_INFO_DATA])
    return kind, _number(data, bridge, IFLA_BR_STP_STATE) != 0


def _speaks(data: bytes, found: Attributes) -> bool:
    """An interface without IPv6 at all has no such attribute."""
    if IFLA_AF_SPEC not in found:
        return False
    families = attributes(data, *found[IFLA_AF_SPEC])
    if AF_INET6 not in families:
        return False
    six = attributes(data, *families[AF_INET6])
    if IFLA_INET6_ADDR_GEN_MODE not in six or IFLA_INET6_CONF not in six:
        return False
    disabled_at = six[IFLA_INET6_CONF][0] + 4 * DEVCONF_DISABLE_IPV6
    (disabled,) = _SIGNED.unpack_from(data, disabled_at)
    return not disabled and data[six[IFLA_INET6_ADDR_GEN_MODE][0]] != ADDR_GEN_NONE


def _text(data: bytes, start: int, end: int) -> str:
    return data[start : end - 1].decode()


def _mac(data: bytes, found: Attributes) -> str:
    if IFLA_ADDRESS not in found:
        return ""
    start, end = found[IFLA_ADDRESS]
    return data[start:end].hex(":")


def _number(data: bytes, found: Attributes, kind: int) -> int:
    if kind not in found:
        return 0
    number: int = _NUMBER.unpack_from(data, found[kind][0])[0]
    return number


def _signed(data: bytes, found: Attributes, kind: int) -> int:
    if kind not in found:
        return -1
    number: int = _SIGNED.unpack_from(data, found[kind][0])[0]
    return number
