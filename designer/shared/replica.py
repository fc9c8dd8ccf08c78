"""A copy of a shared document at the other end of its socket: what a browser does, for programs."""

import json
from collections.abc import Callable
from typing import Any

from pycrdt import merge_updates

from designer.shared.lab_document import LabDocument
from designer.shared.protocol import EMPTY_UPDATE, Kind, Reader, Step, sync_message


class Replica:
    """A document that stays the same as the server's, as long as all messages are handed on.

    It outlives its connections: what was edited without one is sent when the server asks for it.
    """

    def __init__(self) -> None:
        self.document = LabDocument()
        self.told: list[dict[str, Any]] = []
        self.is_synced = False

    def greet(self) -> bytes:
        """Return what is sent first on a new connection."""
        self.is_synced = False
        return sync_message(Step.STATE, self.document.ydoc.get_state())

    def receive(self, message: bytes) -> bytes | None:
        """Take a message, and return the answer to it, if there is one."""
        reader = Reader(message)
        kind = reader.varuint()
        if kind == Kind.TOLD:
            self.told.append(json.loads(reader.text()))
        if kind != Kind.SYNC:
            return None
        step, data = reader.varuint(), reader.buffer()
        if step == Step.STATE:
            return sync_message(Step.MISSING, self.document.ydoc.get_update(data))
        if data != EMPTY_UPDATE:
            self.document.ydoc.apply_update(data)
        self.is_synced |= step == Step.MISSING
        return None

    def edit(self, change: Callable[[LabDocument], None]) -> bytes:
        """Return the message that tells of an edit; one that is not sent goes with a later one."""
        with self.document.recorded() as changes, self.document.ydoc.transaction():
            change(self.document)
        update = merge_updates(*changes) if changes else EMPTY_UPDATE
        return sync_message(Step.UPDATE, update)
