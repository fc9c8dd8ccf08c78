"""Rules about devices: what they stand on must be there, and they must be able to stand on it."""

from collections.abc import Iterator

from designer.topology.bond import BondDevice
from designer.topology.checks.bonds import check_bonds
from designer.topology.checks.facts import Facts
from designer.topology.checks.tunnels import check_tunnels
from designer.topology.checks.vrfs import check_vrfs
from designer.topology.checks.wireguards import check_wireguards
from designer.topology.device import Device, below, is_ethernet, members_of
from designer.topology.interface import IPV6_MTU_MIN, LOOPBACK, MTU_MIN
from designer.topology.macvlan import MacvlanDevice
from designer.topology.mtu import headers, mtu_of
from designer.topology.node import UPLINK, Node
from designer.topology.problem import Problem
from designer.topology.sentence import say
from designer.topology.stack import devices_of, in_stacking_order
from designer.topology.values import End
from designer.topology.vlan_device import VlanDevice
from designer.topology.vrf import VrfDevice


def check_devices(facts: Facts) -> Iterator[Problem]:
    """Every device must have a name of its own and stand on interfaces that are made."""
    with_devices = {name: one for name, one in facts.topology.nodes.items() if devices_of(one)}
    if not with_devices:
        return
    known = {one.ip: end.node for end, those in facts.assigned.items() for one in those}
    for name, node in with_devices.items():
        faults = [*_check_names(facts, name, node), *_check_stack(facts, name, node)]
        yield from faults
        if not faults:
            yield from _check_vids(name, node)
            yield from _check_mtus(name, node)
            yield from check_bonds(name, node)
            yield from check_vrfs(name, node)
            yield from check_tunnels(facts, name, node, known)
            yield from check_wireguards(facts, name, node, known)


def _path(name: str, interface: str) -> str:
    return f"nodes/{name}/interfaces/{interface}"


def _check_names(facts: Facts, name: str, node: Node) -> Iterator[Problem]:
    for interface in devices_of(node):
        end = End(name, interface)
        if interface == LOOPBACK:
            continue  # said by the rules about interfaces
        if facts.is_linked(end):
            message = say(
                "{end} has a link and is a device: give one of them another name", end=end
            )
        elif node.kind == "switch" and interface == name:
            message = say("{end} is the switch's own bridge: give the device another name", end=end)
        elif node.kind == "internet" and interface == UPLINK:
            message = say("{end} is the way to the outside: give the device another name", end=end)
        else:
            continue
        yield Problem("device-name-taken", _path(name, interface), message)


def _check_stack(facts: Facts, name: str, node: Node) -> Iterator[Problem]:
    sound = dict(in_stacking_order(node))
    for interface, device in devices_of(node).items():
        end = End(name, interface)
        if interface not in sound:
            message = say(
                "{end} stands in a loop of devices on itself: give it another parent", end=end
            )
            yield Problem("device-loop", _path(name, interface), message)
        else:
            yield from _check_below(facts, end, node, device)


def _check_below(facts: Facts, end: End, node: Node, device: Device) -> Iterator[Problem]:
    element = _path(*end)
    for one in dict.fromkeys((*below(device), *members_of(device))):
        said = node.interfaces.get(one)
        carrier = said.device if said is not None else None
        if one == LOOPBACK:
            message = say(
                "{end} can have nothing to do with the loopback: name another interface", end=end
            )
            yield Problem("device-on-loopback", element, message)
        elif not facts.is_made(End(end.node, one)):
            message = say(
                "{node} has no interface {one} for {interface}: link it or name another",
                node=end.node,
                one=one,
                interface=end.interface,
            )
            yield Problem("device-on-nothing", element, message)
        elif one in below(device) and not is_ethernet(carrier):
            message = say(
                "{one} has no Ethernet frames for {end}: name another interface", one=one, end=end
            )
            yield Problem("device-without-frames", element, message)
        elif isinstance(device, MacvlanDevice) and isinstance(carrier, MacvlanDevice):
            message = say(
                "{one} is a macvlan itself: put {end} on its parent {parent}",
                one=one,
                end=end,
                parent=carrier.parent,
            )
            yield Problem("macvlan-on-macvlan", element, message)


def _check_vids(name: str, node: Node) -> Iterator[Problem]:
    seen: dict[tuple[str, str, int], str] = {}
    for interface, device in devices_of(node).items():
        if not isinstance(device, VlanDevice):
            continue
        first = seen.setdefault((device.parent, device.protocol, device.vid), interface)
        if first != interface:
            message = say(
                "{first} already is VLAN {vid} on {parent}: give {interface} another vid"
                " or another parent",
                first=first,
                vid=device.vid,
                parent=device.parent,
                interface=interface,
            )
            yield Problem("vid-twice", _path(name, interface), message)


def _check_mtus(name: str, node: Node) -> Iterator[Problem]:
    for interface, device in devices_of(node).items():
        end, own = End(name, interface), mtu_of(name, node, interface)
        yield from _check_room(end, node, device, own)
        addresses = node.interfaces[interface].addresses or ()
        six = any(one.version == 6 for one in addresses)  # noqa: PLR2004
        if isinstance(device, VrfDevice):
            least, what = IPV6_MTU_MIN, say("a VRF")
        elif six and node.interfaces[interface].mtu is None:
            least, what = IPV6_MTU_MIN, say("IPv6")
        else:
            least, what = MTU_MIN, say("an interface")
        if own < least:
            message = say(
                "{end} would have an MTU of {own}, and {what} needs {least} bytes at least",
                end=end,
                own=own,
                what=what,
                least=least,
            )
            yield Problem("mtu-too-small", _path(*end), message)


def _check_room(end: End, node: Node, device: Device, own: int) -> Iterator[Problem]:
    """What a device sends must fit into what its parent sends, as the kernel demands."""
    parent = next(iter(below(device)), None)
    if parent is None or isinstance(device, BondDevice):
        return
    most = mtu_of(end.node, node, parent) - headers(device)
    if own > most:
        message = say(
            "{end} has an MTU of {own}, and its parent {parent} leaves it {most}: it"
            " can have no more than that",
            end=end,
            own=own,
            parent=parent,
            most=most,
        )
        yield Problem("mtu-above-parent", _path(*end), message)
