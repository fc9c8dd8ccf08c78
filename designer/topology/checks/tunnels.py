"""Rules about tunnels and VXLANs: where they begin and where they end."""

from collections.abc import Collection, Iterator

from designer.topology.checks.facts import Facts
from designer.topology.device import Device, is_ethernet
from designer.topology.node import Node
from designer.topology.problem import Problem
from designer.topology.sentence import say
from designer.topology.stack import devices_of
from designer.topology.tunnel import GreDevice, IpipDevice, SitDevice
from designer.topology.values import Address, End
from designer.topology.vxlan import VxlanDevice

KERNEL_NAMES = frozenset({"gre0", "gretap0", "erspan0", "tunl0", "sit0"})
"""Tunnels that a namespace may have from its birth (ip-tunnel(8))."""


def check_tunnels(
    facts: Facts, name: str, node: Node, known: Collection[Address]
) -> Iterator[Problem]:
    """A tunnel must be the only one of its kind between its ends, which should be there.

    `known` are all addresses of the lab.
    """
    own = {one.ip for end in _ends(name, node, facts) for one in facts.assigned.get(end, ())}
    seen: dict[object, str] = {}
    for interface, device in devices_of(node).items():
        if not isinstance(device, VxlanDevice | GreDevice | IpipDevice | SitDevice):
            continue
        end = End(name, interface)
        yield from _check_name(end)
        yield from _check_ends(end, device.local, device.remote, own, known)
        yield from _check_families(end, node, device)
        first = seen.setdefault(_identity(device), interface)
        if first != interface:
            message = say(
                "{end} leads where {first} leads already: remove it or change its number",
                end=end,
                first=first,
            )
            yield Problem("tunnel-twice", _path(end), message)


def _ends(name: str, node: Node, facts: Facts) -> Iterator[End]:
    for interface in (*facts.linked.get(name, ()), *node.interfaces):
        yield End(name, interface)


def _path(end: End) -> str:
    return f"nodes/{end.node}/interfaces/{end.interface}"


def _identity(device: Device) -> object:
    """Return what the kernel allows only one tunnel of."""
    match device:
        case VxlanDevice(vni=vni, port=port):
            return "vxlan", vni, port
        case GreDevice(local=local, remote=remote, key=key):
            return "gre", local, remote, key
        case (
            IpipDevice(kind=kind, local=local, remote=remote)
            | SitDevice(kind=kind, local=local, remote=remote)
        ):
            return kind, local, remote
        case _:
            return None


def _check_name(end: End) -> Iterator[Problem]:
    if end.interface in KERNEL_NAMES:
        message = say(
            "{interface} is a tunnel of the kernel's own: give {end} another name",
            interface=end.interface,
            end=end,
        )
        yield Problem("device-name-taken", _path(end), message)


def _check_ends(
    end: End,
    local: Address | None,
    remote: Address,
    own: Collection[Address],
    known: Collection[Address],
) -> Iterator[Problem]:
    if local is not None and local not in own:
        message = say(
            "{end} sends from {local}, which {node} does not have: name one it has",
            end=end,
            local=local,
            node=end.node,
        )
        yield Problem("tunnel-from-nowhere", _path(end), message, "warning")
    if remote in own:
        message = say(
            "{end} ends at {remote}, which is {node} itself: name the other end",
            end=end,
            remote=remote,
            node=end.node,
        )
        yield Problem("tunnel-to-itself", _path(end), message)
    elif remote not in known and not remote.is_multicast:
        message = say(
            "{end} ends at {remote}, which nobody in this lab has: packets end there",
            end=end,
            remote=remote,
        )
        yield Problem("tunnel-to-nobody", _path(end), message, "warning")


def _check_families(end: End, node: Node, device: Device) -> Iterator[Problem]:
    if node.interfaces[end.interface].mac and not is_ethernet(device):
        message = say("{end} has no Ethernet frames and so no MAC address: remove it", end=end)
        yield Problem("mac-without-frames", _path(end), message)
    carried = {"ipip": 4, "sit": 6}.get(device.kind)
    if carried is None:
        return
    for address in node.interfaces[end.interface].addresses or ():
        if address.version != carried:
            message = say(
                "{end} carries IPv{carried} only and has the address {address}: remove it,"
                " or use gre, which carries both",
                end=end,
                carried=carried,
                address=address,
            )
            yield Problem("tunnel-of-other-family", _path(end), message)
