"""User-mode Linux: a kernel that runs as an ordinary program, on this host's own files."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from workers.sandbox import linux

PROGRAM = "linux.uml"
MODULES = Path("/usr/lib/uml/modules")
PACKAGE = "user-mode-linux"
INIT = Path(__file__).with_name("init.sh")
MEMORY_BYTES = 1 << 30
FAST_FOLDER = Path("/dev/shm")  # noqa: S108 - where the guest's memory lies, if it has the room
GRACE_S = 5.0
TAIL_LINES = 40


@dataclass(frozen=True)
class Ended:
    """How a job ended; `status` is None when the machine went down before the job's end."""

    status: int | None
    output: str
    console: str

    def __str__(self) -> str:
        """Say what is known, the end of each text."""
        how = "went down on the way" if self.status is None else f"ended with {self.status}"
        return (
            f"the second kernel's job {how}\n"
            f"--- its output ---\n{_tail(self.output)}\n--- the console ---\n{_tail(self.console)}"
        )


def is_installed() -> bool:
    """Tell whether this host has user-mode Linux with its modules, and what loads them."""
    programs = all(shutil.which(one, path=_path()) for one in (PROGRAM, "modprobe"))
    return programs and MODULES.is_dir()


class Machine:
    """Boots at once and does a job in a folder, while whoever made it does something else.

    `share` is /run/share in there.
    """

    def __init__(
        self, share: Path, folder: Path, command: Sequence[str], environ: Mapping[str, str]
    ) -> None:
        self.share = share
        _write_job(share, folder, command, environ)
        self._began_s = time.monotonic()
        self._uml_dir = tempfile.TemporaryDirectory()
        with (share / "console").open("wb") as console:
            self._process = subprocess.Popen(
                _boot(share, self._uml_dir.name),
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                env={"PATH": _path(), "TMPDIR": _memory_folder()},
                start_new_session=True,
                preexec_fn=lambda: linux.die_with_parent(signal.SIGTERM),  # noqa: PLW1509 - one call
            )

    def wait(self, limit_s: float) -> Ended:
        """Wait until the job is done, or so long since the boot that it never will be."""
        try:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(max(limit_s - (time.monotonic() - self._began_s), 0))
        finally:
            self.end()
        share = self.share
        return Ended(_status(share), _text(share / "output"), _text(share / "console"))

    def end(self) -> None:
        """Leave no process of it, whatever state it is in."""
        _end(self._process)
        self._uml_dir.cleanup()


def run(
    share: Path, folder: Path, command: Sequence[str], environ: Mapping[str, str], limit_s: float
) -> Ended:
    """Boot, run a command in a folder, halt."""
    return Machine(share, folder, command, environ).wait(limit_s)


def _boot(share: Path, uml_dir: str) -> list[str]:
    return [
        PROGRAM,
        *("root=/dev/root", "rootfstype=hostfs", "rootflags=/", "rw", "init=/bin/sh"),
        *("con=null", "con0=null,fd:1", "con1=null", "quiet", f"mem={MEMORY_BYTES >> 20}M"),
        f"uml_dir={uml_dir}",
        f"VETHWORK_SHARE={share}",
        "--",  # what follows is init's
        str(INIT),
    ]


def _write_job(
    share: Path, folder: Path, command: Sequence[str], environ: Mapping[str, str]
) -> None:
    settings = [f"{name}={value}" for name, value in environ.items()]
    job = shlex.join(["env", "-i", *settings, *command])
    (share / "job").write_text(f"cd {shlex.quote(str(folder))} && exec {job}\n")
    kept = {str(folder), sys.prefix, sys.base_prefix}
    (share / "kept").write_text("".join(f"{one}\n" for one in sorted(kept) if _in_tmp(one)))
    (share / "python").symlink_to(sys.executable)


def _in_tmp(folder: str) -> bool:
    return folder.startswith("/tmp/")  # noqa: S108 - asked about, not written to


def _end(process: subprocess.Popen[bytes]) -> None:
    """Whatever state it is in: no process of the machine is left."""
    if process.poll() is None:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(GRACE_S)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _memory_folder() -> str:
    """The guest's memory is a file, which must not outgrow its file system."""
    roomy = FAST_FOLDER.is_dir() and shutil.disk_usage(FAST_FOLDER).free > MEMORY_BYTES
    return str(FAST_FOLDER if roomy else tempfile.gettempdir())


def _path() -> str:
    return f"{os.environ.get('PATH', os.defpath)}:/usr/local/sbin:/usr/sbin:/sbin"


def _status(share: Path) -> int | None:
    text = _text(share / "status").strip()
    return int(text) if text else None


def _text(file: Path) -> str:
    return file.read_text(errors="replace") if file.exists() else ""


def _tail(text: str) -> str:
    return "\n".join(text.splitlines()[-TAIL_LINES:])
