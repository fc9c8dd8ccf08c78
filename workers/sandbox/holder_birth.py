"""How the holder comes to be: the child's side, and the words between it and its starter."""

import os
import shutil
import signal
import socket
import sys
from pathlib import Path
from typing import NoReturn

from designer.launch.enclosure import enclose
from workers.sandbox import linux
from workers.sandbox.ids import FIRST_ID
from workers.sandbox.run_dir import RunDir

NEEDS_IDS, READY, GO_ON = b"needs ids", b"ready", b"go on"
FAILED = b"failed "
CODE = Path(__file__).resolve().parents[2]
NAME = "vethwork-holder"
LONGEST_WORD = 4096


def expect(line: socket.socket, word: bytes) -> None:
    """Wait for a word; an error of the other side is raised here."""
    _hear(line.recv(LONGEST_WORD), word)


def expect_end(line: socket.socket) -> None:
    """Wait until the other side has become the holder's program, which closes the line."""
    _hear(line.recv(LONGEST_WORD), b"")


def _hear(said: bytes, wanted: bytes) -> None:
    if said.startswith(FAILED):
        errno, _, text = said.removeprefix(FAILED).decode().partition(" ")
        raise OSError(int(errno), text)
    if said != wanted:
        raise OSError(0, f"the holder ended before it was ready, after {said!r}")


def become_holder(run_dir: RunDir, mode: str, line: socket.socket) -> NoReturn:
    """Make the namespaces, then be a program that only waits."""
    try:
        os.setsid()
        linux.die_with_parent(signal.SIGKILL)
        if mode == "root":
            _make_reachable(run_dir)
        if mode != "host":
            _make_user_namespace(line)
        linux.unshare(linux.CLONE_NEWNS | (0 if mode == "host" else linux.CLONE_NEWNET))
        linux.mount("none", "/", None, linux.MS_REC | linux.MS_SLAVE)
        flags = linux.MS_NOSUID | linux.MS_NODEV | linux.MS_NOEXEC
        linux.mount("vethwork", str(run_dir.labs), "tmpfs", flags, "mode=711")
        linux.mount("none", str(run_dir.labs), None, linux.MS_PRIVATE)
        line.send(READY)
        expect(line, GO_ON)
        linux.die_with_parent(0)
        _wait_for_ever()
    except OSError as error:
        line.send(FAILED + f"{error.errno} {error.strerror}: {error.filename}".encode())
    finally:
        os._exit(1)


def _make_reachable(run_dir: RunDir) -> None:
    """Those who enter lose root's right to pass every folder, and still need Python and us."""
    prefixes = {sys.prefix, sys.base_prefix, os.path.realpath(sys.base_prefix)}
    enclose(FIRST_ID, FIRST_ID, [CODE, *map(Path, sorted(prefixes))], [run_dir.path])


def _make_user_namespace(line: socket.socket) -> None:
    linux.unshare(linux.CLONE_NEWUSER)
    linux.prctl(linux.PR_SET_DUMPABLE, 1)  # else the starter could not open our uid_map
    line.send(NEEDS_IDS)
    expect(line, GO_ON)
    os.setresgid(0, 0, 0)
    os.setresuid(0, 0, 0)
    linux.die_with_parent(signal.SIGKILL)


def _wait_for_ever() -> NoReturn:
    """A program of its own is smaller than a Python process, and shows its name in ps."""
    program = os.path.realpath(shutil.which("sleep") or "/bin/sleep")
    one_of_many = Path(program).name != "sleep"
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(nowhere, standard)
    os.chdir("/")
    os.execve(program, ["sleep" if one_of_many else NAME, "infinity"], {})  # noqa: S606
