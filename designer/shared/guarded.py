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
from designer.shared.speech import NotTheirs, Said, Speaker, may_say, said_in

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
        self._said: dict[str, Said | None] = {}
        self._note_said(list(self.document.roots["comments"].keys()))
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

    def take(self, update: bytes, spans: list[Span], speaker: Speaker | None = None) -> list[bytes]:
        """Take an edit that was inspected, and return what it changed.

        Raises Malformed, NotTheirs or TooBig.
        """
        if any(span.start > self._clocks.get(span.client, 0) for span in spans):
            raise Malformed("something was left out before this")
        self._require_room(len(update))
        if self._find_fault(update, spans, speaker):
            self._rebuild()  # also without what waits for something that never came
            if fault := self._find_fault(update, spans, speaker):
                self._rebuild()
                raise fault
        self._remember(self._effects, spans)
        if not self._effects:
            self._forget_waiting(len(update))
        return self._effects

    def _find_fault(
        self, update: bytes, spans: list[Span], speaker: Speaker | None
    ) -> Exception | None:
        """Apply an update, and return what is wrong with that."""
        self._effects, self._touched = [], set()
        try:
            self.document.ydoc.apply_update(update)
        except ValueError as error:
            return Malformed(str(error))
        if not all(self._is_sound(root, key) for root, key in self._touched):
            return Malformed("this makes of an element what is none")
        if speaker is not None and not self._is_theirs(spans, speaker):
            return NotTheirs("a comment is said and changed under one's own name alone")
        return None

    def _is_theirs(self, spans: list[Span], speaker: Speaker) -> bool:
        """Tell whether the comments that were touched are this person's to touch."""
        touched = self._touched_comments()
        if touched and not self._is_from(spans):
            return False  # it let in what somebody else had sent before
        comments = self.document.roots["comments"]
        return all(may_say(speaker, self._said.get(key), said_in(comments, key)) for key in touched)

    def _is_from(self, spans: list[Span]) -> bool:
        changed = {span.client for effect in self._effects for span in inspect(effect)}
        return changed <= {span.client for span in spans}

    def _touched_comments(self) -> list[str]:
        return [key for root, key in self._touched if root == "comments"]

    def _note_said(self, keys: Iterable[str]) -> None:
        comments = self.document.roots["comments"]
        self._said |= {key: said_in(comments, key) for key in keys}

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
        self._note_said(self._touched_comments())
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
