"""Requests about bridges."""

from dataclasses import dataclass

from designer.plan.operations.words import on_off
from designer.state.vlan import Filtering
from designer.topology.sentence import Sentence, say


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

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "create bridge {interface} in {namespace}",
            interface=self.interface,
            namespace=self.namespace,
        )


@dataclass(frozen=True, slots=True)
class SetStp:
    """Switch a bridge's spanning tree protocol on or off."""

    namespace: str
    interface: str
    enabled: bool

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "set STP of bridge {namespace}:{interface} {state}",
            namespace=self.namespace,
            interface=self.interface,
            state=on_off(self.enabled),
        )
