"""Become another program that has no more than it needs and does not outlive its starter.

Run as `python -m designer.launch.confine CONFINEMENT COMMAND…`.
"""

import json
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from designer.launch import linux
from designer.launch.enclosure import enclose

HIGHEST_CAPABILITY = Path("/proc/sys/kernel/cap_last_cap")
CANNOT_CONFINE = 126


@dataclass(frozen=True)
class Confinement:
    """What a program may be and reach; without a uid it stays what its starter is."""

    uid: int | None = None
    gid: int | None = None
    read_only: tuple[str, ...] = ()
    writable: tuple[str, ...] = ()

    def wrap(self, command: Sequence[str]) -> list[str]:
        """The command that starts the other one confined."""
        wanted = json.dumps({"starter": os.getpid(), **asdict(self)})
        return [sys.executable, "-m", "designer.launch.confine", wanted, *command]


def main(arguments: Sequence[str]) -> None:
    """Give everything up, in the order that leaves no way back, and start the program."""
    wanted = json.loads(arguments[0])
    starter = wanted.pop("starter")
    confinement = Confinement(**wanted)
    try:
        if confinement.uid is not None:
            give_up_privilege(confinement)
        linux.prctl(
            linux.PR_SET_PDEATHSIG, signal.SIGTERM
        )  # after the change of uid, which clears it
        if os.getppid() == starter:
            os.execvp(arguments[1], list(arguments[1:]))  # noqa: S606
    except OSError as error:
        print(f"cannot start {arguments[1]}: {error}", file=sys.stderr)
        sys.exit(CANNOT_CONFINE)


def give_up_privilege(confinement: Confinement) -> None:
    """Reach what is needed, then lose uid, groups, every capability and the ways to regain them."""
    if os.geteuid() == 0 and confinement.uid is not None and confinement.gid is not None:
        read_only, writable = map(Path, confinement.read_only), map(Path, confinement.writable)
        enclose(confinement.uid, confinement.gid, read_only, writable)
        os.chdir(Path.cwd())  # the same path, which may be another mount now
        for capability in range(int(HIGHEST_CAPABILITY.read_text()) + 1):
            linux.prctl(linux.PR_CAPBSET_DROP, capability)
        os.setgroups([])
        os.setresgid(confinement.gid, confinement.gid, confinement.gid)
        os.setresuid(confinement.uid, confinement.uid, confinement.uid)
    linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)


if __name__ == "__main__":
    main(sys.argv[1:])
