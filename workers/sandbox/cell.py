"""A cell: a short-lived child that handles hostile text and can open no file of the host.

Its root is a folder of a few small files, its time and its memory are limited, and of all
capabilities it keeps those it is told to. What it answers comes through a pipe; when it dies of
what it was given, that is an answer as well.
"""

import os
import resource
import select
import signal
import tempfile
import time
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import NoReturn, TypeVar

from workers.sandbox import linux

PATIENCE_S = 10.0
CPU_S = 5
MORE_MEMORY_BYTES = 512 << 20
ANSWER_BYTES_MAX = 1 << 20
OPEN_FILES = 64
COPIED = ("/etc/services", "/etc/protocols")
"""By which nft knows ssh and ospf; a host without them knows numbers only."""

Prepared = TypeVar("Prepared")


class CellDied(Exception):
    """It was killed by a limit, or by what it was given."""


def in_cell(
    prepare: Callable[[], Prepared],
    work: Callable[[Prepared], bytes],
    files: Mapping[str, str],
    capabilities: Collection[int],
) -> bytes:
    """Return what `work` answers, which gets what `prepare` got before the door was closed.

    `prepare` enters namespaces and opens what is needed; `files` are in the cell's root.
    """
    with tempfile.TemporaryDirectory(prefix="vethwork-cell-") as folder:
        _furnish(Path(folder), files)
        reading, writing = os.pipe2(os.O_CLOEXEC)
        parent = os.getpid()
        child = os.fork()
        if child == 0:
            os.close(reading)
            _live(parent, writing, lambda: _do(prepare, work, folder, capabilities, writing))
        os.close(writing)
        try:
            return _hear(reading)
        finally:
            os.close(reading)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _furnish(root: Path, files: Mapping[str, str]) -> None:
    """Whoever the child becomes can read it."""
    (root / "etc").mkdir()
    for folder in (root, root / "etc"):
        folder.chmod(0o755)
    known = {name: Path(name).read_text() for name in COPIED if Path(name).exists()}
    for name, text in {**known, **files}.items():
        file = root / name.lstrip("/")
        file.write_text(text)
        file.chmod(0o644)


def _hear(reading: int) -> bytes:
    """Return all of the answer: its first byte tells that there is one."""
    deadline, heard = time.monotonic() + PATIENCE_S, b""
    while True:
        left_s = deadline - time.monotonic()
        if left_s < 0 or not select.select([reading], [], [], left_s)[0]:
            raise CellDied("it took too long")
        part = os.read(reading, ANSWER_BYTES_MAX)
        heard += part
        if not part:
            break
        if len(heard) > ANSWER_BYTES_MAX:
            raise CellDied("it answered too much")
    if heard[:1] != b"+":
        raise CellDied(heard[1:].decode(errors="replace") or "it was too much for the limits")
    return heard[1:]


def _live(parent: int, writing: int, do: Callable[[], bytes]) -> NoReturn:
    try:
        linux.die_with_parent(signal.SIGKILL)
        if os.getppid() == parent:
            os.write(writing, b"+" + do()[:ANSWER_BYTES_MAX])
    except (OSError, MemoryError) as error:
        os.write(writing, f"-{error}".encode())
    finally:
        os._exit(0)


def _do(
    prepare: Callable[[], Prepared],
    work: Callable[[Prepared], bytes],
    root: str,
    capabilities: Collection[int],
    writing: int,
) -> bytes:
    given = _open_files()
    prepared = prepare()
    _forget(given, writing)
    limits = _limits()
    linux.highest_capability()  # while there is a /proc to read it from
    os.chroot(root)
    os.chdir("/")
    for kind, limit in limits.items():
        resource.setrlimit(kind, (limit, limit))
    linux.keep_capabilities(capabilities)
    linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
    linux.die_with_parent(signal.SIGKILL)
    return work(prepared)


def _open_files() -> list[int]:
    """Return them without the one by which they are listed, whose number is free again."""
    listed = (int(name) for name in os.listdir("/proc/self/fd"))  # noqa: PTH208 - numbers
    return [handle for handle in listed if Path(f"/proc/self/fd/{handle}").is_symlink()]


def _forget(handles: Collection[int], kept: int) -> None:
    """Close what the parent had open; nothing that a library says is heard."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    for handle in handles:
        if handle > 2 and handle != kept:  # noqa: PLR2004 - beyond standard error
            os.close(handle)


def _limits() -> Mapping[int, int]:
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    return {
        resource.RLIMIT_AS: used + MORE_MEMORY_BYTES,
        resource.RLIMIT_CPU: CPU_S,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NPROC: 0,
    }
