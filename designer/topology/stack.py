"""How a node's interfaces stand on each other."""

from collections.abc import Iterator, Mapping

from designer.topology.device import Device, below
from designer.topology.node import Node
from designer.topology.route import MAIN_TABLE
from designer.topology.vrf import VrfDevice


def devices_of(node: Node) -> Mapping[str, Device]:
    """Return a node's devices by name, in the document's order."""
    return {name: said.device for name, said in node.interfaces.items() if said.device is not None}


def in_stacking_order(node: Node) -> Iterator[tuple[str, Device]]:
    """Yield a node's devices, each after those it stands on; what stands in a loop is left out."""
    devices = devices_of(node)
    waiting = dict(devices)
    while waiting:
        ready = {
            name: device
            for name, device in waiting.items()
            if not any(one in waiting for one in below(device))
        }
        if not ready:
            return
        yield from ready.items()
        waiting = {name: device for name, device in waiting.items() if name not in ready}


def table_of(node: Node, interface: str) -> int:
    """Return the routing table that packets out of an interface are looked up in."""
    master = node.masters.get(interface)
    device = node.interfaces[master].device if master is not None else None
    return device.table if isinstance(device, VrfDevice) else MAIN_TABLE
