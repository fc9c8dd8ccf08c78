"""The tests in two parts at the same time: most of them wait for the kernel or a browser.

The part that starts the whole program has the host; the other has a network namespace of its own,
so that neither sees what the other does. Only root can have that so easily.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from typing import BinaryIO

from designer.launch.layout import CHECKOUT

WHOLE_PROGRAM = "stack or browser"
"""The marks of the tests that start it."""

APART = (
    *("unshare", "--net", "--mount", "sh", "-c"),
    'ip link set lo up && mount -t sysfs sysfs /sys && exec "$@"',
    "sh",
)
"""/sys shows the network namespace in which it was mounted (sysfs(5))."""

SUMMARY = b"short test summary info"
LONGEST_TAIL_BYTES = 1 << 20


def can_be_apart() -> bool:
    """Tell whether there can be two parts here."""
    return os.geteuid() == 0 and all(map(shutil.which, ("unshare", "ip")))


def run_both(pytest: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run both to their ends; show one as it goes on, then the other, then the first's summary."""
    rest = [*APART, *pytest, "-m", f"not ({WHOLE_PROGRAM})"]
    with (
        tempfile.TemporaryFile() as kept,
        _start([*pytest, "-m", WHOLE_PROGRAM], environ, kept) as whole,
    ):
        with _start(rest, environ, subprocess.PIPE) as shown:
            tail = _pass_on(shown)
        whole.wait()
        kept.seek(0)
        _write(b"\n" + kept.read())
    _write(_summary(tail))
    return shown.returncode or whole.returncode


def _start(
    command: Sequence[str], environ: Mapping[str, str], output: BinaryIO | int
) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command, cwd=CHECKOUT, env=environ, stdout=output, stderr=subprocess.STDOUT
    )


def _pass_on(process: "subprocess.Popen[bytes]") -> bytes:
    """Show what it writes, as it comes; return the end of it."""
    assert process.stdout is not None  # noqa: S101 - it was started with a pipe
    tail = b""
    while data := os.read(process.stdout.fileno(), 1 << 16):
        _write(data)
        tail = (tail + data)[-LONGEST_TAIL_BYTES:]
    process.wait()
    return tail


def _summary(tail: bytes) -> bytes:
    """Return what failed, and the last line that counts it all."""
    lines = tail.splitlines(keepends=True)
    starts = [number for number, line in enumerate(lines) if SUMMARY in line]
    return b"".join(lines[starts[-1] if starts else -1 :])


def _write(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.flush()
