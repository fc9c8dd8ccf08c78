"""One lock per lab on the host; it dies with the process that holds it."""

import fcntl
import os
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EACCES, EAGAIN
from functools import partial
from hashlib import sha256
from pathlib import Path
from threading import Lock

from designer.topology.sentence import say
from workers.errors import LabBusy
from workers.sandbox.process import is_stopped

TICK_S = 0.02
_FLOCK = struct.Struct("hhqqi4x")
"""struct flock of fcntl(2) on 64-bit Linux: type, whence, start, length, pid."""

_held: set[Path] = set()
_held_guard = Lock()
"""Locks of lockf(3) do not keep a process from itself, so what it holds is also kept here."""


def file_name(lab_key: str) -> str:
    """Return a lab's name among files: no text of a user's gets into a path."""
    return sha256(lab_key.encode()).hexdigest()[:32]


@contextmanager
def locked(file: Path, what: str, *, patience_s: float) -> Iterator[None]:
    """Hold the lock for the block; lockf and not flock, so that no child process inherits it."""
    deadline = time.monotonic() + patience_s
    with _claimed(file, what, deadline):
        handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            _wait(partial(_take, handle), deadline, partial(_busy, handle, what))
            yield
        finally:
            os.close(handle)


@contextmanager
def _claimed(file: Path, what: str, deadline: float) -> Iterator[None]:
    """Before the file is opened: closing any handle of it gives up the process's lock."""
    mine = LabBusy(
        say("{what} is being worked on by this very process: try again", what=what), os.getpid()
    )
    _wait(partial(_claim, file), deadline, lambda: mine)
    try:
        yield
    finally:
        with _held_guard:
            _held.discard(file)


def _claim(file: Path) -> bool:
    with _held_guard:
        free = file not in _held
        _held.add(file)
        return free


def _take(handle: int) -> bool:
    try:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as refusal:
        if refusal.errno in {EACCES, EAGAIN}:
            return False
        raise
    return True


def _wait(attempt: Callable[[], bool], deadline: float, refusal: Callable[[], LabBusy]) -> None:
    while not attempt():
        if time.monotonic() > deadline:
            raise refusal()
        time.sleep(TICK_S)


def holder_of(handle: int) -> int:
    """Return the process that holds the lock of an open file, 0 if nobody else does."""
    asked = _FLOCK.pack(fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0)
    kind, *_, pid = _FLOCK.unpack(fcntl.fcntl(handle, fcntl.F_GETLK, asked))
    return 0 if kind == fcntl.F_UNLCK else max(int(pid), 0)


def _busy(handle: int, what: str) -> LabBusy:
    pid = holder_of(handle)
    if not pid:
        return LabBusy(say("{what} is being worked on: try again", what=what), 0)
    if is_stopped(pid):
        stopped = say(
            "{what} is held by process {pid}, which is stopped: let it go on (kill -CONT {pid})"
            " or end it (kill -KILL {pid})",
            what=what,
            pid=pid,
        )
        return LabBusy(stopped, pid)
    return LabBusy(
        say(
            "{what} is being worked on by process {pid}: try again when it is done",
            what=what,
            pid=pid,
        ),
        pid,
    )
