"""A shared document that takes edits of people who may be hostile, and stays what it has to be.

An update cannot be taken back from a Yjs document. So what was accepted is remembered, and a
document that an update has spoilt is made anew without it.
"""

from collections.abc import Iterable
from typing import Any

from pycrdt import Map, TransactionEvent
from pycrdt._base import BaseType

from designer.shared.inspection import Span, inspect, read_state
from designer.shared.lab_document import LabDocument
from designer.shared.protocol import EMPTY_UPDATE, Malformed

PLAIN = frozenset({"meta", "pos"})
"""Maps of plain values; all others are of elements."""

PARTS = frozenset({"interfaces", "routes"})
"""What of a node is a map of elements again."""

DEPTH_MAX = 3
"""How deep shared types are in an element: a comment's answers have texts."""

REMEMBERED_MAX = 200


class TooBig(Exception):
    """The document would be larger than is allowed."""


class GuardedDocument:
    """A document, and the updates that it can be made of again."""

    def __init__(self, updates: Iterable[bytes], size_max: int) -> None:
        self._size_max = size_max
        self._accepted = [*updates]
        self._without_effect = 0
        self._rebuild()

    def _rebuild(self) -> None:
        self.document = LabDocument(self._accepted)
        self._effects: list[bytes] = []
        self._touched: set[tuple[str, str]] = set()
        ydoc = self.document.ydoc
        self._clocks = read_state(ydoc.get_state())
        self._watching: list[Any] = [ydoc.observe(self._note_effect)]
        for name, root in self.document.roots.items():
            self._watching.append(root.observe_deep(self._toucher(name)))

    def _note_effect(self, event: TransactionEvent) -> None:
        if event.update != EMPTY_UPDATE:
            self._effects.append(event.update)

    def _toucher(self, root: str) -> Any:
        def note(events: list[Any]) -> None:
            for event in events:
                keys = event.path[:1] or event.keys
                self._touched |= {(root, str(key)) for key in keys}

        return note

    def integrate(self, update: bytes) -> list[bytes]:
        """Take what was accepted elsewhere, and return what it changed here."""
        self._effects, self._touched = [], set()
        self.document.ydoc.apply_update(update)
        self._remember(self._effects, inspect(update))
        return self._effects

    def take(self, update: bytes, spans: list[Span]) -> list[bytes]:
        """Take an edit that was inspected, and return what it changed.

        Raises Malformed or TooBig.
        """
        if any(span.start > self._clocks.get(span.client, 0) for span in spans):
            raise Malformed("something was left out before this")
        self._require_room(len(update))
        if self._spoils(update):
            self._rebuild()  # also without what waits for something that never came
            if self._spoils(update):
                self._rebuild()
                raise Malformed("this makes of an element what is none")
        self._remember(self._effects, spans)
        if not self._effects:
            self._forget_waiting(len(update))
        return self._effects

    def _spoils(self, update: bytes) -> bool:
        self._effects, self._touched = [], set()
        try:
            self.document.ydoc.apply_update(update)
        except ValueError:
            return True
        return not all(self._is_sound(root, key) for root, key in self._touched)

    def _is_sound(self, root: str, key: str) -> bool:
        source = self.document.roots[root]
        if key not in source:
            return True
        value = source[key]
        if root in PLAIN:
            return not isinstance(value, BaseType)
        if not isinstance(value, Map) or _depth(value) > DEPTH_MAX:
            return False
        return root != "nodes" or all(_is_map_of_elements(value.get(part)) for part in PARTS)

    def _remember(self, effects: list[bytes], spans: list[Span]) -> None:
        for span in spans if effects else ():
            self._clocks[span.client] = max(span.end, self._clocks.get(span.client, 0))
        self._accepted += effects
        if len(self._accepted) > REMEMBERED_MAX:
            self._accepted = [self.document.to_bytes()]

    def _require_room(self, size: int) -> None:
        if size + sum(map(len, self._accepted)) <= self._size_max:
            return
        self._accepted = [self.document.to_bytes()]
        if size + len(self._accepted[0]) > self._size_max:
            raise TooBig(f"a document may have {self._size_max} bytes")

    def _forget_waiting(self, size: int) -> None:
        """Yjs keeps what depends on edits that nobody knows: we let it for a while."""
        self._without_effect += size
        if self._without_effect > self._size_max:
            self._without_effect = 0
            self._rebuild()


def _depth(value: Any) -> int:
    """Return how deep shared types are in one another, looked at no further than is allowed."""
    below = [value]
    for depth in range(DEPTH_MAX + 1):
        below = [one for each in below for one in _children(each)]
        if not below:
            return depth
    return DEPTH_MAX + 1


def _children(value: Any) -> list[BaseType]:
    inner = value.values() if isinstance(value, Map) else value
    return [one for one in inner if isinstance(one, BaseType)]


def _is_map_of_elements(value: Any) -> bool:
    if value is None:
        return True
    return isinstance(value, Map) and all(isinstance(one, Map) for one in value.values())
