"""An examination of this host: its kernel, its limits, its programs; nothing is changed."""

import os
import resource
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from designer.state.capability import CAPABILITIES, FOR_ANY_LAB, PROGRAMS, Capability, Program
from workers.capabilities import find_program
from workers.errors import HostRefused
from workers.kernel.capability_query import ask_in_user_namespace, ask_kernel
from workers.sandbox.open_files import FILES_A_NAMESPACE, FILES_OF_OURS

PROC_SYS = Path("/proc/sys")
LARGE_LAB = 1000
"""Nodes: the lab for which limits are judged."""

State = Literal["ok", "optional", "missing"]
Kind = Literal["kernel", "limit", "program"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `optional` is missing and only some drawings need it.

    `told` is what was found, `fix` what to do about it.
    """

    kind: Kind
    name: str
    what: str
    state: State
    told: str = ""
    fix: str = ""


def examine() -> Iterator[Finding]:
    """Yield all that was found."""
    yield from _kernel()
    yield from _limits()
    yield from map(_program, PROGRAMS.values())


def _kernel() -> Iterator[Finding]:
    who = "root" if os.geteuid() == 0 else "an ordinary user"
    what = f"user and network namespaces, as {who}"
    try:
        ask_in_user_namespace(FOR_ANY_LAB)  # labs stand in one, root's as well
        able = ask_kernel()
    except HostRefused as refusal:
        yield Finding("kernel", "namespaces", what, "missing", "", str(refusal))
        return
    yield Finding("kernel", "namespaces", what, "ok")
    for capability in CAPABILITIES.values():
        yield _capability(capability, capability.name in able)


def _capability(capability: Capability, able: bool) -> Finding:
    if able:
        return Finding("kernel", capability.name, capability.what, "ok")
    state: State = "missing" if capability.name in FOR_ANY_LAB else "optional"
    return Finding("kernel", capability.name, capability.what, state, "", capability.fix)


def _limits() -> Iterator[Finding]:
    yield _open_files()
    yield _at_least(
        "net.ipv4.neigh.default.gc_thresh3",
        "neighbours that all nodes together may know",
        LARGE_LAB * 10,
    )
    yield _at_least("fs.inotify.max_user_instances", "inotify instances", 128)
    yield _at_least("kernel.pty.max", "terminals", LARGE_LAB)
    yield _at_least("user.max_net_namespaces", "network namespaces of a user", LARGE_LAB)


def _open_files() -> Finding:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    enough = FILES_OF_OURS + FILES_A_NAMESPACE * LARGE_LAB
    fix = f"ulimit -Hn {enough} as root, or LimitNOFILE={enough} in a systemd unit"
    return _limit("open_files", "open files", most, enough, fix)


def _at_least(setting: str, what: str, enough: int) -> Finding:
    file = PROC_SYS / setting.replace(".", "/")
    if not file.exists():  # only the host's first namespace shows some
        return Finding("limit", setting, what, "ok", "not shown here")
    return _limit(setting, what, int(file.read_text()), enough, f"sysctl -w {setting}={enough}")


def _limit(name: str, what: str, found: int, enough: int, fix: str) -> Finding:
    told = f"{found}, and a lab of {LARGE_LAB} nodes takes some {enough}"
    if found >= enough:
        return Finding("limit", name, what, "ok", str(found))
    return Finding("limit", name, what, "optional", told, f"for large labs, run as root: {fix}")


def _program(program: Program) -> Finding:
    path = find_program(program.name)
    if path:
        return Finding("program", program.name, program.what, "ok", path)
    return Finding("program", program.name, program.what, "optional", "", program.fix)
