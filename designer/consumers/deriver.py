"""Where the web server has drawings derived: in a process beside it."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

DERIVING = (sys.executable, "-m", "designer.consumers.deriving")


class IsGone(Exception):
    """There is no such lab any more."""


class CannotDerive(Exception):
    """The drawing could not be derived now; it stays to be done."""


class Deriver:
    """Has one drawing derived after the other; its process is started where there is none.

    One thread asks, for an answer is to the question before it, also where nobody waits any more.
    """

    def __init__(self, command: Sequence[str] = DERIVING) -> None:
        self._command = command
        self._process: subprocess.Popen[str] | None = None
        self._asking = ThreadPoolExecutor(1, "deriver")

    def start(self) -> None:
        """Start the process ahead of the first question, which would otherwise wait for it."""
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(self._command, stdin=pipe, stdout=pipe, text=True)

    async def check(self, lab_id: UUID) -> str:
        """Derive a lab's drawing, and return what browsers are told of it.

        Raises IsGone and CannotDerive.
        """
        loop = asyncio.get_running_loop()
        answer = await loop.run_in_executor(self._asking, self._ask, lab_id)
        if "told" in answer:
            return str(answer["told"])
        raise IsGone if answer.get("is_gone") else CannotDerive(answer["failed"])

    def _ask(self, lab_id: UUID) -> dict[str, Any]:
        if self._process is None or self._process.poll() is not None:
            self.start()
        try:
            return self._exchange(f"{lab_id}\n")
        except OSError as error:
            return {"failed": f"its process ended: {error}"}

    def _exchange(self, line: str) -> dict[str, Any]:
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise BrokenPipeError
        process.stdin.write(line)
        process.stdin.flush()
        answer = process.stdout.readline()
        if not answer:
            process.wait()
            raise BrokenPipeError("no answer")
        return dict(json.loads(answer))


deriver = Deriver()
