"""One lab that is watched: where something changed, and how it then differs from its drawing."""

import os
from dataclasses import dataclass
from pathlib import Path

from designer.plan.drift import Difference, differences
from designer.state.host_state import HostState
from designer.state.namespace import HOST_NAMESPACE, Namespace
from designer.state.passing import Passing, with_passing
from designer.topology.topology import Topology
from workers.engine import DOCUMENT
from workers.kernel.notices import Notices
from workers.kernel.sight import PartOfLab
from workers.kernel.sockets import Sockets
from workers.reading import Reading, Readings
from workers.sandbox.host import Host
from workers.sandbox.lab import Lab
from workers.sandbox.manifest import FILE_NAME, PASSING_FILE, read_phase
from workers.sandbox.record import read_if_there
from workers.sandbox.slots import slot_folder

QUIET_S = 0.1
"""Whoever types has often not finished with one change; and all it takes is told together."""

Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Drift:
    """How a lab differs from its drawing."""

    reading: Reading
    observed: HostState
    differences: tuple[Difference, ...]


class WatchedLab:
    """Looks again only where the kernel said that something changed."""

    def __init__(self, host: Host, key: str, slot: int, readings: Readings) -> None:
        self.key = key
        self.notices = Notices()
        self._host = host
        self._folder = slot_folder(host, slot)
        self._readings = readings
        self._watched: dict[str, int] = {}
        self._lacks_some = False
        self._noisy: set[str] = set()
        self._seen = HostState()
        self._passing: dict[str, Passing] = {}
        self._stamps: dict[str, Stamp | None] = {}
        self._reading: Reading | None = None
        self.due_s: float | None = None

    @property
    def folder(self) -> Path:
        """Where what is known of it is written down."""
        return self._folder

    @property
    def topology(self) -> Topology | None:
        """The drawing that runs, None where none is known as yet."""
        return self._reading.topology if self._reading is not None else None

    def desired(self, node: str) -> Namespace | None:
        """Return what a node should have by that drawing."""
        return self._reading.state.namespaces.get(node) if self._reading is not None else None

    def at_this_moment(self) -> HostState:
        """Return what was seen last, with what comes and goes by itself, as leases do."""
        return with_passing(self._seen, self._passing)

    def close(self) -> None:
        """Watch no more."""
        self.notices.close()

    def hear(self, now_s: float) -> None:
        """Take in what the kernel told, and look there when it has been quiet for a moment."""
        found = self.notices.read()
        if found:
            self._noisy |= found
            self._call(now_s)

    def look_at_folder(self, now_s: float) -> None:
        """Take in what was written down: namespaces that came and went, an apply that ended."""
        if self._is_new(FILE_NAME) or self._lacks_some:
            self._watch_namespaces()
            self._call(now_s)
        if self._is_new(PASSING_FILE):
            self._call(now_s)

    def _call(self, now_s: float) -> None:
        if self.due_s is None:
            self.due_s = now_s + QUIET_S

    def settle(self, now_s: float) -> Drift | None:
        """Look where something changed; None while somebody of ours is changing it."""
        self.due_s = None
        progress = _stamp(self._folder / PASSING_FILE)
        if progress is None or read_phase(self._folder) != "applied":
            return None  # the end of it is written down, which we hear of
        reading = self._read_document()
        if reading is None or HOST_NAMESPACE in reading.state.namespaces:
            return None
        noisy = set(self._noisy)
        if noisy and not self._observe(noisy, reading):
            return None
        if _stamp(self._folder / PASSING_FILE) != progress:
            self._call(now_s)
            return None
        self._noisy -= noisy
        found = differences(reading.state, self._seen, reading.topology)
        return Drift(reading, self._seen, found)

    def _observe(self, names: set[str], reading: Reading) -> bool:
        lab = Lab.find(self._host, self.key, names=())
        if lab is None:
            return False
        with lab, Sockets() as sockets:
            part = PartOfLab(lab, sockets, self._seen, (reading.state,))
            part.widen(names)
            observation = part.look()
        state = observation.state
        self._passing = {n: one for n, one in self._passing.items() if n not in names}
        self._passing |= observation.passing
        there = {n: one for n, one in state.namespaces.items() if n in self._watched}
        self._seen = HostState(there)
        return True

    def _watch_namespaces(self) -> None:
        """Have the kernel tell of those that are new; one of the same name may be another one."""
        lab = Lab.find(self._host, self.key)
        if lab is None:
            return
        with lab:
            found = {n: os.fstat(fd).st_ino for n, fd in lab.own_namespaces().items()}
            self._lacks_some = len(found) < len(lab.manifest.pins)  # written down before made
            for name, inode in found.items():
                if self._watched.get(name) != inode:
                    self.notices.watch(name, lab.namespaces[name])
                    self._noisy.add(name)
        self._watched = found
        kept = {n: one for n, one in self._seen.namespaces.items() if n in found}
        self._seen = HostState(kept)

    def _read_document(self) -> Reading | None:
        if self._is_new(DOCUMENT):
            text = read_if_there(self._folder / DOCUMENT) or ""
            self._reading = self._readings.of_document(self.key, text)
        return self._reading

    def _is_new(self, name: str) -> bool:
        stamp = _stamp(self._folder / name)
        is_new = stamp != self._stamps.get(name)
        self._stamps[name] = stamp
        return is_new


def _stamp(file: Path) -> Stamp | None:
    """Return what is another for every file that takes the place of this one."""
    try:
        found = file.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
