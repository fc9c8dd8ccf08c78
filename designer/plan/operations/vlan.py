"""Requests about VLANs."""

from dataclasses import dataclass

from designer.state.vlan import Filtering, PortVlan
from designer.topology.sentence import Sentence, say
from designer.topology.vlan import VlanRange


@dataclass(frozen=True, slots=True)
class SetFiltering:
    """Have a bridge keep VLANs apart, or pass all frames alike."""

    namespace: str
    interface: str
    filtering: Filtering | None

    def __str__(self) -> Sentence:
        """Say it in one line."""
        place = f"{self.namespace}:{self.interface}"
        if self.filtering is None:
            return say("let bridge {place} pass all VLANs alike", place=place)
        return say(
            "have bridge {place} keep {filtering} VLANs apart",
            place=place,
            filtering=self.filtering,
        )


@dataclass(frozen=True, slots=True)
class AddPortVlan:
    """Let a port pass some VLANs; `own` tells that it is the bridge's own way to IP."""

    namespace: str
    interface: str
    vlan: PortVlan
    own: bool = False

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "add VLAN {vlan} to {namespace}:{interface}",
            vlan=self.vlan,
            namespace=self.namespace,
            interface=self.interface,
        )


@dataclass(frozen=True, slots=True)
class DeletePortVlan:
    """No longer let a port pass some VLANs; those that it does not pass do no harm."""

    namespace: str
    interface: str
    vids: VlanRange
    own: bool = False

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "delete VLAN {vids} from {namespace}:{interface}",
            vids=self.vids,
            namespace=self.namespace,
            interface=self.interface,
        )
