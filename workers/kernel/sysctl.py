"""Settings that netlink does not offer, written to /proc/sys/net while standing in a namespace."""

import os
from collections.abc import Callable
from functools import partial

from designer.plan.operations import SetForwarding, SetLinkLocal
from designer.state.namespace import Family

ROOT = "/proc/sys/net"
FAMILIES: tuple[Family, ...] = (4, 6)
FORWARDING = {4: "ipv4/ip_forward", 6: "ipv6/conf/all/forwarding"}
EUI64 = "0"


def write(path: str, value: str) -> None:
    """Write one setting of the namespace that the thread stands in."""
    handle = os.open(f"{ROOT}/{path}", os.O_WRONLY | os.O_CLOEXEC)
    try:
        os.write(handle, value.encode())
    finally:
        os.close(handle)


def read(path: str) -> str:
    """Read one setting of the namespace that the thread stands in."""
    handle = os.open(f"{ROOT}/{path}", os.O_RDONLY | os.O_CLOEXEC)
    try:
        return os.read(handle, 4096).decode().strip()
    finally:
        os.close(handle)


def set_forwarding(operation: SetForwarding) -> Callable[[], None]:
    """Return the work that switches forwarding."""
    return partial(write, FORWARDING[operation.family], str(int(operation.enabled)))


def let_speak(operation: SetLinkLocal) -> Callable[[], None]:
    """Return the work that makes IPv6 speak on an interface, and do so at once if it is up.

    Netlink could set the mode, but the kernel then makes no address before the next time up.
    """
    folder = f"ipv6/conf/{operation.interface}"

    def work() -> None:
        write(f"{folder}/addr_gen_mode", EUI64)
        write(f"{folder}/disable_ipv6", "0")

    return work
