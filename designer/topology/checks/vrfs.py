"""Rules about VRFs."""

from collections.abc import Iterator

from designer.topology.node import Node
from designer.topology.problem import Problem
from designer.topology.sentence import say
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
            message = say(
                "table {table} is one of the kernel's own: choose another number",
                table=device.table,
            )
            yield Problem("vrf-table-taken", element, message)
        first = tables.setdefault(device.table, interface)
        if first != interface:
            message = say(
                "{interface} has the table {table} of {first}: choose another number",
                interface=interface,
                table=device.table,
                first=first,
            )
            yield Problem("vrf-table-taken", element, message)
        for member in device.members:
            yield from _check_member(End(name, member), node, interface)


def _check_member(end: End, node: Node, vrf: str) -> Iterator[Problem]:
    element = f"nodes/{end.node}/interfaces/{vrf}"
    said = node.interfaces.get(end.interface)
    owner = node.masters[end.interface]
    if owner != vrf:
        message = say(
            "{end} cannot be a member of {vrf} and of {owner} at once: remove it from one",
            end=end,
            vrf=vrf,
            owner=owner,
        )
        yield Problem("member-twice", element, message)
    elif said is not None and isinstance(said.device, VrfDevice):
        message = say(
            "{end} is a VRF itself and cannot be a member of {vrf}: name its members",
            end=end,
            vrf=vrf,
        )
        yield Problem("vrf-in-vrf", element, message)
