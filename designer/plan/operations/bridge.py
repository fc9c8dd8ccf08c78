"""Requests about bridges."""

from dataclasses import dataclass

from designer.plan.operations.words import on_off
from designer.state.vlan import Filtering


@dataclass(frozen=True, slots=True)
class CreateBridge:
    """Make a bridge, with multicast snooping off; with STP its forward delay is 2 s.

    `filtering` says how it keeps VLANs apart, if it does.
    """

    namespace: str
    interface: str
    mac: str
    mtu: int
    stp: bool
    up: bool
    filtering: Filtering | None = None

    def __str__(self) -> str:
        """Say it in one line."""
        return f"create bridge {self.interface} in {self.namespace}"


@dataclass(frozen=True, slots=True)
class SetStp:
    """Switch a bridge's spanning tree protocol on or off."""

    namespace: str
    interface: str
    enabled: bool

    def __str__(self) -> str:
        """Say it in one line."""
        return f"set STP of bridge {self.namespace}:{self.interface} {on_off(self.enabled)}"
