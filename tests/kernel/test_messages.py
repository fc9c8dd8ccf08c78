"""What we send is what pyroute2 would send, and what we read is what it reads."""

from ipaddress import ip_address, ip_interface, ip_network
from typing import Any

import pytest
from pyroute2.netlink.rtnl import RTM_DELLINK, RTM_SETLINK
from pyroute2.netlink.rtnl.ifaddrmsg import ifaddrmsg
from pyroute2.netlink.rtnl.ifinfmsg import ifinfmsg
from pyroute2.netlink.rtnl.ndmsg import ndmsg
from pyroute2.netlink.rtnl.rtmsg import rtmsg

from designer.plan.operations import (
    AddAddress,
    AddPortVlan,
    AddRoute,
    AttachPort,
    CreateBridge,
    CreateVeth,
    DeleteAddress,
    DeleteInterface,
    DeleteNeighbour,
    DeletePortVlan,
    DeleteRoute,
    DetachPort,
    Operation,
    SetDown,
    SetFiltering,
    SetLinkLocal,
    SetMac,
    SetMtu,
    SetNeighbour,
    SetStp,
    SetUp,
    VethEnd,
)
from designer.state.interface import InterfaceId
from designer.state.neighbour import Neighbour
from designer.state.route import Hop, Route, single
from designer.state.vlan import Filtering, PortVlan
from designer.topology.vlan import VlanRange
from workers.kernel.indexes import Indexes
from workers.kernel.neighbours import ADDITIONS, SEEDED
from workers.kernel.outbox import Outbox
from workers.kernel.request import Request, Writer

MAC, OTHER_MAC = "02:11:22:33:44:55", "02:66:77:88:99:aa"
KNOWN = {InterfaceId("n", "eth0"): 7, InterfaceId("n", "br"): 8}
HANDLES = {"n": 40, "m": 41}
ONE_QUEUE = {"IFLA_NUM_TX_QUEUES": 1, "IFLA_NUM_RX_QUEUES": 1}
SILENT = {"IFLA_AF_SPEC": {"AF_INET6": {"IFLA_INET6_ADDR_GEN_MODE": 1}}}


def route(destination: str, gateway: str | None = None, metric: int = 0) -> Route:
    """Return a route out of eth0."""
    via = ip_address(gateway) if gateway else None
    return single(ip_network(destination), via, "eth0", metric)


SHARED = Route(
    ip_network("0.0.0.0/0"),
    (
        Hop("br", ip_address("10.2.0.1"), 256),
        Hop("eth0"),
        Hop("eth0", ip_address("10.0.0.1"), 3),
    ),
    metric=7,
)


def bridge_data(**more: int) -> dict[str, Any]:
    """Return how a bridge is asked for."""
    data = {"IFLA_BR_MCAST_SNOOPING": 0, **more}
    return {"IFLA_LINKINFO": {"IFLA_INFO_KIND": "bridge", "IFLA_INFO_DATA": data}}


STP = {"IFLA_BR_STP_STATE": 1, "IFLA_BR_FORWARD_DELAY": 200}
UP = {"flags": 1, "change": 1}
FILTERING = {
    "IFLA_BR_VLAN_FILTERING": 1,
    "IFLA_BR_VLAN_PROTOCOL": 0x88A8,
    "IFLA_BR_VLAN_DEFAULT_PVID": 0,
}
CASES: list[tuple[Request, type, dict[str, Any]]] = [
    (SetUp("n", "eth0"), ifinfmsg, {"index": 7, **UP}),
    (SetUp("n", "lo"), ifinfmsg, {"index": 1, **UP}),
    (SetDown("n", "eth0"), ifinfmsg, {"index": 7, "flags": 0, "change": 1}),
    (SetMac("n", "eth0", MAC), ifinfmsg, {"index": 7, "IFLA_ADDRESS": MAC}),
    (SetMtu("n", "eth0", 9000), ifinfmsg, {"index": 7, "IFLA_MTU": 9000}),
    (AttachPort("n", "eth0", "br"), ifinfmsg, {"index": 7, "IFLA_MASTER": 8}),
    (DetachPort("n", "eth0"), ifinfmsg, {"index": 7, "IFLA_MASTER": 0}),
    (DeleteInterface("n", "br"), ifinfmsg, {"index": 8}),
    (SetLinkLocal("n", "eth0", enabled=False), ifinfmsg, {"index": 7, **SILENT}),
    (
        SetStp("n", "br", enabled=True),
        ifinfmsg,
        {"index": 8, "IFLA_LINKINFO": {"IFLA_INFO_KIND": "bridge", "IFLA_INFO_DATA": STP}},
    ),
    (
        CreateBridge("n", "new", MAC, 1500, stp=True, up=True),
        ifinfmsg,
        {
            "index": 101,
            "IFLA_IFNAME": "new",
            "IFLA_ADDRESS": MAC,
            "IFLA_MTU": 1501,
            **UP,
            **bridge_data(**STP),
        },
    ),
    (
        CreateBridge("n", "i23456789012345", MAC, 1500, stp=False, up=False),
        ifinfmsg,
        {
            "index": 101,
            "IFLA_IFNAME": "i23456789012345",
            "IFLA_ADDRESS": MAC,
            "IFLA_MTU": 1501,
            "flags": 0,
            **bridge_data(),
        },
    ),
    (
        CreateBridge("n", "new", MAC, 1500, stp=False, up=True, filtering=Filtering("802.1ad")),
        ifinfmsg,
        {
            "index": 101,
            "IFLA_IFNAME": "new",
            "IFLA_ADDRESS": MAC,
            "IFLA_MTU": 1501,
            **UP,
            **bridge_data(**FILTERING),
        },
    ),
    (
        SetFiltering("n", "br", None),
        ifinfmsg,
        {
            "index": 8,
            "IFLA_LINKINFO": {
                "IFLA_INFO_KIND": "bridge",
                "IFLA_INFO_DATA": {"IFLA_BR_VLAN_FILTERING": 0},
            },
        },
    ),
    (
        AddAddress("n", "eth0", ip_interface("10.1.2.3/20")),
        ifaddrmsg,
        {
            "family": 2,
            "prefixlen": 20,
            "index": 7,
            "IFA_LOCAL": "10.1.2.3",
            "IFA_ADDRESS": "10.1.2.3",
        },
    ),
    (
        AddAddress("n", "eth0", ip_interface("fd00::7/64")),
        ifaddrmsg,
        {
            "family": 10,
            "prefixlen": 64,
            "index": 7,
            "IFA_LOCAL": "fd00::7",
            "IFA_ADDRESS": "fd00::7",
            "IFA_FLAGS": 2,
        },
    ),
    (
        DeleteAddress("n", "eth0", ip_interface("10.1.2.3/20")),
        ifaddrmsg,
        {
            "family": 2,
            "prefixlen": 20,
            "index": 7,
            "IFA_LOCAL": "10.1.2.3",
            "IFA_ADDRESS": "10.1.2.3",
        },
    ),
    (
        SetNeighbour("n", Neighbour("eth0", ip_address("10.1.2.3"), MAC)),
        ndmsg,
        {"family": 2, "ifindex": 7, "state": 0x80, "NDA_DST": "10.1.2.3", "NDA_LLADDR": MAC},
    ),
    (
        DeleteNeighbour("n", Neighbour("eth0", ip_address("fd00::7"), MAC)),
        ndmsg,
        {"family": 10, "ifindex": 7, "state": 0x80, "NDA_DST": "fd00::7", "NDA_LLADDR": MAC},
    ),
    (
        AddRoute("n", route("0.0.0.0/0", "10.0.0.1")),
        rtmsg,
        {
            "family": 2,
            "dst_len": 0,
            "table": 254,
            "scope": 0,
            "RTA_OIF": 7,
            "RTA_PRIORITY": 0,
            "RTA_GATEWAY": "10.0.0.1",
        },
    ),
    (
        AddRoute("n", route("10.9.0.0/16", metric=5)),
        rtmsg,
        {
            "family": 2,
            "dst_len": 16,
            "scope": 253,
            "RTA_OIF": 7,
            "RTA_PRIORITY": 5,
            "RTA_DST": "10.9.0.0",
        },
    ),
    (
        DeleteRoute("n", route("fd01::/48", "fd00::1", 1024)),
        rtmsg,
        {
            "family": 10,
            "dst_len": 48,
            "RTA_OIF": 7,
            "RTA_PRIORITY": 1024,
            "RTA_DST": "fd01::",
            "RTA_GATEWAY": "fd00::1",
        },
    ),
    (
        AddRoute("n", Route(ip_network("10.9.0.0/16"), kind="blackhole", table=4_000_000_000)),
        rtmsg,
        {
            "family": 2,
            "dst_len": 16,
            "table": 0,
            "type": 6,
            "RTA_PRIORITY": 0,
            "RTA_TABLE": 4_000_000_000,
            "RTA_DST": "10.9.0.0",
        },
    ),
    (
        DeleteRoute("n", Route(ip_network("fd01::/48"), kind="prohibit", metric=1024)),
        rtmsg,
        {"family": 10, "dst_len": 48, "type": 8, "RTA_PRIORITY": 1024, "RTA_DST": "fd01::"},
    ),
    (
        DeleteRoute("n", SHARED),
        rtmsg,
        {"family": 2, "dst_len": 0, "table": 254, "type": 1, "RTA_PRIORITY": 7},
    ),
]


def test_hops_stand_in_one_message() -> None:
    """Each with its interface, its weight less one, and its gateway."""
    (data,) = written(AddRoute("n", SHARED))
    message = decoded(data, rtmsg)
    hops = message.get_attr("RTA_MULTIPATH")
    assert [(one["oif"], one["hops"], one.get_attr("RTA_GATEWAY")) for one in hops] == [
        (8, 255, "10.2.0.1"),
        (7, 0, None),
        (7, 2, "10.0.0.1"),
    ]
    assert (message["scope"], message.get_attr("RTA_PRIORITY")) == (0, 7)


def written(operation: Operation) -> list[bytes]:
    """Return the messages of an operation."""
    box: Outbox[Operation] = Outbox()
    Writer(Indexes(KNOWN, 100), HANDLES).write(box, operation)
    letters = box.letters["n"]
    ends = [*letters.starts[1:], len(letters.buffer)]
    return [bytes(letters.buffer[a:b]) for a, b in zip(letters.starts, ends, strict=True)]


def decoded(data: bytes, parser: type) -> Any:
    """Return a message as pyroute2 reads it."""
    message = parser(data)
    message.decode()
    return message


def values(attributes: Any) -> dict[str, Any]:
    """Return nested attributes as plain values."""
    found = {}
    for name, value in attributes:
        inner = value.get("attrs") if isinstance(value, dict) else None
        if isinstance(value, dict) and "index" in value:
            inner = [*inner, ("index", value["index"])]
        found[name] = values(inner) if inner is not None else value
    return found


@pytest.mark.parametrize(("operation", "parser", "wanted"), CASES, ids=lambda one: str(one)[:40])
def test_pyroute2_reads_what_was_put_into_a_template(
    operation: Request, parser: type, wanted: dict[str, Any]
) -> None:
    """Every operation's message says exactly what the operation says."""
    data, *_ = written(operation)
    message = decoded(data, parser)
    found = values(message["attrs"])
    fields = {name: message[name] for name in wanted if not name[0].isupper()}
    assert fields | found == wanted
    assert message["header"]["length"] == len(data)
    assert len(data) % 4 == 0


@pytest.mark.parametrize("bridge", ["br", ""])
def test_both_ends_of_a_cable_stand_in_one_message(bridge: str) -> None:
    """A cable's request has for each end its name, index, MAC and MTU, and where it is born."""
    left = VethEnd("n", "left", MAC, 1400, master=bridge, up=bool(bridge))
    right = VethEnd("m", "right", OTHER_MAC, 9000)
    (data,) = written(CreateVeth(left, right))
    message = decoded(data, ifinfmsg)
    found = values(message["attrs"])
    peer = {
        "index": 102,
        "IFLA_IFNAME": "right",
        "IFLA_ADDRESS": OTHER_MAC,
        "IFLA_MTU": 9000,
        "IFLA_NET_NS_FD": 41,
        **ONE_QUEUE,
    }
    assert (message["index"], message["flags"]) == (101, 1 if bridge else 0)
    assert found == {
        "IFLA_IFNAME": "left",
        "IFLA_ADDRESS": MAC,
        "IFLA_MTU": 1400,
        **ONE_QUEUE,
        **({"IFLA_MASTER": 8} if bridge else {}),
        "IFLA_LINKINFO": {"IFLA_INFO_KIND": "veth", "IFLA_INFO_DATA": {"VETH_INFO_PEER": peer}},
    }


def test_a_bridge_is_told_its_mtu_afterwards() -> None:
    """Only an MTU that is set on the bridge keeps its ports from changing it."""
    messages = written(CreateBridge("n", "new", MAC, 9000, stp=False, up=True))
    second = decoded(messages[1], ifinfmsg)
    assert (second["index"], values(second["attrs"])) == (101, {"IFLA_MTU": 9000})


@pytest.mark.parametrize(("version", "text"), [(4, "10.0.0.9"), (6, "fd00::9")])
def test_neighbours_are_permanent(version: int, text: str) -> None:
    """A seeded neighbour needs no asking and no room in the table."""
    buffer = bytearray()
    octets = bytes.fromhex(MAC.replace(":", ""))
    ADDITIONS[version].write(buffer, 7, ip_address(text).packed, octets)
    message = decoded(bytes(buffer), ndmsg)
    assert (message["ifindex"], message["state"]) == (7, 0x80)
    seeded = {"NDA_DST": text, "NDA_LLADDR": MAC, "NDA_PROTOCOL": SEEDED}
    assert values(message["attrs"]) == seeded


@pytest.mark.parametrize(
    ("operation", "index", "flags", "infos"),
    [
        (AddPortVlan("n", "eth0", PortVlan(10, 10, True, True)), 7, None, [(6, 10)]),
        (AddPortVlan("n", "eth0", PortVlan(1, 4094)), 7, None, [(8, 1), (16, 4094)]),
        (AddPortVlan("n", "br", PortVlan(5, 6, False, True), own=True), 8, 2, [(12, 5), (20, 6)]),
        (DeletePortVlan("n", "eth0", VlanRange(7, 7)), 7, None, [(0, 7)]),
        (DeletePortVlan("n", "br", VlanRange(7, 9), own=True), 8, 2, [(8, 7), (16, 9)]),
    ],
)
def test_vlans_that_follow_each_other_are_one_message(
    operation: Request, index: int, flags: int | None, infos: list[tuple[int, int]]
) -> None:
    """A range is told by its first and its last VLAN, and whether the bridge itself is meant."""
    (data,) = written(operation)
    message = decoded(data, ifinfmsg)
    spec = message.get_attr("IFLA_AF_SPEC")
    said = [(one["flags"], one["vid"]) for one in spec.get_attrs("IFLA_BRIDGE_VLAN_INFO")]
    assert (message["family"], message["index"]) == (7, index)
    own = spec.get_attr("IFLA_BRIDGE_VLAN_FLAGS")
    assert (own, said) == (flags, infos)
    kind = RTM_SETLINK if isinstance(operation, AddPortVlan) else RTM_DELLINK
    assert message["header"]["type"] == kind
