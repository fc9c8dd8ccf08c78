"""FRR's daemons as one service: all end when one does, and take their routes along."""

import os
import shutil
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from designer.state.service import Frr
from workers.keeper.room import Lines

FOLDERS = ("/usr/lib/frr", "/usr/libexec/frr", "/usr/sbin")
"""Where Debian, Fedora and others have the daemons."""

RUN = Path("/run/frr")
HEAD = "frr defaults datacenter\nlog stdout informational\n"
NOT_FOUND = 127
TICK_S, SETTLES_S, STABLE_S, MOST_S, GOODBYE_S = 0.1, 9.0, 1.5, 14.0, 1.0
"""Neighbours of OSPF wait for each other as long as one may be silent, three seconds here."""


def run(service: Frr, lines: Lines) -> NoReturn:
    """Run them until one ends; ready when they have had the time to find each other."""
    signal.signal(signal.SIGTERM, _say_goodbye)
    RUN.mkdir()
    pids: list[int] = []
    status = 0
    try:
        for name, config in configurations(service).items():
            (RUN / f"{name}.conf").write_text(HEAD + config)
            pids.append(_start(_find(name), name, lines))
            _await_socket(name)
        _settle(pids, lines)
        lines.ready()
        _, status = os.waitpid(-1, 0)
    except _Goodbye:
        _end(pids)
    os._exit(os.waitstatus_to_exitcode(status) & 0xFF or 1)


def configurations(service: Frr) -> dict[str, str]:
    """Return the daemons to run, zebra first, for the others tell it their routes."""
    said = {"ospfd": service.ospf, "bgpd": service.bgp}
    return {"zebra": ""} | {name: config for name, config in said.items() if config}


class _Goodbye(Exception):
    """The keeper wants this service to end."""


def _say_goodbye(*_: object) -> NoReturn:
    raise _Goodbye


def _find(name: str) -> str:
    found = shutil.which(name, path=":".join(FOLDERS))
    if found is None:
        os.write(2, f"{name}: not found\n".encode())
        os._exit(NOT_FOUND)
    return found


def _start(program: str, name: str, lines: Lines) -> int:
    """Start a daemon in the foreground, as the root that it would otherwise give up."""
    words = [
        program,
        "--config_file",
        str(RUN / f"{name}.conf"),
        "--user",
        "root",
        "--group",
        "root",
    ]
    words += ["--vty_socket", str(RUN), "--socket", str(RUN / "zserv.api"), "--vty_port", "0"]
    words += ["--pid_file", str(RUN / f"{name}.pid"), "--log", "stdout"]
    pid = os.fork()
    if pid == 0:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        for handle in lines.pipes:
            os.close(handle)
        os.execv(program, words)  # noqa: S606 - no shell is wanted
    return pid


def _await_socket(name: str) -> None:
    """A daemon has read its configuration when it listens for vtysh(8)."""
    deadline = time.monotonic() + SETTLES_S
    while not (RUN / f"{name}.vty").exists() and time.monotonic() < deadline:
        time.sleep(TICK_S)


def _settle(pids: Sequence[int], lines: Lines) -> None:
    """Wait until the routes have not changed for a while."""
    began = time.monotonic()
    known, since = _routes(), began
    while (now := time.monotonic()) - began < MOST_S:
        if now - began > SETTLES_S and now - since > STABLE_S:
            break
        if (found := _routes()) != known:
            known, since = found, now
        if any(os.waitpid(pid, os.WNOHANG)[0] for pid in pids):
            os._exit(1)
        time.sleep(TICK_S)
    lines.note(f"{len(known)} routes")


def _routes() -> list[str]:
    return Path("/proc/net/route").read_text().splitlines()[1:]


def _end(pids: Sequence[int]) -> None:
    """The last one started ends first, and zebra takes the routes out of the kernel."""
    for pid in reversed(pids):
        os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + GOODBYE_S
    for pid in pids:
        while time.monotonic() < deadline and not os.waitpid(pid, os.WNOHANG)[0]:
            time.sleep(TICK_S / 10)
