"""The links of a namespace as the kernel tells them, only what a host state needs."""

import socket
from errno import EINVAL, ENODEV
from struct import Struct
from typing import NamedTuple

from pyroute2.netlink import NLM_F_DUMP, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_GETLINK
from pyroute2.netlink.rtnl.ifinfmsg import ifinfmsg

from designer.state.vlan import Filtering
from workers.kernel.dump import (
    ATTRIBUTE_BYTES,
    Attributes,
    Message,
    ask,
    attributes,
    dump,
    nested,
    number,
    octets,
)
from workers.kernel.link import ADDR_GEN_NONE, ETHER_TYPES, IFF_UP, INDEX
from workers.kernel.shape import Shape, encode, filled

RTEXT_FILTER_SKIP_STATS = 8
IFF_LOOPBACK, IFF_LOWER_UP = 8, 0x10000
AF_INET6 = 10
AT_ONCE = (b"noqueue\0", b"noop\0")
"""What stands at the root of a veth by itself, once it is up and before."""

IFLA_ADDRESS, IFLA_IFNAME, IFLA_MTU, IFLA_LINK, IFLA_QDISC, IFLA_MASTER = 1, 3, 4, 5, 6, 10
IFLA_OPERSTATE, IFLA_LINKINFO, IFLA_AF_SPEC, IFLA_LINK_NETNSID = 16, 18, 26, 37
IFLA_INFO_KIND, IFLA_INFO_DATA, IFLA_BR_STP_STATE = 1, 2, 5
IFLA_BR_VLAN_FILTERING, IFLA_BR_VLAN_PROTOCOL, IFLA_BR_VLAN_DEFAULT_PVID = 7, 8, 39
IFLA_INET6_CONF, IFLA_INET6_ADDR_GEN_MODE = 2, 8
DEVCONF_DISABLE_IPV6 = 26
DISABLED_AT = ATTRIBUTE_BYTES + 4 * DEVCONF_DISABLE_IPV6

REQUEST = encode(
    filled(ifinfmsg(), {}, [("IFLA_EXT_MASK", RTEXT_FILTER_SKIP_STATS)]),
    RTM_GETLINK,
    NLM_F_REQUEST | NLM_F_DUMP,
)
_QUESTION = Shape(
    filled(ifinfmsg(), {"index": INDEX.value}, [("IFLA_EXT_MASK", RTEXT_FILTER_SKIP_STATS)]),
    RTM_GETLINK,
    NLM_F_REQUEST,
    INDEX,
)
PROTOCOLS = {number: protocol for protocol, number in ETHER_TYPES.items()}
_ETHER_TYPE, _VID = Struct("!H"), Struct("=H")
Parsed = tuple[bytes, Attributes]
"""What the kernel says about a kind of link, and where in it each attribute begins."""

_LINK = Struct("=BxHiII")
_SIGNED = Struct("=i")


class Link(NamedTuple):
    """One link; `peer_namespace` is what this namespace calls the peer's, -1 when it is itself.

    `peer_index` is the index of what a device stands on, too.
    """

    number: int
    name: str
    kind: str
    up: bool
    has_carrier: bool
    state: int
    """The operational state (RFC 2863), by the numbers of linux/if.h."""

    loopback: bool
    mac: str
    mtu: int
    master: int
    peer_index: int
    peer_namespace: int
    link_local: bool
    stp: bool
    filtering: Filtering | None
    told: Parsed | None
    queues: bool
    """Of a veth, whether packets do not leave at once, as they do where nothing is set."""


def links(netlink: socket.socket) -> list[Link]:
    """Return all links of the socket's namespace."""
    return [parse(message) for message in dump(netlink, REQUEST)]


def find_link(netlink: socket.socket, number: int) -> Link | None:
    """Return the link of an index, None where there is none."""
    question = bytearray()
    _QUESTION.write(question, number)
    try:
        return parse(ask(netlink, bytes(question)))
    except OSError as error:
        if error.errno in {ENODEV, EINVAL}:  # index 0 is no valid question
            return None
        raise


def parse(message: Message) -> Link:
    """Read one link."""
    data, start, end = message
    _, _, index, flags, _ = _LINK.unpack_from(data, start)
    found = attributes(data, start + _LINK.size, end)
    kind, told = _kind(data, found)
    bridge = told[1] if told is not None and kind == "bridge" else {}
    return Link(
        number=index,
        name=_text(data, found[IFLA_IFNAME]),
        kind=kind,
        up=bool(flags & IFF_UP),
        has_carrier=bool(flags & IFF_LOWER_UP),
        state=data[found[IFLA_OPERSTATE] + ATTRIBUTE_BYTES],
        loopback=bool(flags & IFF_LOOPBACK),
        mac=octets(data, found[IFLA_ADDRESS]).hex(":") if IFLA_ADDRESS in found else "",
        mtu=number(data, found, IFLA_MTU),
        master=number(data, found, IFLA_MASTER),
        peer_index=number(data, found, IFLA_LINK),
        peer_namespace=number(data, found, IFLA_LINK_NETNSID, absent=-1),
        link_local=_speaks(data, found),
        stp=number(data, bridge, IFLA_BR_STP_STATE) != 0,
        filtering=_filtering(data, bridge),
        told=told,
        queues=kind == "veth" and not data.startswith(AT_ONCE, found[IFLA_QDISC] + ATTRIBUTE_BYTES),
    )


def _kind(data: bytes, found: Attributes) -> tuple[str, Parsed | None]:
    """Return the kind of link, and where all else is that the kernel tells about its kind."""
    if IFLA_LINKINFO not in found:
        return "", None
    info = nested(data, found[IFLA_LINKINFO])
    kind = _text(data, info[IFLA_INFO_KIND]) if IFLA_INFO_KIND in info else ""
    if kind == "veth" or IFLA_INFO_DATA not in info:
        return kind, None
    return kind, (data, nested(data, info[IFLA_INFO_DATA]))


def _filtering(data: bytes, bridge: Attributes) -> Filtering | None:
    """A kernel that cannot keep VLANs apart has no such attributes."""
    place = bridge.get(IFLA_BR_VLAN_FILTERING)
    if place is None or not data[place + ATTRIBUTE_BYTES]:
        return None
    (ether_type,) = _ETHER_TYPE.unpack(octets(data, bridge[IFLA_BR_VLAN_PROTOCOL]))
    (pvid,) = _VID.unpack(octets(data, bridge[IFLA_BR_VLAN_DEFAULT_PVID]))
    return Filtering(PROTOCOLS[ether_type], pvid)


def _speaks(data: bytes, found: Attributes) -> bool:
    """An interface without IPv6 at all has no such attribute."""
    if IFLA_AF_SPEC not in found:
        return False
    families = nested(data, found[IFLA_AF_SPEC])
    if AF_INET6 not in families:
        return False
    six = nested(data, families[AF_INET6])
    if IFLA_INET6_ADDR_GEN_MODE not in six or IFLA_INET6_CONF not in six:
        return False
    (disabled,) = _SIGNED.unpack_from(data, six[IFLA_INET6_CONF] + DISABLED_AT)
    return not disabled and data[six[IFLA_INET6_ADDR_GEN_MODE] + ATTRIBUTE_BYTES] != ADDR_GEN_NONE


def _text(data: bytes, place: int) -> str:
    return octets(data, place)[:-1].decode()
