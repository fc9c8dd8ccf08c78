"""Standing in a namespace to open a socket there, which then belongs to it for good."""

import ctypes
import os

CLONE_NEWNET = 0x40000000

_libc = ctypes.CDLL(None, use_errno=True)


def enter(namespace_fd: int) -> None:
    """Move the calling thread into a network namespace.

    Only for a thread that was started for it and ends afterwards: nothing leads it back.
    """
    if _libc.setns(namespace_fd, CLONE_NEWNET) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"cannot enter a network namespace: {os.strerror(number)}")
