"""The Yjs document of a lab; its layout is the same as in frontend/src/doc/labDocument.ts."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from pycrdt import Doc, Map, Text, merge_updates

ROOTS = ("nodes", "links", "expect", "meta", "pos", "shapes", "comments")
"""Names of the maps that a document consists of."""

Element = Map[Any]


class LabDocument:
    """A document and its maps; every element is a map of its own, by a random id."""

    def __init__(self, updates: Iterable[bytes] = ()) -> None:
        self.ydoc: Doc[Any] = Doc()
        for update in updates:
            self.ydoc.apply_update(update)
        self.roots: dict[str, Element] = {name: self.ydoc.get(name, type=Map) for name in ROOTS}
        self.nodes, self.links = self.roots["nodes"], self.roots["links"]
        self.expect, self.meta = self.roots["expect"], self.roots["meta"]
        self.pos, self.shapes = self.roots["pos"], self.roots["shapes"]
        self.source: Text = self.ydoc.get("source", type=Text)

    def write(self, text: str) -> bytes | None:
        """Have another text be the one that a person wrote last, and return what that changed."""
        if str(self.source) == text:
            return None
        with self.recorded() as changes, self.ydoc.transaction():
            self.source.clear()
            self.source.insert(0, text)
        return merge_updates(*changes)

    @contextmanager
    def recorded(self) -> Iterator[list[bytes]]:
        """Give a list that fills with what is changed meanwhile."""
        changes: list[bytes] = []
        subscription = self.ydoc.observe(lambda event: changes.append(event.update))
        try:
            yield changes
        finally:
            self.ydoc.unobserve(subscription)

    def to_bytes(self) -> bytes:
        """Return the whole document as one update."""
        return self.ydoc.get_update()
