"""Messages about links: bridges, cables, and what every interface has."""

from functools import cache

from pyroute2.netlink import NLM_F_CREATE, NLM_F_EXCL, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_DELLINK, RTM_NEWLINK, RTM_SETLINK
from pyroute2.netlink.rtnl.ifinfmsg import ifinfmsg

from designer.plan.operations import CreateBridge, CreateVeth, Operation, VethEnd
from designer.state.vlan import Filtering
from designer.topology.vlan import VlanProtocol
from workers.kernel.indexes import Indexes
from workers.kernel.outbox import Outbox
from workers.kernel.shape import Marker, Shape, filled, mac, name, number

IFF_UP = 1
NEW = NLM_F_REQUEST | NLM_F_CREATE | NLM_F_EXCL
FORWARD_DELAY = ("IFLA_BR_FORWARD_DELAY", 200)
"""In hundredths of a second: 2 s, the shortest that the standard allows."""

ETHER_TYPES: dict[VlanProtocol, int] = {"802.1Q": 0x8100, "802.1ad": 0x88A8}
"""ETH_P_8021Q and ETH_P_8021AD of linux/if_ether.h."""

ADDR_GEN_NONE = 1
INDEX, PEER_INDEX, MASTER, MTU, PEER_MTU, PEER_NAMESPACE = map(number, range(1, 7))
NAME, PEER_NAME = name(1), name(2)
MAC_ADDRESS, PEER_MAC = mac(1), mac(2)
ONE_QUEUE = [("IFLA_NUM_TX_QUEUES", 1), ("IFLA_NUM_RX_QUEUES", 1)]
"""On both ends: with more, the kernel shrinks them at once, and waits for RCU to do so."""

Attributes = list[tuple[str, object]]


def message(attributes: Attributes, *, up: bool = False) -> ifinfmsg:
    """Return a message about the link whose index is put in."""
    flags = {"flags": IFF_UP, "change": IFF_UP} if up else {}
    return filled(ifinfmsg(), {"index": INDEX.value, **flags}, attributes)


def info(word: str, data: Attributes) -> tuple[str, object]:
    """Return the attribute that says what kind of link it is, and more about it."""
    inner: Attributes = [("IFLA_INFO_KIND", word)]
    if data:
        inner.append(("IFLA_INFO_DATA", {"attrs": data}))
    return "IFLA_LINKINFO", {"attrs": inner}


@cache
def _bridge(*, stp: bool, up: bool, how: Filtering | None) -> Shape:
    data: Attributes = [("IFLA_BR_MCAST_SNOOPING", 0)]
    if stp:
        data += [("IFLA_BR_STP_STATE", 1), FORWARD_DELAY]
    if how is not None:
        data += _filtering(how)
    born: Attributes = [
        ("IFLA_IFNAME", NAME.value),
        ("IFLA_ADDRESS", MAC_ADDRESS.value),
        ("IFLA_MTU", MTU.value),
    ]
    request = message([*born, info("bridge", data)], up=up)
    return Shape(request, RTM_NEWLINK, NEW, INDEX, NAME, MAC_ADDRESS, MTU)


def _veth(*, port: bool, up: bool) -> Shape:
    peer: Attributes = [
        ("IFLA_IFNAME", PEER_NAME.value),
        ("IFLA_ADDRESS", PEER_MAC.value),
        ("IFLA_MTU", PEER_MTU.value),
        ("IFLA_NET_NS_FD", PEER_NAMESPACE.value),
        *ONE_QUEUE,
    ]
    own: Attributes = [
        ("IFLA_IFNAME", NAME.value),
        ("IFLA_ADDRESS", MAC_ADDRESS.value),
        ("IFLA_MTU", MTU.value),
        *ONE_QUEUE,
        *([("IFLA_MASTER", MASTER.value)] if port else []),
    ]
    other = {"index": PEER_INDEX.value, "attrs": peer}
    request = message([*own, info("veth", [("VETH_INFO_PEER", other)])], up=up)
    ends: tuple[Marker, ...] = (INDEX, NAME, MAC_ADDRESS, MTU, PEER_INDEX, PEER_NAME, PEER_MAC)
    rest = (PEER_MTU, PEER_NAMESPACE, *([MASTER] if port else []))
    return Shape(request, RTM_NEWLINK, NEW, *ends, *rest)


def _setting(attributes: Attributes, *markers: Marker) -> Shape:
    return Shape(message(attributes), RTM_SETLINK, NLM_F_REQUEST, INDEX, *markers)


def _flag(flags: int) -> Shape:
    request = filled(ifinfmsg(), {"index": INDEX.value, "flags": flags, "change": IFF_UP}, [])
    return Shape(request, RTM_NEWLINK, NLM_F_REQUEST, INDEX)


def _filtering(how: Filtering | None) -> Attributes:
    if how is None:
        return [("IFLA_BR_VLAN_FILTERING", 0)]
    return [
        ("IFLA_BR_VLAN_FILTERING", 1),
        ("IFLA_BR_VLAN_PROTOCOL", ETHER_TYPES[how.protocol]),
        ("IFLA_BR_VLAN_DEFAULT_PVID", how.default_pvid),
    ]


@cache
def filtering(how: Filtering | None) -> Shape:
    """Return the shape of a request for a bridge to keep VLANs apart, or not: index."""
    return _change(_filtering(how))


def _change(data: Attributes) -> Shape:
    return Shape(message([info("bridge", data)]), RTM_NEWLINK, NLM_F_REQUEST, INDEX)


VETHS = {(port, up): _veth(port=port, up=up) for port in (True, False) for up in (True, False)}
DELETION = Shape(message([]), RTM_DELLINK, NLM_F_REQUEST, INDEX)
UP, DOWN = _flag(IFF_UP), _flag(0)
NEW_MAC = _setting([("IFLA_ADDRESS", MAC_ADDRESS.value)], MAC_ADDRESS)
NEW_MTU = _setting([("IFLA_MTU", MTU.value)], MTU)
NEW_MASTER = _setting([("IFLA_MASTER", MASTER.value)], MASTER)
STP_ON = _change([("IFLA_BR_STP_STATE", 1), FORWARD_DELAY])
STP_OFF = _change([("IFLA_BR_STP_STATE", 0)])
SILENCE = _setting(
    [("IFLA_AF_SPEC", {"attrs": [("AF_INET6", {"attrs": [("IFLA_INET6_ADDR_GEN_MODE", 1)]})]})]
)


def create_bridge(outbox: Outbox[Operation], indexes: Indexes, operation: CreateBridge) -> None:
    """Ask for a bridge, born with another MTU and then given its own.

    Only a change after birth keeps its ports from changing it (net/bridge, br_change_mtu).
    """
    where, who = operation.namespace, operation.interface
    index = indexes.bear(where, who)
    shape = _bridge(stp=operation.stp, up=operation.up, how=operation.filtering)
    born_mtu = operation.mtu ^ 1
    outbox.add(where, operation, shape, index, who.encode(), octets(operation.mac), born_mtu)
    outbox.add(where, operation, NEW_MTU, index, operation.mtu)


def create_veth(
    outbox: Outbox[Operation], indexes: Indexes, operation: CreateVeth, peer_namespace: int
) -> None:
    """One request for both ends, each born where it belongs, so that half a cable is never seen."""
    left, right = operation.left, operation.right
    values = (*_born(left, indexes), left.mtu, *_born(right, indexes), right.mtu, peer_namespace)
    shape = VETHS[bool(left.master), left.up]
    if left.master:
        master = indexes.of(left.namespace, left.master)
        outbox.add(left.namespace, operation, shape, *values, master)
    else:
        outbox.add(left.namespace, operation, shape, *values)


def _born(end: VethEnd, indexes: Indexes) -> tuple[int, bytes, bytes]:
    return indexes.bear(end.namespace, end.interface), end.interface.encode(), octets(end.mac)


def octets(mac_address: str) -> bytes:
    """Return a MAC address as the kernel has it."""
    return bytes.fromhex(mac_address.replace(":", ""))
