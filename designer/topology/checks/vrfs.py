"""Rules about VRFs."""

from collections.abc import Iterator

from designer.topology.node import Node
from designer.topology.problem import Problem
from designer.topology.stack import devices_of
from designer.topology.values import End
from designer.topology.vrf import KERNEL_TABLES, VrfDevice


def check_vrfs(name: str, node: Node) -> Iterator[Problem]:
    """A VRF must have a table of its own, and members that are in no other."""
    tables: dict[int, str] = {}
    for interface, device in devices_of(node).items():
        if not isinstance(device, VrfDevice):
            continue
        element = f"nodes/{name}/interfaces/{interface}"
        if device.table in KERNEL_TABLES:
            message = f"table {device.table} is one of the kernel's own: choose another number"
            yield Problem("vrf-table-taken", element, message)
        first = tables.setdefault(device.table, interface)
        if first != interface:
            message = f"{interface} has the table {device.table} of {first}: choose another number"
            yield Problem("vrf-table-taken", element, message)
        for member in device.members:
            yield from _check_member(End(name, member), node, interface)


def _check_member(end: End, node: Node, vrf: str) -> Iterator[Problem]:
    element = f"nodes/{end.node}/interfaces/{vrf}"
    said = node.interfaces.get(end.interface)
    owner = node.masters[end.interface]
    if owner != vrf:
        message = f"{end} cannot be a member of {vrf} and of {owner} at once: remove it from one"
        yield Problem("member-twice", element, message)
    elif said is not None and isinstance(said.device, VrfDevice):
        message = f"{end} is a VRF itself and cannot be a member of {vrf}: name its members"
        yield Problem("vrf-in-vrf", element, message)
