"""Interface indexes: given by us and unique in the whole lab, so that nothing is looked up."""

from collections.abc import Mapping
from typing import cast

from designer.state.interface import LOOPBACK, InterfaceId

LOOPBACK_INDEX = 1
LAST_OF_THE_KERNEL = 63
"""Well above what a new namespace is born with: where modules of tunnels are loaded, the kernel
gives each namespace tunl0, gre0, gretap0, erspan0, sit0 and their like, from index 2 on."""


class Indexes:
    """The index of every interface that is there, and new ones for those that come."""

    def __init__(self, known: Mapping[InterfaceId, int], highest: int) -> None:
        self._known = cast(dict[tuple[str, str], int], dict(known))  # of which InterfaceId is one
        self._highest = self._oldest = max(highest, LAST_OF_THE_KERNEL)

    def of(self, namespace: str, interface: str) -> int:
        """Return the index of an interface."""
        if interface == LOOPBACK:
            return LOOPBACK_INDEX
        return self._known[namespace, interface]

    def bear(self, namespace: str, interface: str) -> int:
        """Return an index for a new interface, one that no other of the lab has."""
        self._highest += 1
        self._known[namespace, interface] = self._highest
        return self._highest

    def is_born(self, index: int) -> bool:
        """Tell whether an index was given by us and not found."""
        return index > self._oldest
