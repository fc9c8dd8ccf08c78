"""A stream of events to a browser: what it has missed first, then as they come."""

import asyncio
import logging
from contextlib import aclosing
from typing import Any
from urllib.parse import parse_qs
from uuid import UUID

import redis
from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncWebsocketConsumer

from designer import streams
from designer.consumers import withdrawal
from designer.consumers.admission import (
    NOT_SIGNED_IN,
    NOT_THERE,
    TOO_MANY,
    Admission,
    is_session_there,
    visitor_at,
)
from designer.models import Guest, Viewer

FINISHED = 1000
UNWANTED_MESSAGE = 1008
ERROR_OF_OURS = 1011

QUIET_MS = 2000
"""How long a stream may be quiet before the database and the permission are looked at again."""

RETRY_S = 0.5
LARGEST_AFTER = 2**53

logger = logging.getLogger(__name__)
_admission = Admission()


class EventSocket(AsyncWebsocketConsumer):
    """One browser that follows one stream; what it is about is for subclasses to say."""

    following: asyncio.Task[None] | None = None
    looking: asyncio.Task[None] | None = None
    has_left = False
    only_last_at_first = False
    """Whether who has seen nothing wants only the newest of what there is."""

    async def connect(self) -> None:
        """Let in who may see the run; only an open socket can tell a browser why it was refused."""
        await self.accept()
        self.visitor = await database_sync_to_async(visitor_at)(self.scope)
        if refusal := await self._find_refusal(self.visitor):
            await self.close(refusal)
            return
        _admission.enter(self.visitor)
        withdrawal.enter(self.lab_id, self.look_again)
        self.following = asyncio.create_task(self._follow(_read_after(self.scope)))

    async def _find_refusal(self, visitor: Viewer) -> int | None:
        if not visitor.is_authenticated and not isinstance(visitor, Guest):
            return NOT_SIGNED_IN
        if (found := await self._find()) is None:
            return NOT_THERE
        self.lab_id = self.lab_of(found)
        return TOO_MANY if _admission.is_full(visitor) else None

    async def disconnect(self, code: int) -> None:
        """Stop reading."""
        del code
        self.has_left = True
        if self.following:
            _admission.leave(self.visitor)
            withdrawal.leave(self.lab_id, self.look_again)
            self.following.cancel()
        if self.looking:
            self.looking.cancel()

    def look_again(self) -> None:
        """Close at once where the browser may not follow any more."""
        self.looking = asyncio.create_task(self._close_if_refused())

    async def _close_if_refused(self) -> None:
        if await self._find() is None and self.following:
            self.following.cancel()
            await self._end(NOT_THERE)

    async def _end(self, code: int) -> None:
        if not self.has_left:
            self.has_left = True
            await self.close(code)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """Refuse whatever a browser says: there is nothing to say here."""
        del text_data, bytes_data
        await self.close(UNWANTED_MESSAGE)

    async def _follow(self, after: int) -> None:
        """Pass on what follows the last event that the browser has seen, until the last of all."""
        code = ERROR_OF_OURS
        try:
            async with aclosing(streams.open_client()) as client:
                code = await self._pass_on(client, after)
        finally:
            await self._end(code)

    async def _pass_on(self, client: Any, after: int) -> int:
        """Pass events on and return the code to close with.

        The row is looked at before the stream: what is not in the stream of a run that had ended
        by then is gone from it, and only then the record stands in.
        """
        wait_ms = 1  # at first, in case the stream is gone and all is in the database
        while (found := await self._find()) is not None:
            try:
                if after == 0 and self.only_last_at_first:
                    after = await streams.number_before_last(client, self.stream_key)
                async for entry in streams.follow(client, self.stream_key, after, wait_ms):
                    await self.send(entry.text)
                    after = entry.seq
                    if entry.is_last:
                        return FINISHED
            except (redis.ConnectionError, redis.TimeoutError) as error:
                logger.info("waiting for Redis: %s", error)
                await asyncio.sleep(RETRY_S)
            if code := await self.find_end(found, after):
                return code
            wait_ms = QUIET_MS
        return NOT_THERE

    async def _find(self) -> Any:
        """Return what is followed while the session is there and its user may see that."""
        return await database_sync_to_async(self._look_up)()

    def _look_up(self) -> Any:
        return self.look_up() if is_session_there(self.scope) else None

    @property
    def stream_key(self) -> str:
        """The Redis stream that is followed."""
        raise NotImplementedError

    def look_up(self) -> Any:
        """Return what the stream is about, None where this user may not see it."""
        raise NotImplementedError

    def lab_of(self, found: Any) -> UUID:
        """Return the lab that it belongs to."""
        raise NotImplementedError

    async def find_end(self, found: Any, after: int) -> int | None:
        """Return the code to close with where nothing more will come."""
        del found, after
        return None


def _read_after(scope: dict[str, Any]) -> int:
    """Return the number of the last event that the browser has; 0 where it says nothing sound."""
    words = parse_qs(scope["query_string"].decode("latin-1")).get("after", [""])
    return min(int(words[0]), LARGEST_AFTER) if words[0].isascii() and words[0].isdigit() else 0
