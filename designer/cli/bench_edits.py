"""How long an edit in live mode takes to the kernel: all the way, by the web and the host."""

import asyncio
import json
import time
from collections.abc import Mapping, Sequence
from typing import Any

from websockets.asyncio.client import ClientConnection

from designer.cli.bench_site import WAIT_S, Site
from designer.cli.bench_steps import StepTimes
from designer.cli.errors import BadInput
from designer.shared.protocol import Kind, Reader, write_varuint
from designer.shared.replica import Replica

APART_S = 1.0
"""Between two edits, so that each finds the server at rest, as a person's does."""

TOTAL = "edit to a verified kernel"


def bench_edits(link: str, lab: Mapping[str, Any], rounds: int) -> StepTimes:
    """Apply a lab that is made for it, and change one MTU of it again and again."""
    site = Site(link)
    made = site.call("POST", "/api/labs", {"topology": lab})["id"]
    try:
        asyncio.run(_apply(site, made, live=False))
        samples = asyncio.run(_edits(site, made, rounds))
    finally:
        site.call("DELETE", f"/api/labs/{made}")
    return StepTimes.of(f"{lab['name']}, edited in live mode", samples)


async def _edits(site: Site, lab: str, rounds: int) -> Sequence[Mapping[str, float]]:
    """Edit once more than that: the first time everything is read from nothing."""
    samples = []
    async with site.open_document(lab) as connection:
        editor = _Editor(connection)
        listening = asyncio.create_task(editor.listen())
        await asyncio.wait_for(editor.synced.wait(), WAIT_S)
        for number in range(rounds + 1):
            await asyncio.sleep(APART_S)
            samples.append(await _once(site, lab, editor, number))
        listening.cancel()
    return samples[1:]


async def _once(site: Site, lab: str, editor: "_Editor", number: int) -> Mapping[str, float]:
    """Do what a browser in live mode does."""
    began_s = time.time()
    await editor.set_mtu(1300 + number % 2)
    settled_s = await editor.settle(number)
    at_s = await _apply(site, lab, live=True)
    steps = {
        "stored, derived and checked": (began_s, settled_s),
        "ordered, until the worker starts": (settled_s, at_s["started"]),
        "checked, applied and verified": (at_s["started"], at_s["finished"]),
        TOTAL: (began_s, at_s["finished"]),
    }
    return {name: (end_s - start_s) * 1000 for name, (start_s, end_s) in steps.items()}


async def _apply(site: Site, lab: str, *, live: bool) -> Mapping[str, float]:
    """Return when each sort of event of a run happened last, in Unix time."""
    order = {"kind": "apply", "live": live}
    run = await asyncio.to_thread(site.call, "POST", f"/api/labs/{lab}/runs", order)
    at_s: dict[str, float] = {}
    async with site.open_socket(f"/ws/runs/{run['id']}") as connection:
        async for message in connection:
            event = json.loads(message)
            at_s[event["type"]] = event["at"]
            if event["type"] == "finished":
                break
    if event["status"] != "succeeded":
        raise BadInput([f"vethwork bench: the lab was not applied: {event['summary']}"])
    return at_s


class _Editor:
    """Somebody who has the lab open."""

    def __init__(self, connection: ClientConnection) -> None:
        self.synced = asyncio.Event()
        self._connection = connection
        self._replica = Replica()
        self._settled: dict[int, asyncio.Future[float]] = {}

    async def listen(self) -> None:
        """Take in what comes, for ever."""
        await self._connection.send(self._replica.greet())
        async for message in self._connection:
            assert isinstance(message, bytes)  # noqa: S101 - the protocol has no texts
            reader = Reader(message)
            if reader.varuint() == Kind.SETTLE:
                self._settled[reader.varuint()].set_result(time.time())
            elif answer := self._replica.receive(message):
                await self._connection.send(answer)
            if self._replica.is_synced:
                self.synced.set()

    async def set_mtu(self, mtu: int) -> None:
        """Change the last node's first interface."""
        nodes = self._replica.document.nodes
        last = max(nodes.values(), key=lambda node: float(node["$order"]))
        _, interface = min(last["interfaces"].items())
        message = self._replica.edit(lambda _: interface.update({"mtu": mtu}))
        await self._connection.send(message)

    async def settle(self, mark: int) -> float:
        """Wait until the drawing says what was edited, and return when it did, in Unix time."""
        self._settled[mark] = asyncio.get_running_loop().create_future()
        await self._connection.send(bytes((Kind.SETTLE,)) + write_varuint(mark))
        return await asyncio.wait_for(self._settled[mark], WAIT_S)
