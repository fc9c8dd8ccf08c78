"""One service that is kept: how it is, what it has said, and when it is started again."""

import selectors
import time
from collections import deque
from pathlib import Path
from typing import Any, Literal

from workers.keeper.life import Life
from workers.keeper.order import Order

Health = Literal["starting", "running", "waiting", "failed"]
"""`waiting` is for the next start after it has died; `failed` that it is started no more."""

LINES_KEPT, LINE_MAX = 200, 400
SOUND_AFTER_S = 5.0
QUICK_DEATHS_MAX = 5
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.1, 5.0


class Kept:
    """A service as the keeper sees it, through all its lives."""

    def __init__(self, order: Order, selector: selectors.BaseSelector) -> None:
        self.order = order
        self.health: Health = "starting"
        self.next_start = 0.0
        self.lines: deque[str] = deque(maxlen=LINES_KEPT)
        self.life = Life(order, selector, self._heed, self._die)
        self._note = ""
        self._restarts = 0
        self._quick_deaths = 0
        self._began = 0.0
        self._unfinished = {"output": b"", "words": b""}

    def begin(self, folder: Path, pulse: int) -> None:
        """Start it, for the first time or again."""
        self.health = "starting"
        self._began = time.monotonic()
        self._unfinished = {"output": b"", "words": b""}
        self.life.begin(folder, pulse)

    def _heed(self, kind: str, data: bytes) -> None:
        for line in self._whole_lines(kind, data):
            if kind == "output":
                self.lines.append(line)
            elif line == "ready":
                self.health = "running"
            else:
                self._note = line.removeprefix("note ")

    def _whole_lines(self, kind: str, data: bytes) -> list[str]:
        """Return the lines that are complete; a long one is cut, so that nothing piles up."""
        *whole, rest = (self._unfinished[kind] + data).split(b"\n")
        if len(rest) > LINE_MAX:
            whole, rest = [*whole, rest], b""
        self._unfinished[kind] = rest
        return [line[:LINE_MAX].decode(errors="replace") for line in whole]

    def _die(self, ending: str) -> None:
        """Take note of the end, and decide when it is started again, if at all."""
        now = time.monotonic()
        if self._unfinished["output"]:
            self._heed("output", b"\n")
        self.lines.append(f"[{ending}]")
        self._note = ending
        quick = now - self._began < SOUND_AFTER_S
        self._quick_deaths = self._quick_deaths + 1 if quick else 0
        if self._quick_deaths >= QUICK_DEATHS_MAX:
            self.health = "failed"
            return
        self.health = "waiting"
        self._restarts += 1
        self.next_start = now + min(FIRST_PAUSE_S * 2**self._quick_deaths, LONGEST_PAUSE_S)

    def as_json(self) -> dict[str, Any]:
        """Return how it is, as JSON takes it."""
        return {
            "order": self.order.as_json(),
            "health": self.health,
            "pid": self.life.pid,
            "restarts": self._restarts,
            "note": self._note,
        }
