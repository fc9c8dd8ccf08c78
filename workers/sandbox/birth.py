"""Making namespaces: one child process enters the lab's user namespace and unshares in a loop.

The child owns nothing that outlives it: a namespace lives by the descriptors it has sent, and
they die with the receiver unless it has pinned them. No process and no thread of the caller ever
changes its own namespaces.
"""

import os
import signal
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from workers.sandbox import linux
from workers.sandbox.ids import IdMap

BATCH = 32
NAMESPACES, USER_NAMESPACE, FAILED = b"n", b"u", b"f"
QUIET = "/proc/sys/net/ipv6/conf/default/disable_ipv6"
FORWARDING = "/proc/sys/net/ipv4/ip_forward"
"""A namespace inherits it from the host's, where Docker or a lab may have switched it on
(net/ipv4/devinet.c, devinet_init_net)."""

LONGEST_WORD = 4096


@dataclass(frozen=True, slots=True)
class Order:
    """A namespace to be made: whose, and whether IPv6 is off in it by default."""

    number: int
    of_lab: bool
    quiet: bool


Receive = Callable[[Order, int], None]


def make_user_namespace(ids: IdMap) -> int:
    """Return the descriptor of a new user namespace."""
    child = _Child(_bear_user_namespace)
    with child:
        child.expect(USER_NAMESPACE)
        ids.write(child.pid)
        return os.open(f"/proc/{child.pid}/ns/user", os.O_RDONLY | os.O_CLOEXEC)


def make_namespaces(user_namespace: int, orders: Sequence[Order], receive: Receive) -> None:
    """Hand over each new namespace while the next ones are being made."""
    in_order = sorted(orders, key=lambda order: order.of_lab)
    child = _Child(lambda line: _bear(line, user_namespace, in_order))
    with child:
        waiting = iter(in_order)
        for handle in child.handles(len(in_order)):
            receive(next(waiting), handle)


class _Child:
    """A child process that dies with us and is told to end when the block does."""

    def __init__(self, work: Callable[[socket.socket], None]) -> None:
        self.line, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        parent = os.getpid()
        self.pid = os.fork()
        if self.pid == 0:
            self.line.close()  # else it would never see that we are gone
            _serve(work, its, parent)
        its.close()

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        self.line.close()
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)

    def expect(self, wanted: bytes) -> list[int]:
        word, handles, _, _ = socket.recv_fds(self.line, LONGEST_WORD, BATCH)
        if word[:1] == FAILED:
            errno, _, text = word[1:].decode().partition(" ")
            raise OSError(int(errno), text)
        if word != wanted:
            raise OSError(0, "the process that makes namespaces ended early")
        return handles

    def handles(self, count: int) -> Iterator[int]:
        while count:
            handles = self.expect(NAMESPACES)
            count -= len(handles)
            yield from handles


def _serve(work: Callable[[socket.socket], None], line: socket.socket, parent: int) -> NoReturn:
    try:
        linux.die_with_parent(signal.SIGKILL)
        if os.getppid() == parent:
            work(line)
            line.recv(1)  # until the parent is done with us
    except OSError as error:
        with suppress(OSError):
            line.send(FAILED + f"{error.errno or 0} {error.strerror}: {error.filename}".encode())
    finally:
        os._exit(0)


def _bear_user_namespace(line: socket.socket) -> None:
    linux.unshare(linux.CLONE_NEWUSER)
    linux.prctl(linux.PR_SET_DUMPABLE, 1)  # else the parent could not open our uid_map
    linux.die_with_parent(signal.SIGKILL)
    line.send(USER_NAMESPACE)


def _bear(line: socket.socket, user_namespace: int, orders: Sequence[Order]) -> None:
    """Those of the worker come first, while this process still is in its user namespace."""
    handles: list[int] = []
    inside = False
    born_forwarding: bool | None = None
    for order in orders:
        if order.of_lab and not inside:
            _enter_lab(user_namespace)
            inside = True
        linux.unshare(linux.CLONE_NEWNET)
        if born_forwarding is None:
            born_forwarding = Path(FORWARDING).read_text().strip() != "0"
        handles.append(_set_up(order, born_forwarding))
        if len(handles) == BATCH:
            _send(line, handles)
    _send(line, handles)


def _enter_lab(user_namespace: int) -> None:
    linux.setns(user_namespace, linux.CLONE_NEWUSER)
    os.setresgid(0, 0, 0)
    os.setresuid(0, 0, 0)
    linux.prctl(linux.PR_SET_DUMPABLE, 1)
    linux.die_with_parent(signal.SIGKILL)


def _set_up(order: Order, born_forwarding: bool) -> int:
    if order.quiet:
        _write(QUIET, b"1")
    if born_forwarding:
        _write(FORWARDING, b"0")
    return os.open("/proc/self/ns/net", os.O_RDONLY | os.O_CLOEXEC)


def _write(file: str, value: bytes) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CLOEXEC)
    try:
        os.write(handle, value)
    finally:
        os.close(handle)


def _send(line: socket.socket, handles: list[int]) -> None:
    if handles:
        socket.send_fds(line, [NAMESPACES], handles)
    for handle in handles:
        os.close(handle)
    handles.clear()
