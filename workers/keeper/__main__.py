"""The keeper as a program: `python -c` of it with a lab's folder and the holder's number.

It says `ready` on its standard output, from which its starter hears, and then is on its own.
"""

import fcntl
import gc
import os
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path

from workers.keeper.keeper import Keeper
from workers.keeper.order import SOCKET
from workers.sandbox import linux

NAME = b"vethwork-keeper"
MODE = 0o177
BACKLOG = 64
LOCK = "keeper.lock"
ATTEMPTS, TICK_S = 200, 0.01


def main(folder: Path, holder_pid: int) -> None:
    """Listen in the lab's folder, and keep what is asked for."""
    if os.fork():
        os._exit(0)
    os.setsid()
    os.umask(0o022)
    linux.prctl(linux.PR_SET_CHILD_SUBREAPER, 1)
    linux.name_process(NAME)
    holder = os.pidfd_open(holder_pid)
    with _listener(folder) as listener:
        os.write(1, b"ready\n")
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, 1)
        os.close(nowhere)
        gc.collect()
        gc.freeze()  # what services share with the keeper stays shared
        Keeper(folder, listener, holder).run()


def _listener(folder: Path) -> socket.socket:
    """Only we may connect; relative, for the path of a socket is short."""
    os.chdir(folder)
    alone = os.open(LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    _be_alone(alone)
    Path(SOCKET).unlink(missing_ok=True)
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    before = os.umask(MODE)
    listener.bind(SOCKET)
    os.umask(before)
    os.chdir("/")
    listener.listen(BACKLOG)
    return listener


def _be_alone(lock: int) -> None:
    """One that is just ending is waited for; beside another, this one ends."""
    for _ in range(ATTEMPTS):
        with suppress(BlockingIOError):
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        time.sleep(TICK_S)
    raise BlockingIOError("another keeper is there")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
