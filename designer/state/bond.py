"""A bond as the kernel has it."""

from dataclasses import dataclass

MIIMON_MS = 100
"""How often the kernel looks whether the members' cables work; by default never."""


@dataclass(frozen=True, slots=True)
class Bond:
    """Several interfaces as one; which they are, these say by their master."""

    mode: str
    miimon_ms: int = MIIMON_MS
