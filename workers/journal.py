"""What has been done with each lab on this host, so that nothing is done twice or too late.

One small file a lab, beside the labs: like them it is gone after a reboot.
Requests of a lab are told apart by their generation.
"""

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from workers.sandbox.lock import file_name, locked
from workers.sandbox.record import read_if_there, replace_file
from workers.sandbox.run_dir import RunDir

REMEMBERED = 200
FOLDER = "runs"
PATIENCE_S = 10.0


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of one lab: all up to `floor` is done, and what is listed beyond it."""

    changed: int = 0
    floor: int = 0
    done: frozenset[int] = frozenset()

    def is_done(self, generation: int) -> bool:
        """Tell whether a request came to its end, good or bad."""
        return generation <= self.floor or generation in self.done

    def with_done(self, generation: int) -> "Past":
        """Return the past with one more request at its end."""
        done = sorted(self.done | {generation})
        older, newer = done[:-REMEMBERED], done[-REMEMBERED:]
        return replace(self, floor=max(older, default=self.floor), done=frozenset(newer))


class Journal:
    """The files, in a folder that only workers write."""

    def __init__(self, run_dir: Path) -> None:
        self._folder = RunDir(run_dir).labs / FOLDER

    def make(self) -> None:
        """Make the folder, where labs are: like them it is seen only from there."""
        self._folder.mkdir(mode=0o700, exist_ok=True)

    def read(self, lab: str) -> Past:
        """Return what is known of a lab, which is nothing where it never was."""
        text = read_if_there(self._file(lab))
        if text is None:
            return Past()
        values = json.loads(text)
        return Past(values["changed"], values["floor"], frozenset(values["done"]))

    def note_change(self, lab: str, generation: int) -> None:
        """Write down, before anything is changed, that everything older comes too late."""
        with self._changing(lab):
            past = self.read(lab)
            self._write(lab, replace(past, changed=max(past.changed, generation)))

    def note_done(self, lab: str, generation: int) -> None:
        """Write down that a request came to its end."""
        with self._changing(lab):
            self._write(lab, self.read(lab).with_done(generation))

    @contextmanager
    def alone(self, run: str, patience_s: float) -> Iterator[None]:
        """Keep the same run, delivered twice, from being done twice at the same time."""
        file = self._folder / f"{file_name(run)}.lock"
        with locked(file, "the run", patience_s=patience_s):
            yield
            file.unlink(missing_ok=True)  # who still waits for it then finds the run done

    def _changing(self, lab: str) -> AbstractContextManager[None]:
        file = self._folder / f"{file_name(lab)}.lock"
        return locked(file, "the lab's journal", patience_s=PATIENCE_S)

    def _file(self, lab: str) -> Path:
        return self._folder / f"{file_name(lab)}.json"

    def _write(self, lab: str, past: Past) -> None:
        values = {"changed": past.changed, "floor": past.floor, "done": sorted(past.done)}
        replace_file(self._file(lab), json.dumps(values))
