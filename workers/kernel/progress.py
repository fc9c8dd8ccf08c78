"""Telling how far a plan has been carried out, often enough for a person and no more."""

import time
from typing import Protocol

from designer.plan.operations import Plan

EVERY_S = 0.05


class Progress(Protocol):
    """Hears how many operations of the plan are done; `text` is the last of them."""

    def __call__(self, done: int, total: int, text: str) -> None:
        """Hear of it; the plan waits meanwhile."""


def unheard(done: int, total: int, text: str) -> None:
    """Be told and do nothing."""


class Report:
    """Counts within a stage by what was sent, and between stages exactly."""

    def __init__(self, progress: Progress, plan: Plan) -> None:
        self._progress = progress
        self._plan = plan
        self._before = 0
        self._within = 0
        self._told = 0
        self._told_s = time.monotonic()

    def advance(self, count: int) -> None:
        """Count what was just done in this stage."""
        self._within += count
        now = time.monotonic()
        if now - self._told_s >= EVERY_S:
            self._told_s = now
            self._tell(self._before + self._within)

    def end_stage(self, size: int) -> None:
        """Count all of the stage."""
        self._before += size
        self._within = 0
        self._tell(self._before)

    def _tell(self, done: int) -> None:
        """Only forward: some operations need two messages, and count for two until a stage ends."""
        done = min(done, len(self._plan))
        if done > self._told:
            self._told = done
            self._progress(done, len(self._plan), str(self._plan[done - 1]))
