"""The policies of a namespace as the kernel tells them."""

import socket
from collections.abc import Iterator
from ipaddress import IPv4Network, IPv6Network, ip_network
from struct import Struct
from typing import Literal, cast

from pyroute2.netlink import NLM_F_DUMP, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_GETRULE
from pyroute2.netlink.rtnl.fibmsg import fibmsg

from designer.state.policy import Policy
from workers.kernel.dump import ATTRIBUTE_BYTES, Attributes, Message, attributes, dump, octets
from workers.kernel.policy import FR_ACT_TO_TBL
from workers.kernel.route_dump import AF_INET, AF_INET6, RTPROT_KERNEL
from workers.kernel.shape import encode

FRA_DST, FRA_SRC, FRA_IIFNAME, FRA_PRIORITY, FRA_FWMARK = 1, 2, 3, 6, 10
FRA_SUPPRESS_PREFIXLEN, FRA_TABLE, FRA_FWMASK, FRA_PROTOCOL = 14, 15, 16, 21
UNDERSTOOD = {FRA_DST, FRA_SRC, FRA_IIFNAME, FRA_PRIORITY, FRA_FWMARK, FRA_TABLE, FRA_PROTOCOL}
USUAL = {FRA_SUPPRESS_PREFIXLEN: 0xFFFFFFFF, FRA_FWMASK: 0xFFFFFFFF}
"""What stands in every rule, or in one with a mark, and says nothing."""

FIB_RULE_INVERT = 2
VERSIONS: dict[int, Literal[4, 6]] = {AF_INET: 4, AF_INET6: 6}
REQUEST = encode(fibmsg(), RTM_GETRULE, NLM_F_REQUEST | NLM_F_DUMP)
_RULE = Struct("=BBBBBBBBI")
_NUMBER = Struct("=I")


def policies(netlink: socket.socket) -> Iterator[Policy]:
    """Yield each policy that somebody asked for and a drawing can ask for."""
    for message in dump(netlink, REQUEST):
        policy = parse(message)
        if policy is not None:
            yield policy


def parse(message: Message) -> Policy | None:
    """Read one policy, None if the kernel made it or it says what no drawing can."""
    data, start, end = message
    family, to_length, from_length, tos, table, _, _, action, flags = _RULE.unpack_from(data, start)
    found = attributes(data, start + _RULE.size, end)
    strange = family not in VERSIONS or action != FR_ACT_TO_TBL or tos or flags & FIB_RULE_INVERT
    if strange or _byte(data, found, FRA_PROTOCOL) == RTPROT_KERNEL or not _is_plain(data, found):
        return None
    return Policy(
        version=VERSIONS[family],
        priority=_number(data, found, FRA_PRIORITY, 0),
        table=_number(data, found, FRA_TABLE, table),
        source=_network(data, found, FRA_SRC, from_length),
        destination=_network(data, found, FRA_DST, to_length),
        interface=_text(data, found, FRA_IIFNAME),
        mark=_number(data, found, FRA_FWMARK, 0),
    )


def _is_plain(data: bytes, found: Attributes) -> bool:
    return all(
        kind in UNDERSTOOD or _number(data, found, kind, 0) == USUAL.get(kind) for kind in found
    )


def _byte(data: bytes, found: Attributes, kind: int) -> int:
    return data[found[kind] + ATTRIBUTE_BYTES] if kind in found else 0


def _number(data: bytes, found: Attributes, kind: int, absent: int) -> int:
    if kind not in found:
        return absent
    packed = octets(data, found[kind])
    return cast(int, _NUMBER.unpack(packed)[0]) if len(packed) == _NUMBER.size else -1


def _network(
    data: bytes, found: Attributes, kind: int, length: int
) -> IPv4Network | IPv6Network | None:
    if kind not in found or length == 0:
        return None
    return ip_network((octets(data, found[kind]), length))


def _text(data: bytes, found: Attributes, kind: int) -> str:
    return octets(data, found[kind]).rstrip(b"\0").decode() if kind in found else ""
