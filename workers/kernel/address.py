"""Messages about addresses."""

from functools import cache

from pyroute2.netlink import NLM_F_CREATE, NLM_F_REPLACE, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_DELADDR, RTM_NEWADDR
from pyroute2.netlink.rtnl.ifaddrmsg import ifaddrmsg

from designer.state.namespace import Family
from workers.kernel.shape import IPV4, IPV6, Marker, Shape, filled, number

IFA_F_NODAD = 0x02
INDEX = number(1)
AF = {4: 2, 6: 10}
ADDRESS = {
    4: Marker(IPV4, "90.165.90.166", bytes((90, 165, 90, 166))),
    6: Marker(IPV6, "5aa5:5aa5:5aa5:5aa5:5aa5:5aa5:5aa5:5aa6", b"\x5a\xa5" * 7 + b"\x5a\xa6"),
}
GATEWAY = {
    4: Marker(IPV4, "91.165.91.166", bytes((91, 165, 91, 166))),
    6: Marker(IPV6, "5ba5:5ba5:5ba5:5ba5:5ba5:5ba5:5ba5:5ba6", b"\x5b\xa5" * 7 + b"\x5b\xa6"),
}


@cache
def addition(family: Family, prefix_length: int) -> Shape:
    """Return the shape of a request for an address: index, address."""
    flags = [("IFA_FLAGS", IFA_F_NODAD)] if family == 6 else []  # noqa: PLR2004
    return _shape(RTM_NEWADDR, NLM_F_CREATE | NLM_F_REPLACE, family, prefix_length, flags)


@cache
def deletion(family: Family, prefix_length: int) -> Shape:
    """Return the shape of a request to delete an address: index, address."""
    return _shape(RTM_DELADDR, 0, family, prefix_length, [])


def _shape(
    kind: int, flags: int, family: Family, prefix_length: int, more: list[tuple[str, int]]
) -> Shape:
    address = ADDRESS[family]
    fields = {"family": AF[family], "prefixlen": prefix_length, "index": INDEX.value}
    attributes = [("IFA_LOCAL", address.value), ("IFA_ADDRESS", address.value), *more]
    message = filled(ifaddrmsg(), fields, attributes)
    return Shape(message, kind, NLM_F_REQUEST | flags, INDEX, address)
