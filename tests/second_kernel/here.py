"""What the kernel that these tests run on can do."""

from functools import cache

from workers.errors import HostRefused
from workers.kernel.capability_query import ask_kernel


@cache
def capabilities() -> frozenset[str]:
    """Ask once; where this user may not have a network of one's own, it is nothing at all."""
    try:
        return ask_kernel()
    except HostRefused:
        return frozenset()
