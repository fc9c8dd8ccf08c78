"""The system calls of namespaces and mounts that Python 3.11 does not offer."""

import ctypes
import os

CLONE_NEWNS, CLONE_NEWUTS = 0x00020000, 0x04000000
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
MS_NOSUID, MS_NODEV, MS_NOEXEC = 2, 4, 8
MS_BIND, MS_REC, MS_PRIVATE, MS_SLAVE = 4096, 16384, 1 << 18, 1 << 19
MNT_DETACH = 2
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 1, 4, 24, 38
PR_GET_PDEATHSIG = 2

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


def prctl(option: int, value: int) -> None:
    """Change what this process is allowed or told."""
    result = _libc.prctl(option, ctypes.c_ulong(value), _ZERO, _ZERO, _ZERO)
    _check(result, f"prctl {option}")


def die_with_parent(signal_number: int) -> None:
    """Have the kernel end this process with its parent; a change of uid takes that back."""
    prctl(PR_SET_PDEATHSIG, signal_number)


def signal_at_parents_death() -> int:
    """Return the signal that this process gets when its parent ends, or 0."""
    number = ctypes.c_int()
    _check(_libc.prctl(PR_GET_PDEATHSIG, ctypes.byref(number), _ZERO, _ZERO, _ZERO), "prctl")
    return number.value


def _check(result: int, call: str) -> None:
    if result < 0:
        errno = ctypes.get_errno()
        raise OSError(errno, os.strerror(errno), call)
