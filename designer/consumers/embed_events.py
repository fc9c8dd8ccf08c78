"""Tells a page inside another site's page that there is something new to read. It hears nothing."""

import asyncio
from uuid import UUID

from channels.db import database_sync_to_async

from designer.consumers import rooms
from designer.consumers.admission import NOT_THERE, TOO_MANY, Admission
from designer.consumers.event_socket import UNWANTED_MESSAGE
from designer.consumers.seated_socket import SeatedSocket
from designer.errors import NotFound
from designer.models import Guest, ShareLink
from designer.services.embedding import find_embedding
from designer.shared.protocol import Kind

PAUSE_S = 0.5
"""What happens meanwhile is said once."""

CHANGED = '{"changed": true}'

_admission = Admission()


class EmbedEvents(SeatedSocket):
    """One page that shows a lab by a link; who has the token needs no session, and gets none."""

    visitor: Guest | None = None

    async def connect(self) -> None:
        """Let in who has the token of a link that may be shown so."""
        await self.accept()
        self._news = asyncio.Event()
        link = await self._find()
        if link is None:
            await self.close(NOT_THERE)
            return
        visitor = Guest([link.pk])
        if _admission.is_full(visitor):
            await self.close(TOO_MANY)
            return
        _admission.enter(visitor)
        self.visitor = visitor
        self.begin(self._tell())
        self.begin(self.watch())
        self.room = await rooms.enter(UUID(str(link.lab_id)), self)

    async def disconnect(self, code: int) -> None:
        """Give the seat free."""
        del code
        self.end_work()
        if self.visitor:
            _admission.leave(self.visitor)
        if self.room:
            await rooms.leave(self.room, self)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """Refuse whatever it says: who only looks has nothing to say."""
        del text_data, bytes_data
        await self.close(UNWANTED_MESSAGE)

    # -- a seat in the lab's room ----------------------------------------------------------
    def give(self, message: bytes) -> None:
        """Note that the lab was told of; edits, people and what they say are not for this page."""
        if message[0] == Kind.TOLD:
            self._news.set()

    def refuse(self, code: int) -> None:
        """Close the socket."""
        if not self.is_closing:
            self.is_closing = True
            self.begin(self.close(code))

    # -- what the page is told -------------------------------------------------------------
    async def _tell(self) -> None:
        while True:
            await self._news.wait()
            self._news.clear()
            await self.send(CHANGED)
            await asyncio.sleep(PAUSE_S)

    async def look_now(self) -> None:
        """See whether the link still shows the lab."""
        if await self._find() is None:
            self.refuse(NOT_THERE)

    async def _find(self) -> ShareLink | None:
        try:
            token = self.scope["url_route"]["kwargs"]["token"]
            link: ShareLink = await database_sync_to_async(find_embedding)(token)
        except NotFound:
            return None
        return link
