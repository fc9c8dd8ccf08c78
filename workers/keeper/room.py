"""From the keeper's child to a service in its node: namespaces, a root of its own, limits."""

import os
import resource
import select
import signal
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, NoReturn

from designer.state.service import Frr, Service
from workers.keeper.order import Order
from workers.sandbox import linux
from workers.sandbox.confine import enter_node, give_up_power
from workers.sandbox.names import resolver_file
from workers.sandbox.pins import PINS, USER_PIN
from workers.sandbox.room import furnish
from workers.sandbox.seccomp import refuse_strange_calls

MIB = 1 << 20
LIMITS = {
    resource.RLIMIT_NPROC: 1000,
    resource.RLIMIT_NOFILE: 1024,
    resource.RLIMIT_DATA: 1024 * MIB,
    resource.RLIMIT_FSIZE: 64 * MIB,
    resource.RLIMIT_MEMLOCK: MIB,
    resource.RLIMIT_CORE: 0,
}
"""Processes are counted for the lab as a whole: all its services have the same user."""

NAMESPACES = (
    linux.CLONE_NEWNS | linux.CLONE_NEWIPC | linux.CLONE_NEWPID  # the host name's is added
)
CAP_SYS_ADMIN = 21
WANTED: Mapping[type[Service], frozenset[int]] = {Frr: frozenset({CAP_SYS_ADMIN})}
"""zebra does not start without it; it is that of the lab's user namespace, like all others."""

FIRST_TO_BE_KILLED = "500"
"""proc_pid_oom_score_adj(5): when memory ends, services go before what runs the labs."""

ENVIRONMENT = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "HOME": "/root",
    "LANG": "C.UTF-8",
    "TERM": "dumb",
}

Work = Callable[["Lines"], None]


class Pipes(NamedTuple):
    """What joins a service and the keeper, the service's ends.

    `gate` hangs up when the keeper has become the parent of the service, `pulse` when it ends.
    """

    words: int
    gate: int
    pulse: int


class Lines:
    """What joins a service to the keeper: words of its own to say, and the keeper's life."""

    def __init__(self, pipes: Pipes, resolver: int | None) -> None:
        self.pipes = pipes
        self.resolver = resolver

    def say(self, word: str) -> None:
        """Tell the keeper."""
        os.write(self.pipes.words, f"{word}\n".encode())

    def ready(self) -> None:
        """Tell the keeper that others may come."""
        self.say("ready")

    def note(self, text: str) -> None:
        """Tell the keeper what a person may want to know about how it goes."""
        self.say(f"note {text}")


def become_service(folder: Path, order: Order, pipes: Pipes, work: Work) -> NoReturn:
    """Have a child of this process become the service, say its number, and end.

    The process namespace counts only for children, so it takes two steps; the child is then
    adopted by the keeper, the nearest who has asked for orphans.
    """
    try:
        resolver = _resolver(folder, order.number)
        _enter(folder, order)
        child = os.fork()
        if child == 0:
            _live(folder, order, Lines(pipes, resolver), work)
        os.write(pipes.words, f"{child}\n".encode())
    except OSError as error:
        _complain(error)
    finally:
        os._exit(0)


def _resolver(folder: Path, number: int) -> int | None:
    file = resolver_file(folder, number)
    return os.open(file, os.O_WRONLY | os.O_CLOEXEC) if file.exists() else None


def _enter(folder: Path, order: Order) -> None:
    Path("/proc/self/oom_score_adj").write_text(FIRST_TO_BE_KILLED)
    user = os.open(folder / USER_PIN, os.O_RDONLY | os.O_CLOEXEC)
    namespace = os.open(folder / PINS / str(order.number), os.O_RDONLY | os.O_CLOEXEC)
    enter_node(user, namespace, order.pin, NAMESPACES)
    os.close(user)
    os.close(namespace)


def _live(folder: Path, order: Order, lines: Lines, work: Work) -> NoReturn:
    try:
        os.read(lines.pipes.gate, 1)  # before that it would die with the parent that is ending
        linux.die_with_parent(signal.SIGKILL)
        if _has_hung_up(lines.pipes.pulse):
            os._exit(1)
        furnish(folder, order.number)
        for kind, limit in LIMITS.items():
            _, most = resource.getrlimit(kind)
            low = limit if most == resource.RLIM_INFINITY else min(limit, most)
            resource.setrlimit(kind, (low, low))
        give_up_power(WANTED.get(type(order.service), frozenset()))
        refuse_strange_calls()
        linux.name_process(order.service.name.encode())
        os.environ.clear()
        os.environ.update(ENVIRONMENT)
        work(lines)
    except OSError as error:
        _complain(error)
    finally:
        os._exit(1)


def _has_hung_up(pulse: int) -> bool:
    end = select.poll()
    end.register(pulse, 0)
    return bool(end.poll(0))


def _complain(error: OSError) -> None:
    place = f": {error.filename}" if error.filename else ""
    os.write(2, f"{error.strerror}{place}\n".encode())
