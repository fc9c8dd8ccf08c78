"""A macvlan as the kernel has it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Macvlan:
    """One more interface on the wire of `parent`."""

    parent: str
    mode: str
