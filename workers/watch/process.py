"""Keeping the watcher's process alive for as long as the worker is."""

import logging
import subprocess
import sys
import threading
from contextlib import suppress

COMMAND = (sys.executable, "-m", "workers.watch")
PAUSE_S = 1.0

logger = logging.getLogger(__name__)


class WatcherProcess:
    """Starts the watcher, again whenever it ends: it then looks at everything anew."""

    def __init__(self, key: bytes) -> None:
        """`key` signs what it is asked; it is handed over, for its file is out of its sight."""
        self._key = key
        self._stop = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._guard = threading.Lock()
        self._thread = threading.Thread(target=self._keep, name="watcher", daemon=True)

    def start(self) -> None:
        """Begin; the thread that keeps it is also its parent, and lives as long as we do."""
        self._thread.start()

    def stop(self) -> None:
        """End it."""
        self._stop.set()
        with self._guard:
            if self._process is not None:
                self._process.terminate()
        self._thread.join()

    def _keep(self) -> None:
        while not self._stop.is_set():
            with self._guard:
                if self._stop.is_set():
                    return
                self._process = subprocess.Popen(COMMAND, stdin=subprocess.PIPE)
            self._hand_key(self._process)
            status = self._process.wait()
            if not self._stop.is_set():
                logger.error("the watcher of drift ended with %s: it is started again", status)
                self._stop.wait(PAUSE_S)

    def _hand_key(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin is not None  # noqa: S101 - it was asked for
        with suppress(BrokenPipeError), process.stdin:
            process.stdin.write(self._key)
