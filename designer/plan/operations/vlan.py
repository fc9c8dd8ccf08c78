"""Requests about VLANs."""

from dataclasses import dataclass

from designer.state.vlan import Filtering, PortVlan
from designer.topology.vlan import VlanRange


@dataclass(frozen=True, slots=True)
class SetFiltering:
    """Have a bridge keep VLANs apart, or pass all frames alike."""

    namespace: str
    interface: str
    filtering: Filtering | None

    def __str__(self) -> str:
        """Say it in one line."""
        place = f"{self.namespace}:{self.interface}"
        if self.filtering is None:
            return f"let bridge {place} pass all VLANs alike"
        return f"have bridge {place} keep {self.filtering} VLANs apart"


@dataclass(frozen=True, slots=True)
class AddPortVlan:
    """Let a port pass some VLANs; `own` tells that it is the bridge's own way to IP."""

    namespace: str
    interface: str
    vlan: PortVlan
    own: bool = False

    def __str__(self) -> str:
        """Say it in one line."""
        return f"add VLAN {self.vlan} to {self.namespace}:{self.interface}"


@dataclass(frozen=True, slots=True)
class DeletePortVlan:
    """No longer let a port pass some VLANs; those that it does not pass do no harm."""

    namespace: str
    interface: str
    vids: VlanRange
    own: bool = False

    def __str__(self) -> str:
        """Say it in one line."""
        return f"delete VLAN {self.vids} from {self.namespace}:{self.interface}"
