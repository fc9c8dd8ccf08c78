"""A VRF as the kernel has it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vrf:
    """A routing table for the interfaces that have it as their master."""

    table: int
