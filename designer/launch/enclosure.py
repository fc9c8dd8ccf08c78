"""Let a process reach folders that lie below one it may not enter, and nothing beside them.

A checkout in /root is below a folder of mode 0700. In a mount namespace of its own the process
sees a small empty folder there instead, which holds only what it needs, at the usual paths.
"""

import errno
import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path

from designer.launch import linux

ESCAPED = re.compile(r"\\([0-7]{3})")
"""How the kernel writes a blank in a mount's path."""

PASSABLE = 0o711
"""A folder through which everybody may pass and in which nobody may look round."""


def enclose(uid: int, gid: int, read_only: Iterable[Path], writable: Iterable[Path]) -> None:
    """Make the folders reachable for the account; this process needs root for it."""
    flags = dict.fromkeys(read_only, linux.MS_RDONLY) | dict.fromkeys(writable, 0)
    walls = {path: wall for path in flags if (wall := find_wall(path, uid, gid))}
    if not walls:
        return
    linux.unshare(linux.CLONE_NEWNS)
    linux.mount("none", "/", None, linux.MS_REC | linux.MS_SLAVE)
    _let_go_of_namespaces()
    handles = {path: os.open(path, os.O_PATH) for path in walls}
    for wall in sorted(set(walls.values())):
        _cover(wall)
    for path, handle in handles.items():
        _bring_back(path, handle, flags[path])
    for wall in set(walls.values()):
        linux.mount("none", str(wall), None, _remount(linux.MS_RDONLY))


def find_wall(path: Path, uid: int, gid: int) -> Path | None:
    """The outermost folder above the path that the account may not pass through."""
    above = reversed(path.parents)
    return next((folder for folder in above if not may_pass(folder.stat(), uid, gid)), None)


def may_pass(status: os.stat_result, uid: int, gid: int) -> bool:
    """Whether the mode lets an account without other groups search the folder."""
    if status.st_uid == uid:
        return bool(status.st_mode & stat.S_IXUSR)
    if status.st_gid == gid:
        return bool(status.st_mode & stat.S_IXGRP)
    return bool(status.st_mode & stat.S_IXOTH)


def _let_go_of_namespaces() -> None:
    """Drop the copies of pins: a copy would keep a lab alive that was destroyed."""
    for line in Path("/proc/self/mountinfo").read_text().splitlines():
        fields = line.split(" ")
        if fields[fields.index("-") + 1] == "nsfs":
            _detach_if_there(ESCAPED.sub(lambda octal: chr(int(octal[1], 8)), fields[4]))


def _detach_if_there(pin: str) -> None:
    """What the host lets go of goes from our copy too, at any moment."""
    try:
        linux.detach(pin)
    except OSError as error:
        if error.errno not in {errno.ENOENT, errno.EINVAL}:
            raise


def _cover(wall: Path) -> None:
    options = f"mode={PASSABLE:o},size=64k"
    flags = linux.MS_NOSUID | linux.MS_NODEV | linux.MS_NOEXEC
    linux.mount("tmpfs", str(wall), "tmpfs", flags, options)


def _bring_back(path: Path, handle: int, flags: int) -> None:
    for folder in [*reversed(path.parents), path]:
        if not folder.exists():
            folder.mkdir()
            folder.chmod(PASSABLE)
    linux.mount(f"/proc/self/fd/{handle}", str(path), None, linux.MS_BIND)
    linux.mount("none", str(path), None, _remount(flags))
    os.close(handle)


def _remount(flags: int) -> int:
    return linux.MS_REMOUNT | linux.MS_BIND | linux.MS_NOSUID | linux.MS_NODEV | flags
