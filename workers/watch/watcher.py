"""All labs of a host, watched by one thread that sleeps until the kernel tells it something."""

import logging
import selectors
import time
from collections.abc import Callable
from typing import Protocol

import redis

from workers.reading import Readings
from workers.sandbox import slots
from workers.sandbox.host import Host
from workers.sandbox.manifest import read_manifest
from workers.watch.desk import Desk
from workers.watch.folders import Folders
from workers.watch.lab import Drift, WatchedLab

RETRY_S = 1.0


class Tells(Protocol):
    """Hears how labs differ; may raise redis.RedisError, and is then told again."""

    def tell(self, lab: str, drift: Drift) -> None:
        """Hear how a lab differs now."""

    def tell_end(self, lab: str) -> None:
        """Hear that a lab is gone."""


logger = logging.getLogger(__name__)


class Watcher:
    """Finds labs by their folders, hears of changes in them, and tells how they differ."""

    def __init__(self, host: Host, teller: Tells, desk: Desk | None = None) -> None:
        self._host = host
        self._teller = teller
        self._desk = desk
        self._readings = Readings(host_namespace=host.allows_host_namespace)
        self._folders = Folders()
        self._labs: dict[str, WatchedLab] = {}
        self._gone: set[str] = set()
        self._waiting = selectors.DefaultSelector()

    def run(self, stopped: Callable[[], bool] = lambda: False) -> None:
        """Watch until told to stop, which is asked whenever something happens."""
        by_key = self._host.run_dir.labs / slots.BY_KEY
        by_key.mkdir(exist_ok=True)
        self._folders.watch(by_key)
        self._waiting.register(self._folders, selectors.EVENT_READ, self._look_at_folders)
        if self._desk is not None:
            self._waiting.register(self._desk, selectors.EVENT_READ, self._hear_desk)
        self._look_at_folders()
        try:
            while not stopped():
                for key, _ in self._waiting.select(self._timeout_s()):
                    key.data()
                self._settle()
                if self._desk is not None:
                    self._desk.serve(self._labs, time.monotonic())
        finally:
            self._close()

    def _hear_desk(self) -> None:
        if self._desk is not None:
            self._desk.hear(self._labs, time.monotonic())

    def _timeout_s(self) -> float | None:
        dues = [lab.due_s for lab in self._labs.values() if lab.due_s is not None]
        if self._gone:
            dues.append(time.monotonic() + RETRY_S)
        if self._desk is not None and self._desk.due_s is not None:
            dues.append(self._desk.due_s)
        return max(min(dues) - time.monotonic(), 0.0) if dues else None

    def _look_at_folders(self) -> None:
        self._folders.drain()
        there = self._labs_there()
        for key in self._labs.keys() - there.keys():
            self._forget(key)
        for key, slot in there.items():
            if key not in self._labs:
                self._watch(key, slot)
            self._labs[key].look_at_folder(time.monotonic())

    def _labs_there(self) -> dict[str, int]:
        found = {}
        for slot in slots.taken_slots(self._host):
            folder = slots.slot_folder(self._host, slot)
            known = next((key for key, lab in self._labs.items() if lab.folder == folder), None)
            if known is not None and slots.find_slot(self._host, known) == slot:
                found[known] = slot
            elif manifest := read_manifest(folder):
                found[manifest.key] = slot
        return found

    def _watch(self, key: str, slot: int) -> None:
        lab = WatchedLab(self._host, key, slot, self._readings)
        self._labs[key] = lab
        self._gone.discard(key)
        self._folders.watch(lab.folder)

        def hear() -> None:
            if self._labs.get(key) is lab:  # it may have been forgotten since it was heard
                lab.hear(time.monotonic())

        for one in lab.notices.sockets:
            self._waiting.register(one, selectors.EVENT_READ, hear)

    def _forget(self, key: str) -> None:
        lab = self._labs.pop(key)
        for one in lab.notices.sockets:
            self._waiting.unregister(one)
        lab.close()
        self._gone.add(key)

    def _settle(self) -> None:
        now_s = time.monotonic()
        try:
            for key in list(self._gone):
                self._teller.tell_end(key)
                self._gone.discard(key)
            for lab in self._labs.values():
                if lab.due_s is not None and lab.due_s <= now_s:
                    drift = lab.settle(now_s)
                    if drift is not None:
                        self._tell(lab, drift)
        except redis.RedisError as error:
            logger.warning("drift waits for Redis: %s", error)

    def _tell(self, lab: WatchedLab, drift: Drift) -> None:
        try:
            self._teller.tell(lab.key, drift)
        except redis.RedisError:
            lab.due_s = time.monotonic() + RETRY_S
            raise

    def _close(self) -> None:
        for lab in self._labs.values():
            lab.close()
        if self._desk is not None:
            self._desk.close()
        self._folders.close()
        self._waiting.close()
