"""A program as a service: its parent is the first process of the node's process namespace.

Signals without a handler do not reach a first process, and nobody else buries orphans; so no
program is one.
"""

import os
import shutil
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from workers.keeper.room import Lines

NOT_FOUND = 127
LISTEN = "0A"
LOCAL_ADDRESS, STATE = 1, 3
"""Columns of /proc/net/tcp (proc_net_tcp in the kernel's documentation)."""

TICK_S, LISTENS_WITHIN_S, LIVES_S = 0.02, 5.0, 0.15


def run(words: Sequence[str], port: int | None, lines: Lines) -> NoReturn:
    """Run it to its end, and end as it did; it is ready when it listens or just lives."""
    if shutil.which(words[0]) is None:
        os.write(2, f"{words[0]}: not found\n".encode())
        os._exit(NOT_FOUND)
    main = os.fork()
    if main == 0:
        os.setsid()
        for handle in lines.pipes:
            os.close(handle)
        os.execvp(words[0], list(words))  # noqa: S606 - no shell, unless the words say so
    status = _await_ready(main, port)
    if status is None:
        lines.ready()
        status = _bury_until(main)
    code = os.waitstatus_to_exitcode(status)
    os._exit(code if code >= 0 else 128 - code)


def _await_ready(main: int, port: int | None) -> int | None:
    """Return None when it is ready, its status where it has ended before."""
    deadline = time.monotonic() + (LIVES_S if port is None else LISTENS_WITHIN_S)
    while time.monotonic() < deadline:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if pid == main:
            return status
        if port is not None and port in _listening():
            return None
        time.sleep(TICK_S)
    return None


def _bury_until(main: int) -> int:
    while True:
        pid, status = os.waitpid(-1, 0)
        if pid == main:
            return status


def _listening() -> Iterator[int]:
    """Yield the TCP ports on which somebody listens in this node."""
    for name in ("tcp", "tcp6"):
        file = Path("/proc/net") / name
        for line in file.read_text().splitlines()[1:] if file.exists() else ():
            columns = line.split()
            if columns[STATE] == LISTEN:
                yield int(columns[LOCAL_ADDRESS].rpartition(":")[2], 16)
