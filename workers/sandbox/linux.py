"""The system calls of namespaces and mounts that Python 3.11 does not offer."""

import ctypes
import os
import struct
from collections.abc import Collection
from functools import cache
from pathlib import Path

CLONE_NEWNS, CLONE_NEWUTS = 0x00020000, 0x04000000
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
CLONE_NEWIPC, CLONE_NEWPID = 0x08000000, 0x20000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REMOUNT = 1, 2, 4, 8, 32
MS_BIND, MS_REC, MS_PRIVATE, MS_SLAVE = 4096, 16384, 1 << 18, 1 << 19
MNT_DETACH = 2
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 1, 4, 24, 38
PR_SET_NAME = 15
PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 22, 2
PR_GET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 2, 36
SYS_MOUNT_SETATTR = 442
"""The same number on every architecture; the C library of Debian 12 has no name for the call."""

AT_FDCWD, AT_RECURSIVE = -100, 0x8000
CAPABILITY_VERSION_3 = 0x20080522

HIGHEST_CAPABILITY = Path("/proc/sys/kernel/cap_last_cap")

_libc = ctypes.CDLL(None, use_errno=True)
_ZERO = ctypes.c_ulong(0)


def unshare(kinds: int) -> None:
    """Leave the namespaces of these kinds for new ones."""
    _check(_libc.unshare(kinds), "unshare")


def setns(namespace_fd: int, kind: int) -> None:
    """Move the calling thread into a namespace; for a user namespace it must be the only thread."""
    _check(_libc.setns(namespace_fd, kind), "setns")


def mount(source: str, target: str, kind: str | None, flags: int, options: str = "") -> None:
    """Make a mount, bind one, or change how mounts spread: the flags say which."""
    name = kind.encode() if kind else None
    flag_bits = ctypes.c_ulong(flags)
    result = _libc.mount(source.encode(), target.encode(), name, flag_bits, options.encode())
    _check(result, f"mount {target}")


def detach(target: str) -> None:
    """Take a mount and all mounts below it out of the tree at once."""
    _check(_libc.umount2(target.encode(), MNT_DETACH), f"umount {target}")


def restrict_tree(target: str, attributes: int) -> None:
    """Take rights from a mount and all below it: the flags of MS_RDONLY and so on, as in the ABI.

    The attributes MOUNT_ATTR_RDONLY, _NOSUID, _NODEV, _NOEXEC of mount_setattr(2) are 1, 2, 4, 8.
    """
    wish = struct.pack("=QQQQ", attributes, 0, 0, 0)
    flags = ctypes.c_uint(AT_RECURSIVE)
    result = _libc.syscall(
        ctypes.c_long(SYS_MOUNT_SETATTR),
        ctypes.c_int(AT_FDCWD),
        target.encode(),
        flags,
        wish,
        ctypes.c_size_t(len(wish)),
    )
    _check(result, f"mount_setattr {target}")


def pivot_root(new_root: str, old_root: str) -> None:
    """Make a mount the root; the former one is then below it."""
    _check(_libc.pivot_root(new_root.encode(), old_root.encode()), "pivot_root")


@cache
def highest_capability() -> int:
    """Return the last capability that this kernel knows; once known, no file is needed."""
    return int(HIGHEST_CAPABILITY.read_text())


def keep_capabilities(numbers: Collection[int]) -> None:
    """Give up all other capabilities, also for every program that is started from here."""
    for number in range(highest_capability() + 1):
        if number not in numbers:
            prctl(PR_CAPBSET_DROP, number)
    low, high = (sum(1 << n % 32 for n in numbers if n // 32 == half) for half in (0, 1))
    header = struct.pack("=Ii", CAPABILITY_VERSION_3, 0)
    _check(_libc.capset(header, struct.pack("=6I", low, low, 0, high, high, 0)), "capset")


def prctl(option: int, value: int) -> None:
    """Change what this process is allowed or told."""
    result = _libc.prctl(option, ctypes.c_ulong(value), _ZERO, _ZERO, _ZERO)
    _check(result, f"prctl {option}")


def set_filter(program: bytes) -> None:
    """Have a BPF program judge every system call to come, of this process and all it starts."""
    code = ctypes.create_string_buffer(program, len(program))
    head = struct.pack("HP", len(program) // 8, ctypes.addressof(code))
    mode = ctypes.c_ulong(SECCOMP_MODE_FILTER)
    _check(_libc.prctl(PR_SET_SECCOMP, mode, head, _ZERO, _ZERO), "prctl")


def name_process(name: bytes) -> None:
    """Show a name in ps; the kernel keeps 15 bytes of it."""
    _check(_libc.prctl(PR_SET_NAME, name, _ZERO, _ZERO, _ZERO), "prctl")


def die_with_parent(signal_number: int) -> None:
    """Have the kernel end this process with its parent; a change of uid takes that back."""
    prctl(PR_SET_PDEATHSIG, signal_number)


def signal_at_parents_death() -> int:
    """Return the signal that this process gets when its parent ends, or 0."""
    number = ctypes.c_int()
    _check(_libc.prctl(PR_GET_PDEATHSIG, ctypes.byref(number), _ZERO, _ZERO, _ZERO), "prctl")
    return number.value


def open_inotify() -> int:
    """Return the descriptor of an inotify instance (inotify(7)) that never waits."""
    handle: int = _libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    _check(handle, "inotify_init1")
    return handle


def watch_folder(inotify: int, folder: str, events: int) -> None:
    """Have an inotify instance tell of events in a folder; one that is watched stays so."""
    _check(_libc.inotify_add_watch(inotify, folder.encode(), events), f"watch {folder}")


def _check(result: int, call: str) -> None:
    if result < 0:
        errno = ctypes.get_errno()
        raise OSError(errno, os.strerror(errno), call)
