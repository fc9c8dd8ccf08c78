"""A command in a node: in its namespace, under its host name, with no power beyond the lab."""

import os
import signal
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

from workers.errors import NoSuchLab
from workers.sandbox import linux
from workers.sandbox.host import here
from workers.sandbox.lab import Lab
from workers.sandbox.manifest import Pin

KEPT_CAPABILITIES = frozenset({0, 1, 3, 5, 6, 7, 10, 12, 13})
"""capabilities(7): chown, dac_override, fowner, kill, setgid, setuid, net_bind_service, net_admin,
net_raw."""

HIGHEST_CAPABILITY = Path("/proc/sys/kernel/cap_last_cap")
FIRST_OTHER_FILE = 3
NOT_FOUND, NOT_EXECUTABLE = 127, 126
"""What a shell answers for these."""


def run_in_node(lab_key: str, node: str, command: Sequence[str]) -> int:
    """Run a command in a node with our own input and output; return its exit status."""
    lab, pin = _find(lab_key, node)
    child = os.fork()
    if child == 0:
        _become(lab, pin, command)
    lab.close()
    with _left_to_the_child(signal.SIGINT, signal.SIGQUIT):
        _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return code if code >= 0 else 128 - code


def become_command(lab_key: str, node: str, command: Sequence[str]) -> NoReturn:
    """Turn this process into the command: a single thread is needed, and nothing returns."""
    _become(*_find(lab_key, node), command)


def _find(lab_key: str, node: str) -> tuple[Lab, Pin]:
    lab = Lab.find(here(), lab_key)
    if lab is None:
        raise NoSuchLab(f"no lab {lab_key} on this host: apply it first")
    for pin in lab.manifest.pins.values():
        if pin.name == node and node in lab.namespaces:
            return lab, pin
    nodes = ", ".join(sorted(lab.own_namespaces()))
    lab.close()
    raise NoSuchLab(f"lab {lab_key} has no node {node}: it has {nodes}")


def _become(lab: Lab, pin: Pin, command: Sequence[str]) -> NoReturn:
    try:
        confine(lab.user_namespace(), lab.namespaces[pin.name], pin)
        os.closerange(FIRST_OTHER_FILE, os.sysconf("SC_OPEN_MAX"))
        os.execvp(command[0], list(command))  # noqa: S606 - no shell is wanted
    except FileNotFoundError:
        _give_up(f"{command[0]}: not found", NOT_FOUND)
    except OSError as error:
        _give_up(f"{command[0]}: {error.strerror}", NOT_EXECUTABLE)
    finally:
        os._exit(NOT_EXECUTABLE)


def _give_up(text: str, status: int) -> NoReturn:
    with suppress(OSError):
        os.write(2, f"{text}\n".encode())
    os._exit(status)


def confine(user_namespace: int, namespace: int, pin: Pin) -> None:
    """Enter a node for good, as root of the lab and of nothing else.

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
    linux.unshare(linux.CLONE_NEWUTS)
    socket.sethostname(pin.hostname)
    for capability in range(int(HIGHEST_CAPABILITY.read_text()) + 1):
        if capability not in KEPT_CAPABILITIES:
            linux.prctl(linux.PR_CAPBSET_DROP, capability)
    linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)


@contextmanager
def _left_to_the_child(*signals: signal.Signals) -> Iterator[None]:
    """Keys like Ctrl-C reach the command itself; it decides what they mean."""
    before = {number: signal.signal(number, signal.SIG_IGN) for number in signals}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
