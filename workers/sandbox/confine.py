"""Going into a node for good, as root of its lab and of nothing else."""

import os
import socket
from contextlib import suppress
from pathlib import Path

from workers.sandbox import linux
from workers.sandbox.pin import Pin

KEPT_CAPABILITIES = frozenset({0, 1, 3, 5, 6, 7, 10, 12, 13})
"""capabilities(7): chown, dac_override, fowner, kill, setgid, setuid, net_bind_service, net_admin,
net_raw."""


MOST_USER_NAMESPACES = Path("/proc/sys/user/max_user_namespaces")
"""Of the user namespace that who writes is in: nobody in a lab can be root of one more."""


def enter_node(user_namespace: int, namespace: int, pin: Pin, new_namespaces: int) -> None:
    """Enter a node under its host name, with new namespaces of more kinds.

    A switch's namespace is the worker's: who enters it as the lab's root may look round there,
    but has no power over it.
    """
    steps = [(user_namespace, linux.CLONE_NEWUSER), (namespace, linux.CLONE_NEWNET)]
    for handle, kind in steps if pin.owner == "lab" else reversed(steps):
        linux.setns(handle, kind)
    with suppress(PermissionError):  # where the user namespace has one id, groups are forbidden
        os.setgroups([])
    os.setresgid(0, 0, 0)
    os.setresuid(0, 0, 0)
    MOST_USER_NAMESPACES.write_text("0")
    linux.unshare(linux.CLONE_NEWUTS | new_namespaces)
    socket.sethostname(pin.hostname)


def hide(folder: Path) -> None:
    """Cover a folder of ours, sockets and all, in the mount namespace of this process alone."""
    flags = linux.MS_NOSUID | linux.MS_NODEV | linux.MS_NOEXEC | linux.MS_RDONLY
    linux.mount("nothing", str(folder), "tmpfs", flags, "size=4k,mode=755")


def give_up_power(more: frozenset[int] = frozenset()) -> None:
    """Keep what the root of a lab needs, and gain nothing by any program that is started."""
    linux.keep_capabilities(KEPT_CAPABILITIES | more)
    linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
