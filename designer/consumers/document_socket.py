"""A lab's shared document to one browser, and what that browser edits back."""

import asyncio
import json
from typing import Any
from uuid import UUID

from channels.db import database_sync_to_async
from django.conf import settings

from designer.consumers import rooms
from designer.consumers.admission import (
    NOT_SIGNED_IN,
    NOT_THERE,
    TOO_MANY,
    Admission,
    is_session_there,
    visitor_at,
)
from designer.consumers.pace import Pace
from designer.consumers.presence import guest_of, person_of
from designer.consumers.room import Room
from designer.consumers.seated_socket import SeatedSocket
from designer.models import Guest, Lab, Role
from designer.services.checked import checked_text
from designer.services.sharing import may
from designer.shared.guarded import TooBig
from designer.shared.inspection import inspect
from designer.shared.protocol import (
    EMPTY_UPDATE,
    Kind,
    Malformed,
    Reader,
    Step,
    awareness_message,
    mark_message,
    settled_message,
    told_message,
)
from designer.shared.speech import NotTheirs, Speaker

MALFORMED = 4400
NOT_ALLOWED = 4403
NOT_THEIRS = 4409
"""It says something in somebody else's name, or changes what somebody else said."""

TOO_BIG = 4413

OUTBOX_MAX = 2000
"""Messages that wait for a browser; one that is slower than that has to come anew."""

SETTLING_MAX = 20
"""Revisions that one browser waits for at a time."""

LARGE_BYTES = 32_768
"""What takes long to look through, others do not have to wait for."""

_admission = Admission()


class DocumentSocket(SeatedSocket):
    """One browser that has a lab open."""

    role: Role | None = None
    has_entered = False
    _settling = 0

    async def connect(self) -> None:
        """Let in who may see the lab; only an open socket can tell a browser why it was refused."""
        await self.accept()
        self.visitor = await database_sync_to_async(visitor_at)(self.scope)
        self._outbox: asyncio.Queue[bytes | int] = asyncio.Queue()
        self._pace = Pace()
        self.begin(self._send_all())
        if refusal := await self._find_refusal():
            self.refuse(refusal)
            return
        _admission.enter(self.visitor)
        self.has_entered = True
        self.begin(self.watch())
        self.room = await rooms.enter(self._lab_id, self)
        self._greet(self.room)

    async def _find_refusal(self) -> int | None:
        if not self.visitor.is_authenticated and not isinstance(self.visitor, Guest):
            return NOT_SIGNED_IN
        if _admission.is_full(self.visitor):
            return TOO_MANY
        lab = await database_sync_to_async(self._look_up)()
        if lab is None:
            return NOT_THERE
        self.role, self._checked = lab.role, await database_sync_to_async(checked_text)(lab)
        return None

    def _greet(self, room: Room) -> None:
        """Say what this person may do, how the drawing is, and who is there; ask what is new."""
        self._say_role(room)
        self.give(told_message(room.last_told or self._checked))
        self.give(awareness_message(room.presence.everybody()))

    def _say_role(self, room: Room) -> None:
        self.give(told_message(json.dumps({"role": self.role})))
        if self._may_edit:
            self.give(room.state_message())

    async def disconnect(self, code: int) -> None:
        """Give the seat free."""
        del code
        self.end_work()
        if self.has_entered:
            _admission.leave(self.visitor)
        if self.room:
            if left := self.room.presence.leave(self):
                await self.room.show_presence(left)
            await rooms.leave(self.room, self)

    # -- to the browser --------------------------------------------------------------------
    def give(self, message: bytes) -> None:
        """Send a message as soon as the browser takes one; one that never does has to go."""
        if self._outbox.qsize() >= OUTBOX_MAX:
            self.refuse(TOO_MANY)
        elif not self.is_closing:
            self._outbox.put_nowait(message)

    def refuse(self, code: int) -> None:
        """Close the socket after what was said so far."""
        if not self.is_closing:
            self.is_closing = True
            self._outbox.put_nowait(code)

    async def _send_all(self) -> None:
        while not isinstance(message := await self._outbox.get(), int):
            await self.send(bytes_data=message)
        await self.close(message)

    # -- from the browser ------------------------------------------------------------------
    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """Take a message; what is none ends it."""
        if self.is_closing or self.room is None:
            return
        if bytes_data is None or text_data is not None:
            self.refuse(MALFORMED)
            return
        if len(bytes_data) > settings.LIMITS.document_bytes:
            self.refuse(TOO_BIG)
            return
        if not self._pace.allows(len(bytes_data)):
            self.refuse(TOO_MANY)
            return
        try:
            await self._take(self.room, Reader(bytes_data))
        except TooBig:
            self.refuse(TOO_BIG)
        except NotTheirs:
            self.refuse(NOT_THEIRS)
        except (Malformed, ValueError):
            self.refuse(MALFORMED)

    async def _take(self, room: Room, reader: Reader) -> None:
        match reader.varuint():
            case Kind.SYNC:
                await self._take_step(room, reader.varuint(), reader.buffer())
            case Kind.AWARENESS:
                if told := room.presence.show(reader.buffer(), self, self._person):
                    await room.show_presence(told)
            case Kind.QUERY_AWARENESS:
                self.give(awareness_message(room.presence.everybody()))
            case Kind.MARK:
                mark = reader.varuint()
                room.when_stored(lambda: self.give(mark_message(mark)))
            case Kind.SETTLE:
                self._settle(room, reader.varuint())
            case _:
                raise Malformed("there is no such message")

    async def _take_step(self, room: Room, step: int, data: bytes) -> None:
        if step == Step.STATE:
            self.give(room.missing_message(data))
        elif data == EMPTY_UPDATE:
            return
        elif self._may_edit:
            is_large = len(data) > LARGE_BYTES
            spans = await asyncio.to_thread(inspect, data) if is_large else inspect(data)
            await room.take(data, spans, self._speaker, self)
        else:
            self.refuse(NOT_ALLOWED)

    def _settle(self, room: Room, mark: int) -> None:
        """Have a revision made of what is edited so far."""
        if self._settling >= SETTLING_MAX:
            self.refuse(TOO_MANY)
            return
        self._settling += 1
        room.when_stored(lambda: self.begin(self._tell_settled(room, mark)))

    async def _tell_settled(self, room: Room, mark: int) -> None:
        revision = await room.settle()
        self._settling -= 1
        if revision is not None:
            self.give(settled_message(mark, revision))

    # -- what this person may do -----------------------------------------------------------
    @property
    def _may_edit(self) -> bool:
        return may(self.role, "edit")

    @property
    def _speaker(self) -> Speaker:
        return Speaker(self.visitor.get_username(), may_remove_all=may(self.role, "own"))

    @property
    def _person(self) -> dict[str, Any]:
        if isinstance(self.visitor, Guest):
            return guest_of(self.scope["session"].session_key)
        return person_of(self.visitor.pk, self.visitor.get_username())

    @property
    def _lab_id(self) -> UUID:
        found: UUID = self.scope["url_route"]["kwargs"]["lab_id"]
        return found

    async def look_now(self) -> None:
        """Who may do more or less than before is told so."""
        lab = await database_sync_to_async(self._look_up)()
        if lab is None:
            self.refuse(NOT_ALLOWED)
        elif lab.role != self.role and self.room:
            self.role = lab.role
            self._say_role(self.room)

    def _look_up(self) -> Lab | None:
        """Return the lab with this person's role, while that is seen and the session is there."""
        if not is_session_there(self.scope):
            return None
        return Lab.objects.visible_to(self.visitor).filter(pk=self._lab_id).first()
