"""Requests about devices: interfaces that a namespace makes without a cable."""

from dataclasses import dataclass

from designer.state.device import Device, parent_of
from designer.state.interface import InterfaceKind
from designer.topology.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class CreateDevice:
    """Make a device, down; what it stands on is there by then."""

    namespace: str
    interface: str
    kind: InterfaceKind
    mac: str
    mtu: int
    device: Device | None

    def __str__(self) -> Sentence:
        """Say it in one line."""
        parent = parent_of(self.device)
        said = {"kind": self.kind, "interface": self.interface, "namespace": self.namespace}
        if parent:
            return say(
                "create {kind} {interface} on {parent} in {namespace}", parent=parent, **said
            )
        return say("create {kind} {interface} in {namespace}", **said)
