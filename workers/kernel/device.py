"""Messages that make devices."""

from functools import lru_cache

from pyroute2.netlink.rtnl import RTM_NEWLINK

from designer.plan.operations import CreateDevice, Operation
from designer.state.device import Device, parent_of
from designer.state.interface import InterfaceKind
from designer.state.vlan_device import Vlan
from workers.kernel.indexes import Indexes
from workers.kernel.link import (
    ETHER_TYPES,
    INDEX,
    MAC_ADDRESS,
    MTU,
    NAME,
    NEW,
    Attributes,
    info,
    message,
    octets,
)
from workers.kernel.outbox import Outbox
from workers.kernel.shape import Shape, number

PARENT = number(7)


def create_device(outbox: Outbox[Operation], indexes: Indexes, operation: CreateDevice) -> None:
    """Ask for a device with its own index, MAC address and MTU."""
    where, who = operation.namespace, operation.interface
    parent = parent_of(operation.device)
    stands = [indexes.of(where, parent)] if parent else []
    mac = [octets(operation.mac)] if operation.mac else []
    index = indexes.bear(where, who)
    shape = _shape(operation.kind, bool(mac), bool(stands), _data(operation.device))
    outbox.add(where, operation, shape, index, who.encode(), operation.mtu, *mac, *stands)


@lru_cache(maxsize=1 << 13)
def _shape(
    kind: InterfaceKind, has_mac: bool, has_parent: bool, data: tuple[tuple[str, object], ...]
) -> Shape:
    born: Attributes = [
        ("IFLA_IFNAME", NAME.value),
        ("IFLA_MTU", MTU.value),
        *([("IFLA_ADDRESS", MAC_ADDRESS.value)] if has_mac else []),
        *([("IFLA_LINK", PARENT.value)] if has_parent else []),
        info(kind, list(data)),
    ]
    markers = [*([MAC_ADDRESS] if has_mac else []), *([PARENT] if has_parent else [])]
    return Shape(message(born), RTM_NEWLINK, NEW, INDEX, NAME, MTU, *markers)


def _data(device: Device | None) -> tuple[tuple[str, object], ...]:
    """Return what the kernel wants to know beside what every link has."""
    match device:
        case Vlan(_, vid, protocol):
            return (
                ("IFLA_VLAN_ID", vid),
                ("IFLA_VLAN_PROTOCOL", ETHER_TYPES[protocol]),
            )
        case None:
            return ()
