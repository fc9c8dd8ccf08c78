"""How many sockets may be open at once."""

import resource
from pathlib import Path

RESERVE = 64


def free_descriptors() -> int:
    """Raise the soft limit as far as it goes and return how many files may yet be opened."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return hard - sum(1 for _ in Path("/proc/self/fd").iterdir()) - RESERVE
