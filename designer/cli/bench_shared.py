"""How long an edit takes to the others who have the lab open, over a running web server."""

import asyncio
import json
import time
import urllib.request
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect

from designer.shared.replica import Replica

LAB = "two-hosts-one-bridge"
PEOPLE = (2, 30)
EDIT_EVERY_S = 1.0
"""Each person moves a node that often."""

WAIT_S = 20.0


@dataclass(frozen=True, slots=True)
class SharedTimes:
    """Milliseconds from an edit to each of the others, by how many people have the lab open."""

    edits: Mapping[int, int]
    p50_ms: Mapping[int, float]
    p95_ms: Mapping[int, float]
    most_ms: Mapping[int, float]
    memory_mb: tuple[float, float] | None

    def as_json(self) -> dict[str, Any]:
        """Return everything."""
        return asdict(self)

    def lines(self) -> list[str]:
        """Say it to a person."""
        rows = [
            f"{people:>3} people, {self.edits[people]:>4} edits"
            f"   p50 {self.p50_ms[people]:>6.1f} ms   p95 {self.p95_ms[people]:>6.1f} ms"
            f"   most {self.most_ms[people]:>6.1f} ms"
            for people in self.edits
        ]
        if self.memory_mb:
            before, after = self.memory_mb
            rows.append(f"web server: {before:.0f} MB before, {after:.0f} MB after")
        return rows


class Site:
    """The web server, to somebody who is signed in."""

    def __init__(self, link: str) -> None:
        parts = urlsplit(link)
        self.address = f"{parts.scheme}://{parts.netloc}"
        self.cookies = CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        self._opener.open(link, timeout=WAIT_S).read()
        self._token = self.call("GET", "/api/session")["csrf_token"]

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """Call the API."""
        headers = {"Content-Type": "application/json"}
        if method != "GET":
            headers["X-CSRFToken"] = self._token
        data = None if body is None else json.dumps(body).encode()
        url = f"{self.address}{path}"
        request = urllib.request.Request(url, data, headers, method=method)  # noqa: S310 - http
        with self._opener.open(request, timeout=WAIT_S) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def open_document(self, lab: str) -> connect:
        """Open a lab's document."""
        cookie = "; ".join(f"{one.name}={one.value}" for one in self.cookies)
        address = f"{self.address.replace('http', 'ws', 1)}/ws/labs/{lab}/document"
        headers = {"Cookie": cookie, "Origin": self.address}
        return connect(address, additional_headers=headers, max_size=None)


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
        """Move a node from time to time, each person at another moment."""
        await asyncio.sleep(EDIT_EVERY_S * self.number / people)
        for step in range(edits):
            await self._move(step)
            await asyncio.sleep(EDIT_EVERY_S)

    async def _move(self, step: int) -> None:
        key = min(self.replica.document.nodes.keys())
        place = [self.number, step]
        message = self.replica.edit(lambda document: document.pos.update({key: place}))
        self.sent_at[self.number, step] = time.perf_counter()
        await self.connection.send(message)


def bench_shared(link: str, rounds: int, pid: int | None) -> SharedTimes:
    """Let people edit a lab that is made for it; `rounds` edits by each."""
    site = Site(link)
    before = _memory_mb(pid)
    delays = {people: _measure(site, people, rounds) for people in PEOPLE}
    memory = (before, _memory_mb(pid)) if pid else None
    return SharedTimes(
        edits={people: people * rounds for people in delays},
        p50_ms={people: round(median(found), 1) for people, found in delays.items()},
        p95_ms={people: round(_p95(found), 1) for people, found in delays.items()},
        most_ms={people: round(max(found), 1) for people, found in delays.items()},
        memory_mb=memory,
    )


def _measure(site: Site, people: int, rounds: int) -> list[float]:
    lab = site.call("POST", "/api/labs", {"gallery": LAB})["id"]
    try:
        return asyncio.run(_edit_together(site, lab, people, rounds))
    finally:
        site.call("DELETE", f"/api/labs/{lab}")


async def _edit_together(site: Site, lab: str, people: int, rounds: int) -> list[float]:
    sent_at: dict[tuple[int, int], float] = {}
    async with AsyncExitStack() as stack:
        everybody = [
            Person(number, await stack.enter_async_context(site.open_document(lab)), sent_at)
            for number in range(people)
        ]
        listening = [asyncio.create_task(one.listen()) for one in everybody]
        async with asyncio.timeout(WAIT_S):
            while not all(one.replica.is_synced for one in everybody):  # noqa: ASYNC110 - a bench
                await asyncio.sleep(0.05)
        await asyncio.gather(*(one.draw(rounds, people) for one in everybody))
        await asyncio.sleep(EDIT_EVERY_S)
        for task in listening:
            task.cancel()
    return [delay for one in everybody for delay in one.delays_ms]


def _p95(found: Sequence[float]) -> float:
    return quantiles(found, n=20)[-1]


def _memory_mb(pid: int | None) -> float:
    if pid is None:
        return 0.0
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(one for one in status.splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
