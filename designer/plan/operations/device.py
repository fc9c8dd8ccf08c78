"""Requests about devices: interfaces that a namespace makes without a cable."""

from dataclasses import dataclass

from designer.state.device import Device, parent_of
from designer.state.interface import InterfaceKind


@dataclass(frozen=True, slots=True)
class CreateDevice:
    """Make a device, down; what it stands on is there by then."""

    namespace: str
    interface: str
    kind: InterfaceKind
    mac: str
    mtu: int
    device: Device | None

    def __str__(self) -> str:
        """Say it in one line."""
        parent = parent_of(self.device)
        on = f" on {parent}" if parent else ""
        return f"create {self.kind} {self.interface}{on} in {self.namespace}"
