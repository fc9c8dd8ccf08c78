"""Rules about bonds."""

from collections.abc import Iterator

from designer.topology.bond import BondDevice
from designer.topology.mtu import mtu_of
from designer.topology.node import Node
from designer.topology.problem import Problem
from designer.topology.sentence import say
from designer.topology.stack import devices_of
from designer.topology.values import End


def check_bonds(name: str, node: Node) -> Iterator[Problem]:
    """A bond's members must be its own, and have nothing that a bond gives them."""
    for interface, device in devices_of(node).items():
        if isinstance(device, BondDevice):
            element = f"nodes/{name}/interfaces/{interface}"
            if not device.members:
                message = say(
                    "{name}:{interface} has no members, so it reaches nobody: name some",
                    name=name,
                    interface=interface,
                )
                yield Problem("bond-without-members", element, message, "warning")
            for member in device.members:
                yield from _check_member(End(name, member), node, interface)


def _check_member(end: End, node: Node, bond: str) -> Iterator[Problem]:
    element = f"nodes/{end.node}/interfaces/{end.interface}"
    said = node.interfaces.get(end.interface)
    owner = node.masters[end.interface]
    if owner != bond:
        message = say(
            "{end} cannot be a member of {bond} and of {owner} at once: remove it from one",
            end=end,
            bond=bond,
            owner=owner,
        )
        yield Problem("member-twice", f"nodes/{end.node}/interfaces/{bond}", message)
    if node.kind == "switch" and end.interface == end.node:
        message = say(
            "{end} is the switch's own bridge, which no bond can have: name a port", end=end
        )
        yield Problem("member-is-bridge", f"nodes/{end.node}/interfaces/{bond}", message)
    if said is None:
        return
    if said.addresses:
        message = say(
            "{end} is a member of {bond} and has an address: give the address to {bond}",
            end=end,
            bond=bond,
        )
        yield Problem("member-with-address", element, message)
    if said.mtu is not None and said.mtu != mtu_of(end.node, node, bond):
        message = say(
            "{end} is a member of {bond}, whose MTU it gets: say the MTU there", end=end, bond=bond
        )
        yield Problem("member-with-mtu", element, message)
