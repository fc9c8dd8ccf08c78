"""Each operation that is a netlink request, written as its message."""

from collections.abc import Mapping
from typing import assert_never

from designer.plan.operations import (
    AddAddress,
    AddPolicy,
    AddPortVlan,
    AddRoute,
    AttachPort,
    CreateBridge,
    CreateDevice,
    CreateVeth,
    DeleteAddress,
    DeleteImpairment,
    DeleteInterface,
    DeleteNeighbour,
    DeletePolicy,
    DeletePortVlan,
    DeleteRoute,
    DetachPort,
    Operation,
    SetDown,
    SetFiltering,
    SetImpairment,
    SetLinkLocal,
    SetMac,
    SetMtu,
    SetNeighbour,
    SetStp,
    SetUp,
)
from workers.kernel import address, device, impairment, link, neighbour, policy, route, vlan
from workers.kernel.indexes import Indexes
from workers.kernel.outbox import Outbox

Request = (
    AddAddress
    | AddPortVlan
    | AddPolicy
    | AddRoute
    | AttachPort
    | CreateBridge
    | CreateDevice
    | CreateVeth
    | DeleteAddress
    | DeleteImpairment
    | DeleteInterface
    | DeletePortVlan
    | DeleteNeighbour
    | DeletePolicy
    | SetNeighbour
    | DeleteRoute
    | DetachPort
    | SetDown
    | SetFiltering
    | SetImpairment
    | SetLinkLocal
    | SetMac
    | SetMtu
    | SetStp
    | SetUp
)


class Writer:
    """Writes requests into an outbox; it alone gives new interfaces their indexes."""

    def __init__(self, indexes: Indexes, namespaces: Mapping[str, int]) -> None:
        self.indexes = indexes
        self.namespaces = namespaces

    def write(self, box: Outbox[Operation], request: Request) -> None:  # noqa: C901, PLR0912, PLR0915
        """Append the request's messages; the most frequent kinds are asked for first."""
        match request:
            case SetUp(where, who):
                box.add(where, request, link.UP, self.indexes.of(where, who))
            case SetLinkLocal(where, who):
                box.add(where, request, link.SILENCE, self.indexes.of(where, who))
            case AddAddress(where, who, one):
                shape = address.addition(one.version, one.network.prefixlen)
                box.add(where, request, shape, self.indexes.of(where, who), one.packed)
            case AddRoute(where, one):
                values = route.values(one, where, self.indexes)
                box.add(where, request, route.addition(route.form(one)), *values)
            case AddPortVlan(where, who):
                vlan.add_port_vlan(box, self.indexes.of(where, who), request)
            case CreateVeth():
                peer = self.namespaces[request.right.namespace]
                link.create_veth(box, self.indexes, request, peer)
            case CreateBridge():
                link.create_bridge(box, self.indexes, request)
            case CreateDevice():
                device.create_device(box, self.indexes, request)
            case SetDown(where, who):
                box.add(where, request, link.DOWN, self.indexes.of(where, who))
            case SetMac(where, who, mac):
                index = self.indexes.of(where, who)
                box.add(where, request, link.NEW_MAC, index, link.octets(mac))
            case SetMtu(where, who, mtu):
                box.add(where, request, link.NEW_MTU, self.indexes.of(where, who), mtu)
            case SetStp(where, who, enabled):
                shape = link.STP_ON if enabled else link.STP_OFF
                box.add(where, request, shape, self.indexes.of(where, who))
            case SetFiltering(where, who, one):
                box.add(where, request, link.filtering(one), self.indexes.of(where, who))
            case DeletePortVlan(where, who):
                vlan.delete_port_vlan(box, self.indexes.of(where, who), request)
            case SetImpairment():
                impairment.set_impairment(box, self.indexes, request)
            case DeleteImpairment(where, who):
                box.add(where, request, impairment.DELETION, self.indexes.of(where, who))
            case AttachPort(where, who, master):
                ends = self.indexes.of(where, who), self.indexes.of(where, master)
                box.add(where, request, link.NEW_MASTER, *ends)
            case DetachPort(where, who):
                box.add(where, request, link.NEW_MASTER, self.indexes.of(where, who), 0)
            case DeleteInterface(where, who):
                box.add(where, request, link.DELETION, self.indexes.of(where, who))
            case DeleteAddress(where, who, one):
                shape = address.deletion(one.version, one.network.prefixlen)
                box.add(where, request, shape, self.indexes.of(where, who), one.packed)
            case DeleteRoute(where, one):
                which = route.without_order(one)
                values = route.values(which, where, self.indexes)
                box.add(where, request, route.deletion(route.form(which)), *values)
            case AddPolicy(where, one):
                shape = policy.addition(policy.form(one))
                box.add(where, request, shape, *policy.values(one))
            case DeletePolicy(where, one):
                shape = policy.deletion(policy.form(one))
                box.add(where, request, shape, *policy.values(one))
            case SetNeighbour(where, one):
                shape = neighbour.SETTINGS[one.address.version]
                box.add(where, request, shape, *neighbour.values(one, where, self.indexes))
            case DeleteNeighbour(where, one):
                shape = neighbour.DELETIONS[one.address.version]
                box.add(where, request, shape, *neighbour.values(one, where, self.indexes))
            case _:
                assert_never(request)
