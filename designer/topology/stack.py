"""How a node's interfaces stand on each other."""

from collections.abc import Iterator, Mapping

from designer.topology.device import Device, below
from designer.topology.node import Node


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
