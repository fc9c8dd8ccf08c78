"""Pins: bind mounts that keep a namespace alive without a process."""

import os
from contextlib import suppress
from pathlib import Path

from workers.sandbox import linux

PINS, USER_PIN = "ns", "user"
"""In a lab's folder: the pins of namespaces by number, and that of the user namespace."""


def pin(namespace_fd: int, file: Path) -> None:
    """Keep a namespace; a file that a killed process left unmounted is used again."""
    os.close(os.open(file, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0))
    linux.mount(f"/proc/self/fd/{namespace_fd}", str(file), None, linux.MS_BIND)


def unpin(file: Path) -> None:
    """Let go of a namespace; without its file no copy of the mount elsewhere keeps it either."""
    with suppress(OSError):  # a file that never became a pin is no mount
        linux.detach(str(file))
    file.unlink(missing_ok=True)


def open_pin(file: Path, folder_device: int) -> int | None:
    """Return a descriptor of the pinned namespace, None where the file pins nothing."""
    try:
        handle = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
    except (FileNotFoundError, PermissionError):
        return None
    if os.fstat(handle).st_dev == folder_device:
        os.close(handle)
        return None
    return handle
