"""Hearing that labs came, went, or were applied: from the folders in which that is written down."""

import os
from contextlib import suppress
from pathlib import Path

from workers.sandbox import linux

IN_MOVED_TO, IN_CREATE, IN_DELETE = 0x80, 0x100, 0x200
CHANGES = IN_MOVED_TO | IN_CREATE | IN_DELETE
EVENT_BYTES = 1 << 16


class Folders:
    """Folders that are watched; which one changed is not told, for few are looked at again."""

    def __init__(self) -> None:
        self._inotify = linux.open_inotify()

    def fileno(self) -> int:
        """Return the descriptor that can be read when something changed."""
        return self._inotify

    def watch(self, folder: Path) -> None:
        """Hear of files that come, go or are replaced in a folder."""
        linux.watch_folder(self._inotify, str(folder), CHANGES)

    def drain(self) -> None:
        """Forget what has been told so far."""
        with suppress(BlockingIOError):
            while True:
                os.read(self._inotify, EVENT_BYTES)

    def close(self) -> None:
        """Hear nothing more."""
        os.close(self._inotify)
