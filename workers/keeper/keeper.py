"""The process that keeps the services of one lab: it starts them, and again when they die.

It belongs to no worker: it is started when a lab first has services, and ends with the lab or with
the holder. All services die with it, so that none is ever lost.
"""

import json
import os
import selectors
import socket
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from workers.keeper.kept import Kept
from workers.keeper.kinds import is_polite
from workers.keeper.order import Order, Place

PATIENCE_S = 5.0
GOODBYE_S = 1.5


class Ended(Exception):
    """There is nothing left to keep."""


class Keeper:
    """Its loop: requests, what services say, their ends, and whose time has come again."""

    def __init__(self, folder: Path, listener: socket.socket, holder: int) -> None:
        self._folder = folder
        self._listener = listener
        self._kept: dict[Place, Kept] = {}
        self._pulse, self._ours = os.pipe()
        self._selector = selectors.DefaultSelector()
        self._selector.register(listener, selectors.EVENT_READ, self._answer)
        self._selector.register(holder, selectors.EVENT_READ, self._end)

    def run(self) -> None:
        """Serve until there is nothing left to keep."""
        with suppress(Ended):
            while True:
                for key, _ in self._selector.select(self._time_until_next()):
                    if self._selector.get_map().get(key.fd) is key:  # not closed meanwhile
                        key.data()
                for kept in self._due():
                    kept.begin(self._folder, self._pulse)

    def _waiting(self) -> list[Kept]:
        return [kept for kept in self._kept.values() if kept.health == "waiting"]

    def _time_until_next(self) -> float | None:
        times = [kept.next_start for kept in self._waiting()]
        return max(min(times) - time.monotonic(), 0) if times else None

    def _due(self) -> list[Kept]:
        now = time.monotonic()
        return [kept for kept in self._waiting() if kept.next_start <= now]

    def _end(self) -> None:
        self._stop(list(self._kept), goodbye_s=0)
        raise Ended

    def _answer(self) -> None:
        """One question a connection; nobody but the engine can reach us."""
        line, _ = self._listener.accept()
        with line, suppress(OSError):
            line.settimeout(PATIENCE_S)
            with line.makefile("rwb") as stream:
                request = json.loads(stream.readline() or b"{}")
                stream.write(json.dumps(self._do(request)).encode() + b"\n")
            if request.get("do") == "stop" and not self._kept:
                raise Ended

    def _do(self, request: dict[str, Any]) -> dict[str, Any]:
        match request.get("do"):
            case "start":
                self._take([Order.read(values) for values in request["orders"]])
            case "stop":
                self._stop([Place(*place) for place in request["places"]])
            case "status":
                return {"services": [kept.as_json() for kept in self._kept.values()]}
            case "log":
                kept = self._kept.get(Place(*request["place"]))
                return {"lines": list(kept.lines) if kept else []}
            case "end":
                self._end()
        return {}

    def _take(self, orders: list[Order]) -> None:
        self._stop([order.place for order in orders])
        for order in orders:
            kept = self._kept[order.place] = Kept(order, self._selector)
            kept.begin(self._folder, self._pulse)

    def _stop(self, places: list[Place], goodbye_s: float = GOODBYE_S) -> None:
        """Have them gone when this returns, with all that they started."""
        going = [self._kept.pop(place) for place in places if place in self._kept]
        for kept in going:
            kept.life.settle(PATIENCE_S)
        if goodbye_s:
            _say_goodbye([one for one in going if is_polite(one.order.service)], goodbye_s)
        for kept in going:
            kept.life.kill()
        for kept in going:
            kept.life.has_ended(PATIENCE_S)


def _say_goodbye(going: list[Kept], patience_s: float) -> None:
    for kept in going:
        kept.life.ask_to_end()
    deadline = time.monotonic() + patience_s
    for kept in going:
        kept.life.has_ended(max(deadline - time.monotonic(), 0))
