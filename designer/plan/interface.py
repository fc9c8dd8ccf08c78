"""What every interface has, of whatever kind: MAC, MTU, IPv6 speech, a bridge, up or down."""

from collections.abc import Iterator, Sequence

from designer.plan.comparison import InterfacePair
from designer.plan.operations import (
    AttachPort,
    DetachPort,
    SetDown,
    SetLinkLocal,
    SetMac,
    SetMtu,
    SetUp,
)
from designer.state.vlan_device import Vlan
from designer.topology.interface import IPV6_MTU_MIN

Pairs = Sequence[InterfacePair]


def set_down(pairs: Pairs) -> Iterator[SetDown]:
    """Yield the interfaces that should be down, and those that join a bond, which it demands."""
    bonds = _bonds(pairs)
    for pair in pairs:
        if pair.observed.up and (not pair.desired.up or _joins(pair, bonds)):
            yield SetDown(pair.namespace, pair.name)


def set_up(pairs: Pairs) -> Iterator[SetUp]:
    """Yield the interfaces that should be up; by then all else about them is right."""
    bonds = _bonds(pairs)
    for pair in pairs:
        if pair.desired.up and (not pair.observed.up or _joins(pair, bonds)):
            yield SetUp(pair.namespace, pair.name)


def set_down_again(pairs: Pairs) -> Iterator[SetDown]:
    """Yield the interfaces that should be down and come up with something else.

    The kernel sets all of an interface's VLAN interfaces up with it (net/8021q/vlan.c,
    vlan_device_event), and whatever joins a bond (drivers/net/bonding, bond_enslave).
    """
    bonds = _bonds(pairs)
    risen = {
        (pair.namespace, pair.name) for pair in pairs if pair.desired.up and not pair.observed.up
    }
    for pair in pairs:
        if pair.desired.up:
            continue
        device = pair.desired.device
        rises = isinstance(device, Vlan) and (pair.namespace, device.parent) in risen
        if rises or _joins(pair, bonds):
            yield SetDown(pair.namespace, pair.name)


def _bonds(pairs: Pairs) -> frozenset[tuple[str, str]]:
    return frozenset((one.namespace, one.name) for one in pairs if one.desired.kind == "bond")


def _joins(pair: InterfacePair, bonds: frozenset[tuple[str, str]]) -> bool:
    """Tell whether an interface becomes a member of a bond."""
    master = pair.desired.master
    return (pair.namespace, master) in bonds and master != pair.observed.master


def set_link_local(pairs: Pairs) -> Iterator[SetLinkLocal]:
    """Yield the interfaces whose IPv6 speech is wrong, or begins anew with a larger MTU."""
    for pair in pairs:
        begins = pair.observed.mtu < IPV6_MTU_MIN <= pair.desired.mtu and not pair.born
        if begins or pair.desired.link_local != pair.observed.link_local:
            yield SetLinkLocal(pair.namespace, pair.name, pair.desired.link_local)


def set_macs(pairs: Pairs) -> Iterator[SetMac]:
    """Yield the interfaces with another MAC address than drawn."""
    for pair in pairs:
        if pair.desired.mac != pair.observed.mac:
            yield SetMac(pair.namespace, pair.name, pair.desired.mac)


def set_mtus(pairs: Pairs) -> Iterator[SetMtu]:
    """Yield the interfaces with another MTU than drawn."""
    for pair in pairs:
        if pair.desired.mtu != pair.observed.mtu:
            yield SetMtu(pair.namespace, pair.name, pair.desired.mtu)


def detach_ports(pairs: Pairs) -> Iterator[DetachPort]:
    """Yield the ports and members that should be of nothing, or of something else."""
    for pair in pairs:
        if pair.observed.master and pair.desired.master != pair.observed.master:
            yield DetachPort(pair.namespace, pair.name)


def attach_ports(pairs: Pairs) -> Iterator[AttachPort]:
    """Yield the interfaces that should be ports of a bridge or members of a device, and are not."""
    for pair in pairs:
        if pair.desired.master and pair.desired.master != pair.observed.master:
            yield AttachPort(pair.namespace, pair.name, pair.desired.master)
