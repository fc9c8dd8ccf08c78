"""What we ask of the kernel for each kind of device is what pyroute2 reads."""

from ipaddress import IPv4Address
from typing import Any

import pytest
from pyroute2.netlink.rtnl.ifinfmsg import ifinfmsg

from designer.plan.operations import CreateDevice
from designer.state.bond import Bond
from designer.state.macvlan import Macvlan
from designer.state.tunnel import Tunnel
from designer.state.vlan_device import Vlan
from designer.state.vrf import Vrf
from designer.state.vxlan import Vxlan
from tests.kernel.test_messages import MAC, decoded, values, written


def born(mtu: int, mac: str = MAC, **more: Any) -> dict[str, Any]:
    """Return what every device is asked for with."""
    named = {"IFLA_IFNAME": "new", "IFLA_MTU": mtu, **more}
    return named | {"IFLA_ADDRESS": mac} if mac else named


def kind_of(kind: str, **data: Any) -> dict[str, Any]:
    """Return how a kind of device is asked for."""
    said = {"IFLA_INFO_KIND": kind}
    return {"IFLA_LINKINFO": said | {"IFLA_INFO_DATA": data} if data else said}


ENDS = IPv4Address("10.0.0.1"), IPv4Address("10.0.0.2")
DEVICES: list[tuple[CreateDevice, dict[str, Any]]] = [
    (
        CreateDevice("n", "new", "vlan", MAC, 1400, Vlan("eth0", 5, "802.1ad")),
        born(1400, IFLA_LINK=7) | kind_of("vlan", IFLA_VLAN_ID=5, IFLA_VLAN_PROTOCOL=0x88A8),
    ),
    (
        CreateDevice("n", "new", "bond", MAC, 1500, Bond("802.3ad")),
        born(1500)
        | kind_of("bond", IFLA_BOND_MODE=4, IFLA_BOND_MIIMON=100, IFLA_BOND_AD_LACP_RATE=1),
    ),
    (
        CreateDevice("n", "new", "vrf", MAC, 65575, Vrf(10)),
        born(65575) | kind_of("vrf", IFLA_VRF_TABLE=10),
    ),
    (
        CreateDevice("n", "new", "vxlan", MAC, 1450, Vxlan(9, ENDS[1], ENDS[0], 4789, "eth0")),
        born(1450)
        | kind_of(
            "vxlan",
            IFLA_VXLAN_ID=9,
            IFLA_VXLAN_GROUP="10.0.0.2",
            IFLA_VXLAN_LOCAL="10.0.0.1",
            IFLA_VXLAN_PORT=4789,
            IFLA_VXLAN_LINK=7,
        ),
    ),
    (
        CreateDevice("n", "new", "gre", "", 1472, Tunnel(*ENDS, ttl=9, key=7)),
        born(1472, "")
        | kind_of(
            "gre",
            IFLA_GRE_LOCAL="10.0.0.1",
            IFLA_GRE_REMOTE="10.0.0.2",
            IFLA_GRE_TTL=9,
            IFLA_GRE_IFLAGS=0x2000,
            IFLA_GRE_OFLAGS=0x2000,
            IFLA_GRE_IKEY=7,
            IFLA_GRE_OKEY=7,
        ),
    ),
    (
        CreateDevice("n", "new", "sit", "", 1480, Tunnel(*ENDS, ttl=64)),
        born(1480, "")
        | kind_of("sit", IFLA_SIT_LOCAL="10.0.0.1", IFLA_SIT_REMOTE="10.0.0.2", IFLA_SIT_TTL=64),
    ),
    (
        CreateDevice("n", "new", "macvlan", MAC, 1500, Macvlan("eth0", "private")),
        born(1500, IFLA_LINK=7) | kind_of("macvlan", IFLA_MACVLAN_MODE="private"),
    ),
    (CreateDevice("n", "new", "dummy", MAC, 1500, None), born(1500) | kind_of("dummy")),
]


@pytest.mark.parametrize(("operation", "wanted"), DEVICES, ids=lambda one: str(one)[:30])
def test_a_device_is_asked_for_in_one_message(
    operation: CreateDevice, wanted: dict[str, Any]
) -> None:
    """With its own index, its parent's, and what its kind wants to know."""
    (data,) = written(operation)
    message = decoded(data, ifinfmsg)
    assert (message["index"], message["flags"]) == (101, 0)
    assert values(message["attrs"]) == wanted
