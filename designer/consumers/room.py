"""A lab's shared document in this process, for as long as somebody here has it open.

Whoever edits changes the room's document; what that changed goes to the others here at once, into
the database, and from there with its number to the other processes.
"""

import asyncio
import json
import logging
from collections.abc import Callable, Iterable
from typing import Any, Protocol
from uuid import UUID

from channels.db import database_sync_to_async
from django.conf import settings
from django.db import DatabaseError
from pycrdt import merge_updates

from designer import relay
from designer.consumers.admission import NOT_THERE
from designer.consumers.deriver import CannotDerive, IsGone, deriver
from designer.consumers.presence import Presence
from designer.models import SharedDocument
from designer.relay import NUMBER_BYTES, Message, Sort
from designer.services import documents
from designer.services.run_news import RunsSeen
from designer.shared.guarded import GuardedDocument
from designer.shared.inspection import Span
from designer.shared.protocol import Step, awareness_message, sync_message, told_message
from designer.shared.speech import NotTheirs, Speaker

QUIET_S = 0.3
"""So long after the last change the drawing is derived,"""
LONGEST_S = 1.5
"""and at most so long after the first; a drawing that takes long is derived less often."""

SHARE = 4
"""One part in so many of the time goes into deriving one lab."""

LOOK_S = 2.0
"""How often the database is asked what was missed of what the others told."""

RETRY_S = 0.5

logger = logging.getLogger(__name__)


class Seat(Protocol):
    """One browser in a room."""

    def give(self, message: bytes) -> None:
        """Send it a message, as soon as it takes one."""

    def refuse(self, code: int) -> None:
        """Close its socket."""

    def look_again(self) -> None:
        """See whether it may still be here."""


class Room:
    """One document and all in this process who have it open."""

    def __init__(self, lab: UUID) -> None:
        self.lab = lab
        self.seats: set[Seat] = set()
        self.presence = Presence()
        self.last_told = ""
        self._sender = relay.new_sender()
        self._redis = relay.open_client()
        self._number = -1
        self._unsaved: list[bytes] = []
        self._taken = 0
        self._stored = 0
        self._waiting: list[tuple[int, Callable[[], None]]] = []
        self._changed_at = 0.0
        self._deriving_s = 0.0
        self._is_unchecked = False
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._deriving: set[asyncio.Task[int | None]] = set()
        self._runs: RunsSeen
        self._document = GuardedDocument((), settings.MAX_SHARED_BYTES)

    async def open(self) -> None:
        """Read the document, and follow what happens to it elsewhere."""
        log = await database_sync_to_async(documents.open_log)(self.lab)
        self._runs = await database_sync_to_async(RunsSeen)(self.lab)
        self._document = GuardedDocument(log.updates, settings.MAX_SHARED_BYTES)
        self._number = log.number
        self._begin("listen", self._listen)

    async def close(self) -> None:
        """Store what is not stored yet, and stop following."""
        for name in ("save", "check"):
            if task := self._tasks.get(name):
                await task
        await asyncio.gather(*self._deriving)
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        await self._redis.aclose()

    def _begin(self, name: str, work: Any) -> None:
        """Have one task at a time of each name."""
        task = self._tasks.get(name)
        if task is None or task.done():
            self._tasks[name] = asyncio.create_task(work())

    # -- what browsers say -----------------------------------------------------------------
    def state_message(self) -> bytes:
        """Return the question for what this room lacks."""
        return sync_message(Step.STATE, self._document.document.ydoc.get_state())

    def missing_message(self, state: bytes) -> bytes:
        """Return what somebody who has `state` lacks; raises ValueError."""
        return sync_message(Step.MISSING, self._document.document.ydoc.get_update(state))

    async def take(self, update: bytes, spans: list[Span], speaker: Speaker, seat: Seat) -> None:
        """Take an edit, and pass on and store what it changed.

        Raises Malformed, NotTheirs or TooBig.
        """
        try:
            effects = self._document.take(update, spans, speaker)
        except NotTheirs:
            await self._catch_up()  # it may bring along what others said, and this room lacks
            effects = self._document.take(update, spans, speaker)
        for effect in effects:
            self._pass_on(sync_message(Step.UPDATE, effect), seat)
            self._unsaved.append(effect)
            self._taken += 1
        if self._unsaved:
            self._begin("save", self._save)

    def when_stored(self, say: Callable[[], None]) -> None:
        """Have something said once all edits that were taken so far are in the database."""
        self._waiting.append((self._taken, say))
        self._say_stored()

    def _say_stored(self) -> None:
        ready = [say for taken, say in self._waiting if taken <= self._stored]
        self._waiting = [one for one in self._waiting if one[0] > self._stored]
        for say in ready:
            say()

    def _pass_on(self, message: bytes, but: Seat | None = None) -> None:
        for seat in self.seats:
            if seat is not but:
                seat.give(message)

    # -- what is stored --------------------------------------------------------------------
    async def _save(self) -> None:
        while self._unsaved:
            update, self._unsaved = merge_updates(*self._unsaved), []
            taken = self._taken
            try:
                number = await database_sync_to_async(documents.append_update)(self.lab, update)
            except SharedDocument.DoesNotExist:
                self._refuse_all()
                return
            except DatabaseError as error:
                logger.warning("an edit waits for the database: %s", error)
                self._unsaved.insert(0, update)
                await asyncio.sleep(RETRY_S)
                continue
            self._stored = taken
            self._changed()
            self._say_stored()
            await self._tell(Sort.UPDATE, number.to_bytes(NUMBER_BYTES) + update)
            await self._reach(number)

    async def _reach(self, number: int) -> None:
        """Remember how far the log is known; what lies between is read from the database."""
        if number == self._number + 1:
            self._number = number
        elif number > self._number:
            await self._catch_up()

    async def _take_numbered(self, body: bytes) -> None:
        """Yjs must not see an edit before those that it builds on."""
        number = int.from_bytes(body[:NUMBER_BYTES])
        if number == self._number + 1:
            self._integrate(body[NUMBER_BYTES:])
        await self._reach(number)

    async def _catch_up(self) -> None:
        try:
            log = await database_sync_to_async(documents.read_log)(self.lab, self._number)
        except SharedDocument.DoesNotExist:
            self._refuse_all()
            return
        for update in log.updates:
            self._integrate(update)
        self._number = max(self._number, log.number)
        if log.derived_number < log.number and not self._is_unchecked:
            self._changed()

    def _integrate(self, update: bytes) -> None:
        for effect in self._document.integrate(update):
            self._pass_on(sync_message(Step.UPDATE, effect))

    def _refuse_all(self) -> None:
        for seat in list(self.seats):
            seat.refuse(NOT_THERE)

    # -- what is derived -------------------------------------------------------------------
    def _changed(self) -> None:
        self._changed_at = asyncio.get_running_loop().time()
        self._is_unchecked = True
        self._begin("check", self._check)

    async def _check(self) -> None:
        loop = asyncio.get_running_loop()
        while self._is_unchecked:
            await self._await_quiet()
            if not self._is_unchecked:
                return  # somebody could not wait
            began_at = loop.time()
            await self.settle()
            self._deriving_s = loop.time() - began_at

    async def settle(self) -> int | None:
        """Derive the drawing from what is stored, tell everybody, and return its revision.

        It goes on where who asked for it has gone meanwhile: the others are told all the same.
        """
        self._is_unchecked = False
        task = asyncio.create_task(self._derive())
        self._deriving.add(task)
        task.add_done_callback(self._deriving.discard)
        return await asyncio.shield(task)

    async def _derive(self) -> int | None:
        try:
            text = await deriver.check(self.lab)
        except IsGone:
            self._refuse_all()
        except CannotDerive as error:
            logger.warning("a drawing is derived later: %s", error)
        else:
            if text != self.last_told:
                self.tell(text)
                await self._tell(Sort.CHECKED, text.encode())
            return int(json.loads(text)["revision"])
        return None

    async def _await_quiet(self) -> None:
        loop = asyncio.get_running_loop()
        latest = loop.time() + max(LONGEST_S, self._deriving_s * SHARE)
        while True:
            quiet_s = max(QUIET_S, self._deriving_s)
            pause_s = min(self._changed_at + quiet_s, latest) - loop.time()
            if pause_s <= 0:
                return
            await asyncio.sleep(pause_s)

    def tell(self, text: str) -> None:
        """Tell everybody here what was found in the drawing."""
        self.last_told = text
        self._pass_on(told_message(text))

    # -- other processes -------------------------------------------------------------------
    async def _tell(self, sort: Sort, body: bytes) -> None:
        try:
            await relay.publish_from(self._redis, self.lab, Message(self._sender, sort, body))
        except relay.LOST as error:
            logger.info("the others will see in the database: %s", error)

    async def _listen(self) -> None:
        while True:
            try:
                async with relay.listen(self._redis, self.lab) as hear:
                    await self._tell(Sort.ASK_AWARENESS, b"")
                    while True:
                        await self._look()
                        await self._hear_for(LOOK_S, hear)
            except (*relay.LOST, DatabaseError) as error:
                logger.info("looking again soon: %s", error)
                await asyncio.sleep(RETRY_S)

    async def _look(self) -> None:
        await self._catch_up()
        for news in await database_sync_to_async(self._runs.missed)():
            self._pass_on(told_message(news))

    async def _hear_for(self, duration_s: float, hear: relay.Hear) -> None:
        loop = asyncio.get_running_loop()
        end = loop.time() + duration_s
        while (left_s := end - loop.time()) > 0:
            if message := await hear(left_s):
                await self._take_in(message)

    async def _take_in(self, message: Message) -> None:
        if message.sender == self._sender:
            return
        match message.sort:
            case Sort.UPDATE:
                await self._take_numbered(message.body)
            case Sort.AWARENESS:
                self.presence.hear(message.body)
                self._pass_on(awareness_message(message.body))
            case Sort.ASK_AWARENESS:
                await self._tell(Sort.AWARENESS, self.presence.of_here())
            case Sort.CHECKED:
                self.tell(message.body.decode())
            case Sort.RUN:
                self._runs.note(news := message.body.decode())
                self._pass_on(told_message(news))
            case Sort.ACCESS:
                self._look_again(self.seats)

    def _look_again(self, seats: Iterable[Seat]) -> None:
        for seat in list(seats):
            seat.look_again()

    async def show_presence(self, states: bytes) -> None:
        """Have everybody see what people here do, who did it too: it shows that we are there."""
        self._pass_on(awareness_message(states))
        await self._tell(Sort.AWARENESS, states)
