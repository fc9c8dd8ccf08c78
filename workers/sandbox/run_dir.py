"""The folder on the host that everything of one installation hangs on."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class RunDir:
    """Its places; labs are in a file system that only the holder's mount namespace sees."""

    path: Path

    @property
    def holder_record(self) -> Path:
        """Who the holder is."""
        return self.path / "holder.json"

    @property
    def holder_lock(self) -> Path:
        """Held while the holder is started or ended."""
        return self.path / "holder.lock"

    @property
    def labs(self) -> Path:
        """Where labs are, once the holder's namespaces are entered."""
        return self.path / "labs"

    @property
    def locks(self) -> Path:
        """One lock file a lab, which survives its lab so that nobody locks a lost file."""
        return self.path / "locks"

    def make(self) -> None:
        """Make what is missing."""
        self.path.mkdir(mode=0o755, parents=True, exist_ok=True)
        self.labs.mkdir(mode=0o755, exist_ok=True)
        self.locks.mkdir(mode=0o700, exist_ok=True)


def usual_run_dir() -> Path:
    """Return the folder that was asked for by variable, else the one of this user."""
    if chosen := os.environ.get("VETHWORK_RUN_DIR"):
        return Path(chosen).absolute()
    if os.geteuid() == 0:
        return Path("/run/vethwork")
    if session := os.environ.get("XDG_RUNTIME_DIR"):
        return Path(session) / "vethwork"
    return Path(f"/tmp/vethwork-{os.geteuid()}")  # noqa: S108 - its owner is checked before use


def wants_host_namespace() -> bool:
    """Tell whether labs may have parts in the host's own namespace."""
    return os.environ.get("VETHWORK_HOST_NAMESPACE", "") not in {"", "0", "false", "no"}
