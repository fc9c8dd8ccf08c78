"""A socket that has a seat in a lab's room, for as long as its browser may see the lab."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from channels.generic.websocket import AsyncWebsocketConsumer

from designer.consumers.room import Room

LOOK_AGAIN_S = 10.0


class SeatedSocket(AsyncWebsocketConsumer):
    """What it is told and lets in is for subclasses to say; each is also a room's `Seat`."""

    room: Room | None = None
    is_closing = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._tasks = set[asyncio.Task[None]]()

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Have work go on until the socket is closed."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def look_again(self) -> None:
        """See whether the browser may still be here, and do what it did."""
        self.begin(self.look_now())

    async def watch(self) -> None:
        """Look again from time to time, for ever."""
        while True:
            await asyncio.sleep(LOOK_AGAIN_S)
            await self.look_now()

    async def look_now(self) -> None:
        """Refuse the browser where it may not be here any more."""
        raise NotImplementedError

    def end_work(self) -> None:
        """End all that goes on: nothing more is said."""
        self.is_closing = True
        for task in list(self._tasks):
            task.cancel()
