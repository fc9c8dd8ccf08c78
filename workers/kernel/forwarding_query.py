"""Whether a namespace forwards, asked by netlink: files in /proc/sys get slow with many of them."""

import socket
from errno import EAFNOSUPPORT, ENODEV, EOPNOTSUPP

from pyroute2.netlink import NLM_F_REQUEST, nlmsg
from pyroute2.netlink.rtnl import RTM_GETNETCONF

from designer.state.namespace import Family
from workers.kernel.address import AF
from workers.kernel.dump import ask, attributes, number
from workers.kernel.shape import encode, filled
from workers.kernel.sysctl import FAMILIES

NETCONFA_FORWARDING = 2
ALL_INTERFACES = 0xFFFFFFFF
BODY_BYTES = 4


class netconfmsg(nlmsg):  # type: ignore[misc]  # noqa: N801 - named as its kin in pyroute2
    """struct netconfmsg of linux/netconf.h, which pyroute2 does not have."""

    prefix = "NETCONFA_"
    fields = (("family", "B"), ("__align", "3x"))
    nla_map = (
        ("NETCONFA_UNSPEC", "none"),
        ("NETCONFA_IFINDEX", "uint32"),
        ("NETCONFA_FORWARDING", "uint32"),
    )


def _request(family: Family) -> bytes:
    attribute = [("NETCONFA_IFINDEX", ALL_INTERFACES)]
    message = filled(netconfmsg(), {"family": AF[family]}, attribute)
    return encode(message, RTM_GETNETCONF, NLM_F_REQUEST)


_REQUESTS = {family: _request(family) for family in FAMILIES}


def forwarded_families(netlink: socket.socket) -> frozenset[Family]:
    """Return the address families that the socket's namespace forwards."""
    return frozenset(family for family in FAMILIES if _forwards(netlink, family))


def _forwards(netlink: socket.socket, family: Family) -> bool:
    try:
        data, start, end = ask(netlink, _REQUESTS[family])
    except OSError as error:
        if error.errno in {EAFNOSUPPORT, ENODEV, EOPNOTSUPP}:
            return False  # a kernel without this family
        raise
    found = attributes(data, start + BODY_BYTES, end)
    return number(data, found, NETCONFA_FORWARDING) != 0
