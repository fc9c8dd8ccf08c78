"""Real sets of processes, each with folders of its own, and the certainty that they end."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from designer.launch.confine import Confinement

CHECKOUT = Path(__file__).resolve().parents[2]
SMALL_PROGRAMS = CHECKOUT / "tests" / "launch" / "small_programs.py"
PATIENCE_S = 30.0


@dataclass
class Up:
    """A running `up`, its folders and what it printed."""

    process: subprocess.Popen[str]
    folder: Path
    output: Path

    @property
    def run(self) -> Path:
        """The run directory."""
        return self.folder / "run"

    @property
    def state(self) -> Path:
        """The state directory."""
        return self.folder / "state"

    def printed(self) -> str:
        """Everything so far."""
        return self.output.read_text()

    def wait_for(self, pattern: str) -> re.Match[str]:
        """Wait until it printed what matches."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            if match := re.search(pattern, self.printed()):
                return match
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        match = re.search(pattern, self.printed())
        assert match, f"no {pattern!r} in:\n{self.printed()}"
        return match

    def wait_until_ready(self) -> str:
        """Wait for the welcome; the address to open."""
        self.wait_for("Ctrl-C ends")
        return self.wait_for(r"later: (\S+)").group(1)

    def processes(self) -> dict[int, str]:
        """All processes of the set on this machine, whoever started them."""
        return processes_of(self.run)

    def wait_until_gone(self) -> bool:
        """Whether soon none of them is left."""
        deadline = time.monotonic() + PATIENCE_S
        while self.processes() and time.monotonic() < deadline:
            time.sleep(0.05)
        return not self.processes()

    def interrupt(self) -> int:
        """Press Ctrl-C, and wait for the end."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE_S)


def processes_of(run: Path) -> dict[int, str]:
    """Pid and command line of each process that was told this run directory, or listens in it."""
    found = {}
    for entry in Path("/proc").iterdir():
        try:
            command = (entry / "cmdline").read_bytes()
            told = command + (entry / "environ").read_bytes()
            if entry.name.isdecimal() and os.fsencode(run) in told:
                found[int(entry.name)] = command.replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
    return found


StartUp = Callable[..., Up]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a short path, for a socket's path has 107 bytes at most."""
    with tempfile.TemporaryDirectory(prefix="vw-") as name:
        yield Path(name)


@pytest.fixture
def start_up(folder: Path) -> Iterator[StartUp]:
    """Start sets of small programs; at the end none of them may be left."""
    yield from starter_of([sys.executable, str(SMALL_PROGRAMS)], folder)


def starter_of(program: list[str], folder: Path) -> Iterator[StartUp]:
    """Give what starts the program's sets in the folder, and end all of them afterwards."""
    started: list[Up] = []

    def start(
        *options: str, port: int = 0, starter: Confinement | None = None, **environ: str
    ) -> Up:
        output = folder / f"output-{len(started)}"
        places = (f"--run-dir={folder / 'run'}", f"--state-dir={folder / 'state'}")
        command = [*program, *places, f"--port={port}", *options]
        with output.open("w") as stream:
            process = subprocess.Popen(
                starter.wrap(command) if starter else command,
                cwd=CHECKOUT,
                env={**os.environ, **environ, "PYTHONPATH": str(CHECKOUT)},
                stdout=stream,
                stderr=subprocess.STDOUT,
                text=True,
            )
        started.append(Up(process, folder, output))
        return started[-1]

    yield start
    for up in started:
        if up.process.poll() is None:
            up.interrupt()
    left = processes_of(folder)
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    assert not left
