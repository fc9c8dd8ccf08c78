"""Devices as ip-link(8) makes them."""

from typing import assert_never

from designer.plan.operations import CreateDevice
from designer.plan.shell.words import ip
from designer.state.bond import Bond
from designer.state.device import Device
from designer.state.macvlan import Macvlan
from designer.state.tunnel import Tunnel
from designer.state.vlan_device import Vlan
from designer.state.vrf import Vrf
from designer.state.vxlan import Vxlan
from designer.state.wireguard import WireGuard


def create_device(operation: CreateDevice) -> str:
    """Return the command that makes a device."""
    link = operation.device
    words = [
        *([f"link {link.parent}"] if isinstance(link, Vlan | Macvlan) else []),
        f"name {operation.interface}",
        *([f"address {operation.mac}"] if operation.mac else []),
        f"mtu {operation.mtu}",
        f"type {operation.kind}",
        *_options(operation.device),
    ]
    return f"{ip(operation.namespace)} link add {' '.join(words)}"


def _options(device: Device | None) -> list[str]:  # noqa: PLR0911 - one a kind
    match device:
        case Vlan(_, vid, protocol):
            return [f"protocol {protocol} id {vid}"]
        case Bond(mode, miimon_ms):
            rate = " lacp_rate fast" if mode == "802.3ad" else ""
            return [f"mode {mode} miimon {miimon_ms}{rate}"]
        case Vrf(table):
            return [f"table {table}"]
        case Vxlan():
            return _vxlan(device)
        case Tunnel(local, remote, ttl, key):
            keyed = [] if key is None else [f"key {key}"]
            return [f"local {local} remote {remote} ttl {ttl}", *keyed]
        case Macvlan(_, mode):
            return [f"mode {mode}"]
        case WireGuard() | None:
            return []
        case _:
            assert_never(device)


def _vxlan(device: Vxlan) -> list[str]:
    towards = "group" if device.remote.is_multicast else "remote"
    return [
        f"id {device.vni} {towards} {device.remote} dstport {device.port}",
        *([f"local {device.local}"] if device.local else []),
        *([f"dev {device.parent}"] if device.parent else []),
    ]
