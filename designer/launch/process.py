"""A process of ours: what it is, and one that runs."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from designer.launch.confine import Confinement
from designer.launch.identity import Identity
from designer.launch.layout import CHECKOUT

CHUNK_BYTES = 65536
LONGEST_LINE_BYTES = 65536
MOST_CHUNKS = 16
"""What is read of one process before the others have their turn."""


@dataclass(frozen=True)
class Process:
    """A program to run: how it starts, and how to ask whether it answers."""

    name: str
    command: tuple[str, ...]
    environ: Mapping[str, str]
    ready: Callable[[], bool] = lambda: True
    confinement: Confinement = field(default_factory=Confinement)
    keep_open: tuple[int, ...] = ()


class Child:
    """A process that was started; it leads a group, which holds what it starts itself."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.output, theirs = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
        os.set_blocking(theirs, True)
        self._popen = subprocess.Popen(
            process.confinement.wrap(process.command),
            cwd=CHECKOUT,
            env=dict(process.environ),
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=subprocess.STDOUT,
            pass_fds=process.keep_open,
            start_new_session=True,
        )
        os.close(theirs)
        self._unfinished = b""
        self.is_silent = False
        """Whether nothing more can come: all who could write have closed their end."""
        self.identity = Identity.of(self._popen.pid)
        self.ended = os.pidfd_open(self._popen.pid)
        """Becomes readable when the process has ended."""

    def read_lines(self) -> list[str]:
        """The lines that came since the last time; the start of one more is kept for later."""
        whole = self._unfinished + b"".join(self._chunks())
        *lines, self._unfinished = whole.split(b"\n")
        if len(self._unfinished) > LONGEST_LINE_BYTES or self.is_silent:
            lines.append(self._unfinished)
            self._unfinished = b""
        return [line.decode(errors="replace") for line in lines if line.strip()]

    def _chunks(self) -> Iterator[bytes]:
        for _ in range(MOST_CHUNKS):
            try:
                chunk = os.read(self.output, CHUNK_BYTES)
            except BlockingIOError:
                return
            self.is_silent = not chunk
            if self.is_silent:
                return
            yield chunk

    def ask_to_stop(self) -> None:
        """Let it finish in its own way."""
        self._popen.send_signal(signal.SIGTERM)

    def kill_group(self) -> None:
        """End it and what it started; only before `wait`: then its number may be another's."""
        os.killpg(self._popen.pid, signal.SIGKILL)

    def wait(self) -> int:
        """Take in its end: its status, or the negative number of the signal that killed it."""
        os.close(self.ended)
        os.close(self.output)
        return self._popen.wait()
