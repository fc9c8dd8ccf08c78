"""Messages about VLANs of bridge ports: however many follow each other, they are one message."""

from struct import Struct

from pyroute2.netlink import NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_DELLINK, RTM_SETLINK
from pyroute2.netlink.rtnl.ifinfmsg import (
    BRIDGE_FLAGS_SELF,
    BRIDGE_VLAN_INFO_PVID,
    BRIDGE_VLAN_INFO_RANGE_BEGIN,
    BRIDGE_VLAN_INFO_RANGE_END,
    BRIDGE_VLAN_INFO_UNTAGGED,
    ifinfmsg,
)

from designer.plan.operations import AddPortVlan, DeletePortVlan, Operation
from designer.state.vlan import PortVlan
from workers.kernel.outbox import Outbox
from workers.kernel.shape import Marker, Shape, filled, number

AF_BRIDGE = 7
INDEX = number(1)
VLAN_INFO = Struct("=HH")
"""struct bridge_vlan_info of linux/if_bridge.h: flags, number."""

_FLAGS, _VIDS = 0x5AA5, (0x5BA5, 0x5BA6)
_INFOS = tuple(Marker(Struct("=4s"), vid, VLAN_INFO.pack(_FLAGS, vid)) for vid in _VIDS)


def _shape(kind: int, *, infos: int, own: bool) -> Shape:
    markers = _INFOS[:infos]
    said: list[tuple[str, object]] = [("IFLA_BRIDGE_FLAGS", BRIDGE_FLAGS_SELF)] if own else []
    said += [
        ("IFLA_BRIDGE_VLAN_INFO", {"flags": _FLAGS, "vid": marker.value}) for marker in markers
    ]
    fields = {"family": AF_BRIDGE, "index": INDEX.value}
    message = filled(ifinfmsg(), fields, [("IFLA_AF_SPEC", {"attrs": said})])
    return Shape(message, kind, NLM_F_REQUEST, INDEX, *markers)


_SHAPES = {
    (kind, infos, own): _shape(kind, infos=infos, own=own)
    for kind in (RTM_SETLINK, RTM_DELLINK)
    for infos in (1, 2)
    for own in (True, False)
}


def add_port_vlan(outbox: Outbox[Operation], index: int, operation: AddPortVlan) -> None:
    """Ask for a port, or the bridge itself, to let some VLANs pass."""
    _write(outbox, index, operation, RTM_SETLINK, operation.vlan)


def delete_port_vlan(outbox: Outbox[Operation], index: int, operation: DeletePortVlan) -> None:
    """Ask for some VLANs to pass no longer."""
    _write(outbox, index, operation, RTM_DELLINK, PortVlan(*operation.vids))


def _write(
    outbox: Outbox[Operation],
    index: int,
    operation: AddPortVlan | DeletePortVlan,
    kind: int,
    vlan: PortVlan,
) -> None:
    flags = BRIDGE_VLAN_INFO_PVID * vlan.pvid | BRIDGE_VLAN_INFO_UNTAGGED * vlan.untagged
    if vlan.first == vlan.last:
        infos = [VLAN_INFO.pack(flags, vlan.first)]
    else:
        infos = [
            VLAN_INFO.pack(flags | BRIDGE_VLAN_INFO_RANGE_BEGIN, vlan.first),
            VLAN_INFO.pack(flags | BRIDGE_VLAN_INFO_RANGE_END, vlan.last),
        ]
    shape = _SHAPES[kind, len(infos), operation.own]
    outbox.add(operation.namespace, operation, shape, index, *infos)
