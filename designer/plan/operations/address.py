"""Requests about addresses."""

from dataclasses import dataclass

from designer.state.interface import InterfaceAddress
from designer.topology.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class AddAddress:
    """Add an address; IPv6 ones without duplicate address detection, so that they work at once."""

    namespace: str
    interface: str
    address: InterfaceAddress

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "add address {address} to {namespace}:{interface}",
            address=self.address,
            namespace=self.namespace,
            interface=self.interface,
        )


@dataclass(frozen=True, slots=True)
class DeleteAddress:
    """Delete an address."""

    namespace: str
    interface: str
    address: InterfaceAddress

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say(
            "delete address {address} from {namespace}:{interface}",
            address=self.address,
            namespace=self.namespace,
            interface=self.interface,
        )
