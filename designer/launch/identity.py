"""A process told apart from a later one that got its number."""

from dataclasses import dataclass
from pathlib import Path

STATE, STARTED_AT = 0, 19
"""Places in /proc/PID/stat, counted from after the command's name."""


@dataclass(frozen=True)
class Identity:
    """A process id with the moment the process started: which boot, and how many ticks after."""

    pid: int
    started_at: int
    boot: str

    @classmethod
    def of(cls, pid: int) -> "Identity":
        """Who has the number now."""
        return cls(pid, int(_fields(pid)[STARTED_AT]), _boot())

    def is_alive(self) -> bool:
        """Whether it still runs; a dead one that nobody has waited for does not."""
        try:
            fields = _fields(self.pid)
        except (FileNotFoundError, ProcessLookupError):
            return False
        same = int(fields[STARTED_AT]) == self.started_at and _boot() == self.boot
        return same and fields[STATE] not in {"Z", "X"}


def _boot() -> str:
    return Path("/proc/sys/kernel/random/boot_id").read_text().strip()


def _fields(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
