"""A map of a shared document that is read again and again: only what was edited is read anew."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from designer.shared.lab_document import Element

Value = TypeVar("Value")


class Followed(Generic[Value]):
    """What the entries of a map say; to be used by the thread that edits the document."""

    def __init__(self, source: Element, read: Callable[[str, Any], Value | None]) -> None:
        """`read` is given a key and what is stored by it, and returns None where that is nothing.

        It looks at nothing else in the document, for only a change within the entry is noticed.
        """
        self._source = source
        self._read = read
        self._stale = set(source.keys())
        self._known: dict[str, Value] = {}
        source.observe_deep(self._note)

    def by_key(self) -> Mapping[str, Value]:
        """Return what is said now."""
        for key in self._stale:
            value = self._read(key, self._source[key]) if key in self._source else None
            if value is None:
                self._known.pop(key, None)
            else:
                self._known[key] = value
        self._stale.clear()
        return self._known

    def _note(self, events: Any) -> None:
        for event in events:
            self._stale |= {event.path[0]} if event.path else event.keys.keys()
