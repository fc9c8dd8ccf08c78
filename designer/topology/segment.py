"""Segments: which interfaces hear each other on the wire, through cables, switches and VLANs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from designer.topology.bond import BondDevice
from designer.topology.frame import Frame, InDevice, OnWire, Tag, Tags
from designer.topology.interface import LOOPBACK, Interface
from designer.topology.macvlan import MacvlanDevice
from designer.topology.node import Node
from designer.topology.port import is_port
from designer.topology.topology import Topology
from designer.topology.tunnel import GreDevice, IpipDevice, SitDevice
from designer.topology.values import End
from designer.topology.vlan_device import VlanDevice
from designer.topology.vxlan import VxlanDevice
from designer.topology.wireguard import WireGuardDevice
from designer.topology.wires import Wires

Segments = tuple["Segment", ...]

STACK_MAX = 8
"""More devices do not stand on each other, but in a loop, which is a problem."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One broadcast domain: its numbered interfaces, in the order in which links name them."""

    members: tuple[End, ...]


def find_segments(topology: Topology, wires: Wires | None = None) -> Segments:
    """Return the segments in the order of their first link; links to nowhere are left out.

    Members are the ends of cables that are no ports, a switch's own bridge where it has addresses,
    and devices. Different VLANs of a switch are different segments. `wires` are the drawing's own,
    if they are known already. Raises TooManyFrames.
    """
    wires = wires or Wires(topology)
    segments: dict[Frame, int] = {}
    found: dict[int, list[End]] = defaultdict(list)
    for end, frame in sent_frames(topology, wires):
        if frame not in segments:
            number = len(found)
            for reached in wires.spread([frame]):
                segments.setdefault(reached, number)
        found[segments[frame]].append(end)
    return tuple(Segment(tuple(dict.fromkeys(ends))) for ends in found.values())


def sent_frames(topology: Topology, wires: Wires) -> Iterator[tuple[End, Frame]]:
    """Yield every interface that is numbered, with a frame as it sends them.

    Members of a bond are none: they have no IP of their own.
    """
    for number, senders in enumerate(wires.senders):
        for end in senders:
            yield end, wires.sent(number, ())
    for name, node in topology.nodes.items():
        if node.kind == "switch" and has_bridge_address(name, node):
            yield End(name, name), _sent_by_bridge(name, (), wires)
    with_more = [
        (name, node)
        for name, node in topology.nodes.items()
        if node.devices or LOOPBACK in node.interfaces
    ]
    links = _links_by_end(topology) if with_more else {}
    for name, node in with_more:
        yield from _sent_by_devices(name, node, links, wires)


def _links_by_end(topology: Topology) -> Mapping[End, int]:
    return {end: number for number, link in enumerate(topology.links) for end in link.ends}


def _sent_by_devices(
    name: str, node: Node, links: Mapping[End, int], wires: Wires
) -> Iterator[tuple[End, Frame]]:
    """Yield those that stand on a cable or a bridge, and others where they have an address."""
    for interface, said in node.interfaces.items():
        end = End(name, interface)
        if is_port(name, node, interface):
            continue
        if isinstance(said.device, VlanDevice | BondDevice | MacvlanDevice):
            yield end, _sent_by_device(end, node, links, wires)
        elif said.addresses and (said.device is not None or interface == LOOPBACK):
            yield end, _sent_apart(end, said, wires)


def _sent_apart(end: End, said: Interface, wires: Wires) -> Frame:
    """Return what stands for the frames of a device, the same for both ends of a tunnel.

    For WireGuard, of which any number may be in a network, the first network that it is in.
    """
    match device := said.device:
        case VxlanDevice():
            return OnWire(wires.vxlan(device), ())
        case GreDevice() | IpipDevice() | SitDevice():
            first, last = sorted((device.local, device.remote))
            key = device.key if isinstance(device, GreDevice) else None
            return InDevice("", f"{device.kind} {first} {last} {key}", ())
        case WireGuardDevice():
            network = next((one.network for one in said.addresses or ()), None)
            return InDevice("", f"wireguard {network}", ())
        case _:
            return InDevice(*end, ())


def _sent_by_device(end: End, node: Node, links: Mapping[End, int], wires: Wires) -> Frame:
    """Return a frame of a device as the cable or the bridge gets it that it stands on."""
    tags: Tags = ()
    below = end.interface
    for _ in range(STACK_MAX):
        said = node.interfaces.get(below)
        match said.device if said else None:
            case VlanDevice(parent=parent, protocol=protocol, vid=vid):
                tags, below = (Tag(protocol, vid), *tags), parent
            case MacvlanDevice(parent=parent):
                below = parent
            case BondDevice(members=(first, *_)):
                below = first
            case _:
                break
    if (link := links.get(End(end.node, below))) is not None:
        return wires.sent(link, tags)
    if node.kind == "switch" and below == end.node:
        return _sent_by_bridge(end.node, tags, wires)
    return InDevice(end.node, below, tags)


def _sent_by_bridge(name: str, tags: Tags, wires: Wires) -> Frame:
    return wires.bridge(name).enter(tags) or InDevice(name, name, tags)


def has_bridge_address(name: str, node: Node) -> bool:
    """Tell whether a switch's bridge itself takes part in IP."""
    said = node.interfaces.get(name)
    return bool(said and said.addresses)
