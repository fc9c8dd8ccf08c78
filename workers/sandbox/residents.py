"""The processes inside a lab's nodes."""

import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from workers.sandbox.process import namespace_inode, pids

ROUNDS = 50
TICK_S = 0.002


def end_residents(namespaces: Iterable[int], user_namespace: int | None = None) -> None:
    """Kill whoever is in one of the namespaces, given by descriptor, until nobody is."""
    inodes = {os.fstat(handle).st_ino for handle in namespaces}
    lab = os.fstat(user_namespace).st_ino if user_namespace is not None else None

    def is_resident(pid: int) -> bool:
        return namespace_inode(pid, "net") in inodes or namespace_inode(pid, "user") == lab

    for _ in range(ROUNDS):  # one that forks may be faster than one look at all
        if not _kill(is_resident):
            return
        time.sleep(TICK_S)


def _kill(is_resident: Callable[[int], bool]) -> bool:
    found = False
    for pid in _others():
        if is_resident(pid):
            with suppress(ProcessLookupError), os.fdopen(os.pidfd_open(pid)) as handle:
                if is_resident(pid):  # the number may have been another's in between
                    signal.pidfd_send_signal(handle.fileno(), signal.SIGKILL)
                    found = True
    return found


def _others() -> Iterator[int]:
    mine = os.getpid()
    return (pid for pid in pids() if pid != mine)
