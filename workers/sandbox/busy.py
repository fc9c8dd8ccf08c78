"""Whether some lab is being changed right now, so that work in the background can step back."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workers.sandbox.host import Host
from workers.sandbox.lock import holder_of

TICK_S = 0.003
LONGEST_S = 2.0
"""Someone may always be at work; what was destroyed is freed nevertheless."""


@contextmanager
def busy(host: Host) -> Iterator[None]:
    """Say so for the length of the block; many may at once, and it dies with the process."""
    handle = os.open(_file(host), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.lockf(handle, fcntl.LOCK_SH)
        os.utime(handle)
        yield
    finally:
        os.close(handle)


def wait_while_busy(host: Host) -> int:
    """Wait until nobody is at work, for some time at most; return when somebody last began.

    That is in ns, and only to be compared: it is another one if somebody began since.
    """
    deadline = time.monotonic() + LONGEST_S
    handle = os.open(_file(host), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        while holder_of(handle) and time.monotonic() < deadline:
            time.sleep(TICK_S)
        return os.fstat(handle).st_mtime_ns
    finally:
        os.close(handle)


def _file(host: Host) -> Path:
    return host.run_dir.locks / "busy"
