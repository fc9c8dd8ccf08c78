"""Requests about addresses."""

from dataclasses import dataclass

from designer.state.interface import InterfaceAddress


@dataclass(frozen=True, slots=True)
class AddAddress:
    """Add an address; IPv6 ones without duplicate address detection, so that they work at once."""

    namespace: str
    interface: str
    address: InterfaceAddress

    def __str__(self) -> str:
        """Say it in one line."""
        return f"add address {self.address} to {self.namespace}:{self.interface}"


@dataclass(frozen=True, slots=True)
class DeleteAddress:
    """Delete an address."""

    namespace: str
    interface: str
    address: InterfaceAddress

    def __str__(self) -> str:
        """Say it in one line."""
        return f"delete address {self.address} from {self.namespace}:{self.interface}"
