"""Somebody who has a lab open: a copy of its document, and a socket that may be lost."""

from collections.abc import Callable, Iterable
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection

from designer.shared.lab_document import LabDocument
from designer.shared.replica import Replica
from designer.shared.to_topology import to_topology
from tests.stack.browser import Browser
from tests.stack.stack import wait_for


class Editor:
    """One browser at a document."""

    def __init__(self, browser: Browser, lab: str, server: str | None = None) -> None:
        self.browser, self.lab, self.server = browser, lab, server
        self.replica = Replica()
        self.connection: ClientConnection | None = None
        self.code: int | None = None

    @property
    def values(self) -> dict[str, Any]:
        """The drawing as this copy has it."""
        return to_topology(self.replica.document)

    def open(self) -> "Editor":
        """Connect, and wait until all is known that the server has."""
        self.code = None
        path = f"/ws/labs/{self.lab}/document"
        self.connection = self.browser.connect(path, self.server)
        self.send(self.replica.greet())
        self.hear_until(lambda: self.replica.is_synced or self.code)
        return self

    def edit(self, change: Callable[[LabDocument], None]) -> None:
        """Edit, and tell it where there is a connection."""
        message = self.replica.edit(change)
        if self.connection:
            self.send(message)

    def send(self, message: bytes) -> None:
        """Send a message, unless the connection was lost."""
        try:
            assert self.connection
            self.connection.send(message)
        except ConnectionClosed as closed:
            self._lost(closed)

    def _lost(self, closed: ConnectionClosed) -> None:
        self.code = closed.rcvd.code if closed.rcvd else 1006
        self.connection = None

    def hear(self) -> None:
        """Take in what has come."""
        while self.connection:
            try:
                message = self.connection.recv(timeout=0.01)
            except TimeoutError:
                return
            except ConnectionClosed as closed:
                self._lost(closed)
                return
            assert isinstance(message, bytes)
            if answer := self.replica.receive(message):
                self.send(answer)

    def hear_until(self, answer: Callable[[], Any], what: str = "a message") -> None:
        """Take in what comes until something is so."""

        def heard() -> Any:
            self.hear()
            return answer()

        wait_for(heard, what)

    def lose(self) -> None:
        """Lose the connection without a word."""
        if self.connection:
            self.connection.socket.close()
            self.connection = None

    def close(self) -> None:
        """Leave."""
        if self.connection:
            self.connection.close()
            self.connection = None


def await_agreement(editors: Iterable[Editor]) -> dict[str, Any]:
    """Return the drawing that all copies and the stored lab have in the end."""
    everybody = list(editors)
    first = everybody[0]

    def agreed() -> dict[str, Any] | None:
        for editor in everybody:
            editor.hear()
        stored = first.browser.get(f"/api/labs/{first.lab}")["topology"]
        same = all(editor.values == stored for editor in everybody)
        return stored if same else None

    return dict(wait_for(agreed, "all copies and the stored drawing to be the same"))
