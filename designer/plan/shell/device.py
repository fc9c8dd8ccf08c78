"""Devices as ip-link(8) makes them."""

from designer.plan.operations import CreateDevice
from designer.plan.shell.words import ip
from designer.state.device import parent_of
from designer.state.vlan_device import Vlan


def create_device(operation: CreateDevice) -> str:
    """Return the command that makes a device."""
    parent = parent_of(operation.device)
    words = [
        *(["link", parent] if parent else []),
        f"name {operation.interface}",
        *([f"address {operation.mac}"] if operation.mac else []),
        f"mtu {operation.mtu}",
        f"type {operation.kind}",
        *_options(operation),
    ]
    return f"{ip(operation.namespace)} link add {' '.join(words)}"


def _options(operation: CreateDevice) -> list[str]:
    match operation.device:
        case Vlan(_, vid, protocol):
            return [f"protocol {protocol} id {vid}"]
        case None:
            return []
