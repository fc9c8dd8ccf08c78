"""A command in a node: in its namespace, under its host name, with no power beyond the lab."""

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import NoReturn

from designer.topology.sentence import say
from workers.errors import NoSuchLab
from workers.sandbox import linux
from workers.sandbox.confine import enter_node, give_up_power, hide
from workers.sandbox.host import here
from workers.sandbox.lab import Lab
from workers.sandbox.pin import Pin

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
        raise NoSuchLab(say("no lab {lab_key} on this host: apply it first", lab_key=lab_key))
    for pin in lab.manifest.pins.values():
        if pin.name == node and node in lab.namespaces:
            return lab, pin
    nodes = ", ".join(sorted(lab.own_namespaces()))
    lab.close()
    raise NoSuchLab(
        say(
            "lab {lab_key} has no node {node}: it has {nodes}",
            lab_key=lab_key,
            node=node,
            nodes=nodes,
        )
    )


def _become(lab: Lab, pin: Pin, command: Sequence[str]) -> NoReturn:
    try:
        handles = lab.user_namespace(), lab.namespaces[pin.name]
        enter_node(*handles, pin, linux.CLONE_NEWNS)
        lab.show_names(pin)
        hide(lab.host.run_dir.path)
        give_up_power()
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


@contextmanager
def _left_to_the_child(*signals: signal.Signals) -> Iterator[None]:
    """Keys like Ctrl-C reach the command itself; it decides what they mean."""
    before = {number: signal.signal(number, signal.SIG_IGN) for number in signals}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
