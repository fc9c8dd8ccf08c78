"""One set of processes in a folder: who has it, and what a killed one left behind."""

import fcntl
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Self

from designer.launch.identity import Identity

FILE, LOCK = "up.json", "up.lock"
LONGEST_BYTES = 65536


@dataclass(frozen=True)
class Record:
    """What a set says of itself."""

    supervisor: Identity
    address: str
    children: Mapping[str, Identity] = field(default_factory=dict)

    @classmethod
    def read(cls, text: bytes) -> "Record | None":
        """What was written; a start that is under way, or was killed, may have written nothing."""
        if not text:
            return None
        told = json.loads(text)
        children = {name: Identity(**who) for name, who in told["children"].items()}
        return cls(Identity(**told["supervisor"]), told["address"], children)


class AlreadyUp(Exception):
    """Another set has the folder."""

    def __init__(self, folder: Path, record: Record | None) -> None:
        super().__init__(str(folder))
        self.folder = folder
        self.record = record


class Claim:
    """A folder of ours; the kernel takes the claim back with our death, however we die."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
        self._before = Record.read(_told(folder))
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._handle)
            raise AlreadyUp(folder, self._before) from None

    def left_behind(self) -> Iterable[tuple[str, Identity]]:
        """The processes of the set before us; none where it ended in order."""
        return self._before.children.items() if self._before else ()

    def write(self, record: Record) -> None:
        """Say who we are, and whom we started."""
        self._replace(json.dumps(asdict(record)).encode())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the folder as one in which nothing runs."""
        self._replace(b"")
        os.close(self._handle)

    def _replace(self, text: bytes) -> None:
        """As a whole, so that nobody reads half of it; only who has the claim comes here."""
        new = self._folder / f"{FILE}.new"
        new.unlink(missing_ok=True)
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644), "wb") as file:
            file.write(text)
        new.replace(self._folder / FILE)


def _told(folder: Path) -> bytes:
    try:
        handle = os.open(folder / FILE, os.O_RDONLY | os.O_NOFOLLOW)
    except FileNotFoundError:
        return b""
    with os.fdopen(handle, "rb") as file:
        return file.read(LONGEST_BYTES)
