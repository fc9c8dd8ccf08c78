"""What a service may not even ask the kernel for (seccomp(2)): it needs none of it.

Most of it wants capabilities that a service does not have. The filter keeps from it what does not:
families of sockets that no network namespace confines, such as vsock(7), keys, io_uring, and code
of the kernel that only few programs have ever tried.
"""

import platform
import struct
from collections.abc import Iterator, Mapping
from errno import EAFNOSUPPORT, EINVAL, ENOSYS, EPERM

from workers.sandbox import linux

_STEP = struct.Struct("=HBBI")
LOAD, EQUAL, ANY_BIT, RETURN = 0x20, 0x15, 0x45, 0x06
NUMBER_AT, MACHINE_AT, FIRST_ARGUMENT_AT = 0, 4, 16
ALLOW, KILL, REFUSE = 0x7FFF0000, 0x80000000, 0x00050000

MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
"""The column of the tables below, and AUDIT_ARCH_… of linux/audit.h."""

REFUSED: Mapping[str, tuple[int, int]] = {
    "acct": (163, 89),
    "add_key": (248, 217),
    "bpf": (321, 280),
    "clock_settime": (227, 112),
    "delete_module": (176, 106),
    "finit_module": (313, 273),
    "fsmount": (432, 432),
    "fsopen": (430, 430),
    "init_module": (175, 105),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "io_uring_setup": (425, 425),
    "kexec_file_load": (320, 294),
    "kexec_load": (246, 104),
    "keyctl": (250, 219),
    "mount": (165, 40),
    "mount_setattr": (442, 442),
    "move_mount": (429, 429),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "open_tree": (428, 428),
    "perf_event_open": (298, 241),
    "pivot_root": (155, 41),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "ptrace": (101, 117),
    "quotactl": (179, 60),
    "reboot": (169, 142),
    "request_key": (249, 218),
    "setns": (308, 268),
    "settimeofday": (164, 170),
    "swapoff": (168, 225),
    "swapon": (167, 224),
    "umount2": (166, 39),
    "unshare": (272, 97),
    "userfaultfd": (323, 282),
}
"""Numbers on x86_64 and aarch64 (the tables of system calls in the kernel's source)."""

SOCKET, CLONE, CLONE3 = (41, 198), (56, 220), (435, 435)
FAMILIES = (1, 2, 10, 16, 17)
"""unix, inet, inet6, netlink, packet."""

NEW_NAMESPACES = 0x7E020080
"""CLONE_NEWNS, CGROUP, UTS, IPC, USER, PID, NET and TIME."""


def refuse_strange_calls() -> None:
    """Have the kernel refuse them to this process and all it starts, where it can."""
    known = MACHINES.get(platform.machine())
    if known is None:
        return
    try:
        linux.set_filter(b"".join(_program(*known)))
    except OSError as error:
        if error.errno != EINVAL:  # a kernel without CONFIG_SECCOMP_FILTER
            raise


def _program(column: int, machine: int) -> Iterator[bytes]:
    yield _STEP.pack(LOAD, 0, 0, MACHINE_AT)
    yield _STEP.pack(EQUAL, 1, 0, machine)
    yield _STEP.pack(RETURN, 0, 0, KILL)
    yield _STEP.pack(LOAD, 0, 0, NUMBER_AT)
    for numbers in REFUSED.values():
        yield from _if_equal(numbers[column], REFUSE | EPERM)
    yield from _if_equal(CLONE3[column], REFUSE | ENOSYS)  # its flags are out of sight
    yield _STEP.pack(EQUAL, 0, 4, CLONE[column])
    yield _STEP.pack(LOAD, 0, 0, FIRST_ARGUMENT_AT)
    yield _STEP.pack(ANY_BIT, 0, 1, NEW_NAMESPACES)
    yield _STEP.pack(RETURN, 0, 0, REFUSE | EPERM)
    yield _STEP.pack(RETURN, 0, 0, ALLOW)
    yield _STEP.pack(EQUAL, 0, 2 + 2 * len(FAMILIES), SOCKET[column])
    yield _STEP.pack(LOAD, 0, 0, FIRST_ARGUMENT_AT)
    for family in FAMILIES:
        yield from _if_equal(family, ALLOW)
    yield _STEP.pack(RETURN, 0, 0, REFUSE | EAFNOSUPPORT)
    yield _STEP.pack(RETURN, 0, 0, ALLOW)


def _if_equal(value: int, then: int) -> Iterator[bytes]:
    yield _STEP.pack(EQUAL, 0, 1, value)
    yield _STEP.pack(RETURN, 0, 0, then)
