"""How long an edit takes to the others who have the lab open, over a running web server."""

import asyncio
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from websockets.asyncio.client import ClientConnection

from designer.cli.bench_site import WAIT_S, Site
from designer.shared.replica import Replica

PEOPLE = (2, 30)
EDIT_EVERY_S = 1.0
"""Each person moves a node that often."""

LOOK_AT_MEMORY_S = 10.0
LAST_WAIT_S = 30.0
"""How long after the last edit all of them may still be on their way."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """What came of one number of people at a lab."""

    people: int
    watchers: int
    edits: int
    lost: int
    p50_ms: float
    p95_ms: float
    most_ms: float
    memory_mb: tuple[float, ...]

    def lines(self) -> Iterator[str]:
        """Say it to a person."""
        yield (
            f"{self.people:>3} people, {self.watchers} watch, {self.edits:>5} edits"
            f"   p50 {self.p50_ms:>6.1f} ms   p95 {self.p95_ms:>6.1f} ms"
            f"   most {self.most_ms:>6.1f} ms   lost {self.lost}"
        )
        if self.memory_mb:
            first, *_, last = self.memory_mb
            half = self.memory_mb[len(self.memory_mb) // 2]
            yield (
                f"    web server: {first:.0f} MB with everybody there,"
                f" {half:.0f} MB half-way, {last:.0f} MB in the end"
            )


@dataclass(frozen=True, slots=True)
class SharedTimes:
    """Milliseconds from an edit to each of the others, for 2 and for 30 people."""

    lab: str
    gatherings: tuple[Gathering, ...]

    def as_json(self) -> dict[str, Any]:
        """Return everything."""
        return asdict(self)

    def lines(self) -> list[str]:
        """Say it to a person."""
        return [self.lab, *(line for one in self.gatherings for line in one.lines())]


@dataclass(slots=True)
class Person:
    """One who has the lab open, and writes down when edits of others arrive."""

    number: int
    connection: ClientConnection
    sent_at: dict[tuple[int, int], float]
    replica: Replica = field(default_factory=Replica)
    delays_ms: list[float] = field(default_factory=list)

    async def listen(self) -> None:
        """Take in what comes, for ever."""
        self.replica.document.pos.observe(self._note)
        await self.connection.send(self.replica.greet())
        async for message in self.connection:
            assert isinstance(message, bytes)  # noqa: S101 - the protocol has no texts
            if answer := self.replica.receive(message):
                await self.connection.send(answer)

    def _note(self, event: Any) -> None:
        for change in event.keys.values():
            number, step = map(int, change.get("newValue") or (-1, -1))
            if number != self.number and (number, step) in self.sent_at:
                delay_s = time.perf_counter() - self.sent_at[number, step]
                self.delays_ms.append(delay_s * 1000)

    async def draw(self, edits: int, people: int) -> None:
        """Move a node of one's own from time to time, each person at another moment."""
        loop = asyncio.get_running_loop()
        began_at = loop.time() + EDIT_EVERY_S * self.number / people
        for step in range(edits):
            await asyncio.sleep(began_at + step * EDIT_EVERY_S - loop.time())
            await self._move(step)

    async def _move(self, step: int) -> None:
        key = sorted(self.replica.document.nodes.keys())[self.number]
        place = [self.number, step]
        message = self.replica.edit(lambda document: document.pos.update({key: place}))
        self.sent_at[self.number, step] = time.perf_counter()
        await self.connection.send(message)


@dataclass(frozen=True, slots=True)
class Occasion:
    """How often each of so many people edits, before how many who only watch."""

    people: int
    watchers: int
    rounds: int
    pid: int | None

    @property
    def edits(self) -> int:
        """All that are made."""
        return self.people * self.rounds

    @property
    def arrivals(self) -> int:
        """An edit comes to each of the others."""
        return self.edits * (self.people + self.watchers - 1)


def bench_shared(
    link: str, lab: Mapping[str, Any], rounds: int, watchers: int, pid: int | None
) -> SharedTimes:
    """Let people edit a lab that is made for it; `rounds` edits by each, one a second."""
    site = Site(link)
    occasions = [Occasion(people, watchers, rounds, pid) for people in PEOPLE]
    return SharedTimes(lab["name"], tuple(_measure(site, lab, one) for one in occasions))


def _measure(site: Site, lab: Mapping[str, Any], occasion: Occasion) -> Gathering:
    made = site.call("POST", "/api/labs", {"topology": lab})["id"]
    try:
        return asyncio.run(_edit_together(site, made, occasion))
    finally:
        site.call("DELETE", f"/api/labs/{made}")


async def _edit_together(site: Site, lab: str, occasion: Occasion) -> Gathering:
    sent_at: dict[tuple[int, int], float] = {}
    async with AsyncExitStack() as stack:
        doors = [site] * occasion.people + [site.share(lab)] * occasion.watchers
        everybody = [
            Person(number, await stack.enter_async_context(door.open_document(lab)), sent_at)
            for number, door in enumerate(doors)
        ]
        with _running(*(one.listen() for one in everybody)):
            await _until(lambda: all(one.replica.is_synced for one in everybody), WAIT_S)
            memory_mb: list[float] = []
            with _running(_watch_memory(occasion.pid, memory_mb)):
                writers = everybody[: occasion.people]
                await asyncio.gather(*(one.draw(occasion.rounds, len(writers)) for one in writers))
                await _until(lambda: _arrived(everybody) >= occasion.arrivals, LAST_WAIT_S)
                memory_mb.append(_memory_mb(occasion.pid))
    return _gathering(occasion, everybody, memory_mb)


@contextmanager
def _running(*works: Any) -> Iterator[None]:
    """Have work go on meanwhile."""
    tasks = [asyncio.create_task(work) for work in works]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()


async def _until(answer: Any, wait_s: float) -> None:
    """Wait until something is so, or no longer."""
    ends_at = time.monotonic() + wait_s
    while not answer() and time.monotonic() < ends_at:  # noqa: ASYNC110 - a bench
        await asyncio.sleep(0.05)


def _arrived(everybody: Sequence[Person]) -> int:
    return sum(len(one.delays_ms) for one in everybody)


def _gathering(
    occasion: Occasion, everybody: Sequence[Person], memory_mb: Sequence[float]
) -> Gathering:
    delays_ms = [delay for one in everybody for delay in one.delays_ms]
    return Gathering(
        people=occasion.people,
        watchers=occasion.watchers,
        edits=occasion.edits,
        lost=occasion.arrivals - len(delays_ms),
        p50_ms=round(median(delays_ms), 1),
        p95_ms=round(quantiles(delays_ms, n=20)[-1], 1),
        most_ms=round(max(delays_ms), 1),
        memory_mb=tuple(memory_mb) if occasion.pid else (),
    )


async def _watch_memory(pid: int | None, found_mb: list[float]) -> None:
    while True:
        found_mb.append(_memory_mb(pid))
        await asyncio.sleep(LOOK_AT_MEMORY_S)


def _memory_mb(pid: int | None) -> float:
    if pid is None:
        return 0.0
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(one for one in status.splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
