"""Rules about devices: what they stand on must be there, and they must be able to stand on it."""

from collections.abc import Iterator

from designer.topology.checks.facts import Facts
from designer.topology.device import below
from designer.topology.interface import LOOPBACK
from designer.topology.mtu import mtu_of
from designer.topology.node import UPLINK, Node
from designer.topology.problem import Problem
from designer.topology.stack import devices_of, in_stacking_order
from designer.topology.values import End
from designer.topology.vlan_device import VlanDevice


def check_devices(facts: Facts) -> Iterator[Problem]:
    """Every device must have a name of its own and stand on interfaces that are made."""
    for name, node in facts.topology.nodes.items():
        devices = devices_of(node)
        if not devices:
            continue
        faults = [*_check_names(facts, name, node), *_check_below(facts, name, node)]
        yield from faults
        if not faults:
            yield from _check_vids(name, node)
            yield from _check_vlan_mtus(name, node)


def device_path(name: str, interface: str) -> str:
    """Return the element path of a device."""
    return f"nodes/{name}/interfaces/{interface}"


def _check_names(facts: Facts, name: str, node: Node) -> Iterator[Problem]:
    for interface in devices_of(node):
        end = End(name, interface)
        if interface == LOOPBACK:
            continue  # said by the rules about interfaces
        if facts.is_linked(end):
            message = f"{end} has a link and is a device: give one of them another name"
        elif node.kind == "switch" and interface == name:
            message = f"{end} is the switch's own bridge: give the device another name"
        elif node.kind == "internet" and interface == UPLINK:
            message = f"{end} is the way to the outside: give the device another name"
        else:
            continue
        yield Problem("device-name-taken", device_path(name, interface), message)


def _check_below(facts: Facts, name: str, node: Node) -> Iterator[Problem]:
    sound = dict(in_stacking_order(node))
    for interface, device in devices_of(node).items():
        element = device_path(name, interface)
        end = End(name, interface)
        if interface not in sound:
            message = f"{end} stands in a loop of devices on itself: give it another parent"
            yield Problem("device-loop", element, message)
            continue
        for one in below(device):
            if one == LOOPBACK:
                message = f"{end} cannot stand on the loopback: name another interface"
                yield Problem("device-on-loopback", element, message)
            elif not facts.is_made(End(name, one)):
                message = f"{name} has no interface {one} for {interface}: link it or name another"
                yield Problem("device-on-nothing", element, message)


def _check_vids(name: str, node: Node) -> Iterator[Problem]:
    seen: dict[tuple[str, str, int], str] = {}
    for interface, device in devices_of(node).items():
        if not isinstance(device, VlanDevice):
            continue
        first = seen.setdefault((device.parent, device.protocol, device.vid), interface)
        if first != interface:
            message = (
                f"{first} already is VLAN {device.vid} on {device.parent}: give {interface}"
                " another vid or another parent"
            )
            yield Problem("vid-twice", device_path(name, interface), message)


def _check_vlan_mtus(name: str, node: Node) -> Iterator[Problem]:
    for interface, device in devices_of(node).items():
        if isinstance(device, VlanDevice):
            own, most = mtu_of(node, interface), mtu_of(node, device.parent)
            if own > most:
                message = (
                    f"{End(name, interface)} has an MTU of {own} and its parent {device.parent}"
                    f" of {most}: it can have no more than that"
                )
                yield Problem("mtu-above-parent", device_path(name, interface), message)
