"""The requests by which a kernel shows what it can do, one for each thing a drawing may need."""

import socket
from collections.abc import Iterator, Mapping

from pyroute2.netlink import NLM_F_ACK, NLM_F_CREATE, NLM_F_EXCL, NLM_F_REQUEST, nlmsg
from pyroute2.netlink.nfnetlink import NFNL_SUBSYS_NFTABLES, nfgen_msg
from pyroute2.netlink.nfnetlink.nftsocket import (
    NFT_MSG_NEWCHAIN,
    NFT_MSG_NEWTABLE,
    nft_chain_msg,
    nft_table_msg,
)
from pyroute2.netlink.rtnl import RTM_NEWLINK, RTM_NEWQDISC, RTM_NEWRULE, RTM_SETLINK
from pyroute2.netlink.rtnl.fibmsg import fibmsg
from pyroute2.netlink.rtnl.ifinfmsg import ifinfmsg
from pyroute2.netlink.rtnl.tcmsg import tcmsg

from workers.kernel.shape import encode, filled

ASKED = NLM_F_REQUEST | NLM_F_ACK
NEW = ASKED | NLM_F_CREATE | NLM_F_EXCL
CABLE, BRIDGE, FIRST_OTHER = 1001, 1002, 1010
"""Indexes far from those that the kernel gives to tunnels of its own in every namespace."""

HERE, THERE = "192.0.2.1", "192.0.2.2"
"""Addresses for documentation (RFC 5737); without any a tunnel is taken for the kernel's own."""

TC_H_ROOT = 0xFFFFFFFF
VLAN_AD = 0x88A8
NFPROTO_INET, POSTROUTING, SOURCE_NAT = 1, 4, 100
BATCH_BEGIN, BATCH_END = 0x10, 0x11
"""NFNL_MSG_BATCH_BEGIN and NFNL_MSG_BATCH_END (linux/netfilter/nfnetlink.h)."""

Attributes = list[tuple[str, object]]

_LOCAL_AND_REMOTE = (("LOCAL", HERE), ("REMOTE", THERE))
_LINKS: tuple[tuple[str, str, Attributes], ...] = (
    ("vlan_device", "vlan", [("IFLA_VLAN_ID", 10)]),
    ("vlan_ad_device", "vlan", [("IFLA_VLAN_ID", 11), ("IFLA_VLAN_PROTOCOL", VLAN_AD)]),
    ("macvlan", "macvlan", [("IFLA_MACVLAN_MODE", "bridge")]),
    ("bond", "bond", [("IFLA_BOND_MODE", 1)]),
    ("vrf", "vrf", [("IFLA_VRF_TABLE", 100)]),
    ("dummy", "dummy", []),
    ("vxlan", "vxlan", [("IFLA_VXLAN_ID", 100)]),
    ("gre", "gre", [(f"IFLA_GRE_{end}", value) for end, value in _LOCAL_AND_REMOTE]),
    ("ipip", "ipip", [(f"IFLA_IPIP_{end}", value) for end, value in _LOCAL_AND_REMOTE]),
    ("sit", "sit", [(f"IFLA_SIT_{end}", value) for end, value in _LOCAL_AND_REMOTE]),
    ("wireguard", "wireguard", []),
)
"""Capability, the kernel's word for the kind of link, and what one cannot be without."""

_ON_CABLE = frozenset({"vlan", "macvlan"})


def route_questions() -> Iterator[tuple[str, bytes]]:
    """Yield capability and request; what later ones stand on is made by the first two."""
    yield "veth", _link("veth", [("VETH_INFO_PEER", {"attrs": []})], CABLE)
    yield "bridge", _link("bridge", [], BRIDGE)
    yield "vlan_filtering", _vlan_of_bridge()
    for place, (name, kind, data) in enumerate(_LINKS):
        yield name, _link(kind, data, FIRST_OTHER + place)
    yield "netem", _qdisc("netem", CABLE, _NETEM)
    yield "tbf", _qdisc("tbf", BRIDGE, _TBF)
    yield "policy_rules", _rule()


def nft_questions() -> Iterator[tuple[str, tuple[bytes, ...]]]:
    """Yield capability and batch: a table of the inet family, then address translation in one."""
    yield "nftables", _batch(_table("ask1"))
    yield "nat", _batch(_table("ask2"), _nat_chain("ask2"))


def _link(kind: str, data: Attributes, index: int) -> bytes:
    info: Attributes = [("IFLA_INFO_KIND", kind)]
    if data:
        info.append(("IFLA_INFO_DATA", {"attrs": data}))
    attributes: Attributes = [("IFLA_IFNAME", f"ask{index}")]
    if kind in _ON_CABLE:
        attributes.append(("IFLA_LINK", CABLE))
    attributes.append(("IFLA_LINKINFO", {"attrs": info}))
    return encode(filled(ifinfmsg(), {"index": index}, attributes), RTM_NEWLINK, NEW)


def _vlan_of_bridge() -> bytes:
    """A kernel without VLAN filtering takes the switch for it without a word, but not a VLAN."""
    inner = [("IFLA_BRIDGE_FLAGS", 2), ("IFLA_BRIDGE_VLAN_INFO", {"vid": 10, "flags": 0})]
    fields = {"family": socket.AF_BRIDGE, "index": BRIDGE}
    message = filled(ifinfmsg(), fields, [("IFLA_AF_SPEC", {"attrs": inner})])
    return encode(message, RTM_SETLINK, ASKED)


_NETEM = {"delay": 0, "limit": 100, "loss": 0, "gap": 0, "duplicate": 0, "jitter": 0, "attrs": []}
_TBF_PARAMETERS = {"rate": 125_000, "limit": 3000, "buffer": 100_000, "mtu": 2000}
_TBF = {"attrs": [("TCA_TBF_PARMS", _TBF_PARAMETERS)]}


def _qdisc(kind: str, index: int, options: Mapping[str, object]) -> bytes:
    fields = {"index": index, "parent": TC_H_ROOT}
    message = filled(tcmsg(), fields, [("TCA_KIND", kind), ("TCA_OPTIONS", options)])
    return encode(message, RTM_NEWQDISC, NEW)


def _rule() -> bytes:
    fields = {"family": socket.AF_INET, "table": 100, "action": 1}
    message = filled(fibmsg(), fields, [("FRA_PRIORITY", 100), ("FRA_TABLE", 100)])
    return encode(message, RTM_NEWRULE, NEW)


def _table(name: str) -> bytes:
    message = filled(nft_table_msg(), {"nfgen_family": NFPROTO_INET}, [("NFTA_TABLE_NAME", name)])
    return _nft(message, NFT_MSG_NEWTABLE)


def _nat_chain(table: str) -> bytes:
    hook = [("NFTA_HOOK_HOOKNUM", POSTROUTING), ("NFTA_HOOK_PRIORITY", SOURCE_NAT)]
    attributes = [
        ("NFTA_CHAIN_TABLE", table),
        ("NFTA_CHAIN_NAME", "ask"),
        ("NFTA_CHAIN_HOOK", {"attrs": hook}),
        ("NFTA_CHAIN_TYPE", "nat"),
    ]
    fields = {"nfgen_family": NFPROTO_INET}
    return _nft(filled(nft_chain_msg(), fields, attributes), NFT_MSG_NEWCHAIN)


def _nft(message: nlmsg, kind: int) -> bytes:
    return encode(message, NFNL_SUBSYS_NFTABLES << 8 | kind, NEW)


def _batch(*messages: bytes) -> tuple[bytes, ...]:
    """The kernel takes tables only in a transaction."""
    return (_edge(BATCH_BEGIN), *messages, _edge(BATCH_END))


def _edge(kind: int) -> bytes:
    fields = {"nfgen_family": socket.AF_UNSPEC, "res_id": NFNL_SUBSYS_NFTABLES}
    return encode(filled(nfgen_msg(), fields, []), kind, NLM_F_REQUEST)
