"""Entering the holder's namespaces: from then on a process has no privilege on the host."""

import os
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from designer.topology.sentence import say
from workers.errors import HostRefused
from workers.sandbox import linux
from workers.sandbox.holder import Holder, Mode, ensure_holder, find_holder
from workers.sandbox.ids import FIRST_ID, LAB_FIRST_ID, IdMap, lab_ids, same_ids
from workers.sandbox.run_dir import RunDir

GC_THRESH3 = Path("/proc/sys/net/ipv4/neigh/default/gc_thresh3")
"""How many neighbours all namespaces of the host together may know; only the host shows it."""


@dataclass(frozen=True)
class Host:
    """Where this process now is. `gc_thresh3` is 0 when it was already inside when asked."""

    run_dir: RunDir
    mode: Mode
    gc_thresh3: int

    @property
    def allows_host_namespace(self) -> bool:
        """Tell whether labs may have parts in the host's own namespace."""
        return self.mode == "host"

    def ids_of_lab(self, slot: int) -> IdMap:
        """Return the ids that a lab's user namespace has."""
        match self.mode:
            case "root":
                return lab_ids(slot, LAB_FIRST_ID)
            case "host":
                return lab_ids(slot, FIRST_ID + LAB_FIRST_ID)
            case "rootless":
                return same_ids()


_here: Host | None = None


def enter(run_dir: Path, *, host_namespace: bool = False, groups: tuple[int, ...] = ()) -> Host:
    """Go where labs are; to be called once, early, by a process with a single thread.

    `groups` are host groups to stay in, for files that only they may read; the ids of the user
    namespace do not cover them, so there is no way back to them once they are given up.
    """
    global _here  # noqa: PLW0603 - it is a fact about the process, not about a caller
    if _here is None:
        place = RunDir(run_dir)
        most_neighbours = _most_neighbours()
        holder = ensure_holder(place, host_namespace=host_namespace)
        if not _is_inside(holder):
            _go_inside(place, holder, groups)
        _here = Host(place, holder.mode, most_neighbours)
    if _here.run_dir.path != run_dir:
        raise HostRefused(
            say(
                "this process is in {path}: start another for {run_dir}",
                path=_here.run_dir.path,
                run_dir=run_dir,
            )
        )
    return _here


def here() -> Host:
    """Return where this process has entered; not to have done so is a bug."""
    assert _here is not None, "enter() comes first"  # noqa: S101
    return _here


def _most_neighbours() -> int:
    with suppress(FileNotFoundError):
        return int(GC_THRESH3.read_text())
    return 0


def _is_inside(holder: Holder) -> bool:
    return Path("/proc/self/ns/mnt").samefile(f"/proc/{holder.pid}/ns/mnt")


def _go_inside(run_dir: RunDir, holder: Holder, groups: tuple[int, ...]) -> None:
    folder, last_signal = Path.cwd(), linux.signal_at_parents_death()
    kinds = ("mnt",) if holder.mode == "host" else ("user", "net", "mnt")
    handles = [os.open(f"/proc/{holder.pid}/ns/{kind}", os.O_RDONLY) for kind in kinds]
    if find_holder(run_dir) != holder:
        raise HostRefused(say("the holder ended just now: try again"))
    if holder.mode == "root":
        os.setgroups(groups)
    assert threading.active_count() == 1, "the kernel moves no process with threads"  # noqa: S101
    for handle in handles:
        linux.setns(handle, 0)
        os.close(handle)
    if holder.mode != "host":
        _become_root_inside()
        linux.die_with_parent(last_signal)
    with suppress(OSError):
        os.chdir(folder)


def _become_root_inside() -> None:
    os.setresgid(0, 0, 0)
    os.setresuid(0, 0, 0)
    linux.prctl(linux.PR_SET_DUMPABLE, 1)  # else our own /proc/self would be closed to us
