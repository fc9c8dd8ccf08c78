"""What the kernel that these tests run on can do."""

import os
from functools import cache

from tests.kernel.inside import in_child
from workers.kernel.capability_query import ask_kernel
from workers.sandbox import linux


@cache
def capabilities() -> frozenset[str]:
    """Ask once, in a child process that an ordinary user can have a network of its own in."""
    return in_child(_ask)


def _ask() -> frozenset[str]:
    if os.geteuid() != 0:
        linux.unshare(linux.CLONE_NEWUSER)
    return ask_kernel()
