"""The tests in parts, two at the same time: most of them wait for the kernel or a browser.

The part that starts the whole program has the host; each other has a network namespace of its own,
so that none sees what another does. Only root can have that so easily.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from designer.launch.confine import Confinement
from designer.launch.layout import CHECKOUT

WHOLE_PROGRAM = "stack or browser"
"""The marks of the tests that start it."""

APART = (
    *("unshare", "--net", "--mount", "sh", "-c"),
    'ip link set lo up && mount -t sysfs sysfs /sys && exec "$@"',
    "sh",
)
"""/sys shows the network namespace in which it was mounted (sysfs(5))."""

AT_ONCE = 2
SUMMARY = b"short test summary info"


@dataclass(frozen=True)
class Part:
    """Tests that one pytest runs: which they are, and whether the host must not see them."""

    chosen: tuple[str, ...]
    is_apart: bool = True


@dataclass(frozen=True)
class Ended:
    """What a part wrote, and its status."""

    said: bytes
    status: int

    @property
    def summary(self) -> bytes:
        """What failed, and the last line that counts it all."""
        lines = self.said.splitlines(keepends=True)
        starts = [number for number, line in enumerate(lines) if SUMMARY in line]
        return b"".join(lines[starts[-1] if starts else -1 :])


REST = ("-m", f"not ({WHOLE_PROGRAM} or kernel)")
TOPOLOGY = ("tests/topology",)
SHORT = ("tests/cli", "tests/plan", "tests/state", "tests/web")

PARTS = (
    Part(("-m", f"kernel and not ({WHOLE_PROGRAM})")),
    Part(("-m", WHOLE_PROGRAM), is_apart=False),
    Part((*REST, *(f"--ignore={folder}" for folder in TOPOLOGY + SHORT))),
    Part((*REST, *SHORT)),
    Part((*REST, *TOPOLOGY)),
)
"""The two longest first; whichever ends before the other goes on with the short ones."""


def can_be_apart() -> bool:
    """Tell whether there can be parts here."""
    return os.geteuid() == 0 and all(map(shutil.which, ("unshare", "ip")))


def run_parts(
    pytest: Sequence[str], environ: Mapping[str, str], parts: Sequence[Part] = PARTS
) -> int:
    """Run all to their ends; show the first as it goes on, then the others, then what failed."""
    unconfined = Confinement()  # and yet it does not outlive this process

    def run(part: Part) -> Ended:
        start = APART if part.is_apart else ()
        with subprocess.Popen(
            unconfined.wrap([*start, *pytest, *part.chosen]),
            cwd=CHECKOUT,
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as process:
            said = b"".join(_pass_on(_read(process), is_shown=part is parts[0]))
        return Ended(said, process.returncode)

    ended = []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for part, one in zip(parts, pool.map(run, parts), strict=True):
            if part is not parts[0]:
                _write(b"\n" + one.said)
            ended.append(one)
    _write(b"\n" + b"".join(one.summary for one in ended))
    return next((one.status for one in ended if one.status), 0)


def _read(process: "subprocess.Popen[bytes]") -> Iterator[bytes]:
    assert process.stdout is not None  # noqa: S101 - it was started with a pipe
    while data := os.read(process.stdout.fileno(), 1 << 16):
        yield data


def _pass_on(chunks: Iterator[bytes], *, is_shown: bool) -> Iterator[bytes]:
    for chunk in chunks:
        if is_shown:
            _write(chunk)
        yield chunk


def _write(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.flush()
