"""Processes as /proc shows them."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

STATE_FIELD, START_FIELD = 0, 19
"""Fields of proc_pid_stat(5), counted from the one after the command's name."""


@dataclass(frozen=True)
class Process:
    """One process and no later one with the same number: its start time goes with it."""

    pid: int
    start_time: int

    def is_alive(self) -> bool:
        """Tell whether it still runs; a zombie does not."""
        fields = stat_fields(self.pid)
        return (
            fields is not None
            and int(fields[START_FIELD]) == self.start_time
            and fields[STATE_FIELD] not in "ZX"
        )


def process(pid: int) -> Process | None:
    """Return the process that has the number now."""
    fields = stat_fields(pid)
    return Process(pid, int(fields[START_FIELD])) if fields else None


def stat_fields(pid: int) -> list[str] | None:
    """Return the fields of /proc/PID/stat after the command, or None without such a process."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return text.rpartition(")")[2].split()


def is_stopped(pid: int) -> bool:
    """Tell whether a process has been stopped, as by SIGSTOP or a debugger."""
    fields = stat_fields(pid)
    return fields is not None and fields[STATE_FIELD] in "Tt"


def pids() -> Iterator[int]:
    """Yield the number of every process that can be seen."""
    return (int(entry.name) for entry in os.scandir("/proc") if entry.name.isdigit())


def namespace_inode(pid: int, kind: str) -> int:
    """Return which namespace of a kind a process is in, 0 where that may not be seen."""
    with suppress(OSError, ValueError):
        target = os.readlink(f"/proc/{pid}/ns/{kind}")  # noqa: PTH115 - asked of all processes
        return int(target.partition("[")[2].rstrip("]"))
    return 0
