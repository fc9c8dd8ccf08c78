"""Keep a set of processes running: show their lines, start again what dies, end all of it."""

import selectors
import signal
import socket
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from designer.launch.console import Console
from designer.launch.errors import CannotStart, StopAsked
from designer.launch.identity import Identity
from designer.launch.process import Child, Process

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
TICK_S = 0.1
STOP_TIMEOUT_S = 10.0
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 30.0
SETTLED_S = 60.0
"""A process that ran for so long has recovered: its next death counts as a first one."""


@dataclass
class Place:
    """A process's place in the set: who fills it, and if nobody, when it is filled again."""

    process: Process
    child: Child | None = None
    deaths: int = 0
    filled_at: float = 0.0
    due_at: float = 0.0
    is_killed: bool = False

    def note_death(self) -> float:
        """Count a death; the seconds until the next start, more after each in a row."""
        settled = time.monotonic() - self.filled_at > SETTLED_S
        self.deaths = 1 if settled else self.deaths + 1
        pause_s = min(FIRST_PAUSE_S * 2.0 ** (self.deaths - 1), LONGEST_PAUSE_S)
        self.due_at = time.monotonic() + pause_s
        return pause_s


class Supervisor:
    """The running processes: one thread, one loop, which `turn` turns."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._places: dict[str, Place] = {}
        self._selector = selectors.DefaultSelector()
        self._stops_asked = 0

    def listen_to_signals(self) -> None:
        """Have a signal end the waiting at once; what it means is decided in the loop."""
        waker, woken = socket.socketpair()
        for end in (waker, woken):
            end.setblocking(False)
        signal.set_wakeup_fd(waker.detach(), warn_on_full_buffer=False)
        self._selector.register(woken, selectors.EVENT_READ, lambda: woken.recv(4096))
        for number in STOP_SIGNALS:
            signal.signal(number, lambda *_: self._count_stop())

    def start(self, process: Process) -> None:
        """Start the process, and start it again whenever it ends."""
        self._places[process.name] = Place(process)
        self._fill(self._places[process.name])

    def running(self) -> dict[str, Identity]:
        """Who fills each place now."""
        return {name: at.child.identity for name, at in self._places.items() if at.child}

    def deaths(self, name: str) -> int:
        """How often the process died in a row."""
        return self._places[name].deaths

    def complete(self, process: Process) -> list[str]:
        """Run a program that ends by itself, while the others go on; the lines it wrote."""
        lines: list[str] = []
        statuses: list[int] = []
        child = Child(process)
        self._watch(child, lines.append, statuses.append)
        try:
            while not statuses:
                self.turn()
        except StopAsked:
            child.kill_group()
            raise
        if statuses != [0]:
            for line in lines:
                self._console.show(process.name, line)
            raise CannotStart(f"{process.name} {describe_end(statuses[0])}: its message is above")
        return lines

    def turn(self) -> None:
        """Take in what happened, and start again what is due."""
        self._take_in()
        if self._stops_asked:
            raise StopAsked
        for place in self._places.values():
            if place.child is None and time.monotonic() >= place.due_at:
                self._fill(place)

    def stop(self, names: Iterable[str]) -> None:
        """End the processes: politely, and after a while or at a further signal for certain."""
        leaving = [self._places.pop(name) for name in names if name in self._places]
        for place in leaving:
            if place.child:
                place.child.ask_to_stop()
        asked, deadline = self._stops_asked, time.monotonic() + STOP_TIMEOUT_S
        while any(place.child for place in leaving):
            if time.monotonic() > deadline or self._stops_asked > asked:
                self._kill(leaving)
            self._take_in()

    def _kill(self, places: Iterable[Place]) -> None:
        for place in places:
            if place.child and not place.is_killed:
                place.is_killed = True
                self._console.say(f"{place.process.name} does not end: killing it")
                place.child.kill_group()

    def _count_stop(self) -> None:
        self._stops_asked += 1

    def _take_in(self) -> None:
        for key, _ in self._selector.select(TICK_S):
            if self._selector.get_map().get(key.fd) is key:  # an earlier one may have let it go
                key.data()

    def _fill(self, place: Place) -> None:
        place.child = Child(place.process)
        place.filled_at = time.monotonic()
        show = partial(self._console.show, place.process.name)
        self._watch(place.child, show, partial(self._vacate, place))

    def _vacate(self, place: Place, status: int) -> None:
        place.child = None
        name = place.process.name
        if self._places.get(name) is place:
            pause_s = place.note_death()
            self._console.say(f"{name} {describe_end(status)}: starting it again in {pause_s:g} s")

    def _watch(
        self, child: Child, show: Callable[[str], object], end: Callable[[int], object]
    ) -> None:
        """Pass on each line that the child writes, and at its end its status."""

        def read() -> None:
            for line in child.read_lines():
                show(line)
            if child.is_silent:
                self._selector.unregister(child.output)

        def take_end() -> None:
            if not child.is_silent:
                read()
            if not child.is_silent:  # something that it started holds the other end
                self._selector.unregister(child.output)
            self._selector.unregister(child.ended)
            child.kill_group()
            end(child.wait())

        self._selector.register(child.output, selectors.EVENT_READ, read)
        self._selector.register(child.ended, selectors.EVENT_READ, take_end)


def describe_end(status: int) -> str:
    """How a process ended, in words."""
    if status < 0:
        return f"was killed by {signal.Signals(-status).name}"
    return f"ended with status {status}"
