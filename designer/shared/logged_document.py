"""A shared document as far as its log was read."""

from collections.abc import Iterable

from designer.shared.lab_document import LabDocument
from designer.shared.to_topology import DrawingReader


class LoggedDocument:
    """A document up to the update with a `number`, -1 where nothing was read so far."""

    def __init__(self) -> None:
        self.document = LabDocument()
        self.number = -1
        self.reader = DrawingReader(self.document)

    def take(self, updates: Iterable[bytes], number: int) -> None:
        """Take in what the log has up to a number; it may say again what is known."""
        for update in updates:
            self.document.ydoc.apply_update(update)
        self.number = number
