"""Edits as people make them, chosen by a random number generator that can be given its seed."""

import random
from collections.abc import Callable, Iterator
from itertools import count

from pycrdt import Map

from designer.shared.lab_document import LabDocument
from designer.shared.refs import new_id

Edit = Callable[[LabDocument], None]


class Hand:
    """One editor's edits; its names are its own, for two of one name are no drawing."""

    def __init__(self, number: int, author: str, chance: random.Random) -> None:
        self._author = author
        self._chance = chance
        self._names: Iterator[str] = (f"e{number}n{at}" for at in count())

    def next_edit(self) -> Edit:
        """Choose what to do next; adding is more frequent, so that the lab grows."""
        edits = (self.add, self.add, self.add, self.link, self.link, self.move, self.rename)
        return self._chance.choice((*edits, self.remove, self.unlink, self.comment))

    def add(self, document: LabDocument) -> None:
        """Draw a node and place it."""
        key = new_id()
        fields = {"name": next(self._names), "$order": len(document.nodes)}
        kind = self._chance.choice(("host", "router", "switch"))
        maps = {"interfaces": Map(), "routes": Map()}
        document.nodes[key] = Map({**fields, "kind": kind, **maps})
        document.pos[key] = self._place()

    def link(self, document: LabDocument) -> None:
        """Link two nodes, each by an interface of its own."""
        if len(document.nodes) < 2:
            return
        ends = []
        for node in self._chance.sample(sorted(document.nodes), 2):
            port = new_id()
            document.nodes[node]["interfaces"][port] = Map({"name": next(self._names), "$order": 0})
            ends.append(f"#{node}/{port}")
        document.links[new_id()] = Map({"ends": ends, "$order": len(document.links)})

    def move(self, document: LabDocument) -> None:
        """Drag a node somewhere else."""
        if node := self._any(document.nodes):
            document.pos[node] = self._place()

    def rename(self, document: LabDocument) -> None:
        """Give a node another name."""
        if node := self._any(document.nodes):
            document.nodes[node]["name"] = next(self._names)

    def remove(self, document: LabDocument) -> None:
        """Remove a node, and the links that end there as far as this copy knows of them."""
        if node := self._any(document.nodes):
            for key, link in list(document.links.items()):
                if any(end.startswith(f"#{node}/") for end in link["ends"]):
                    del document.links[key]
            del document.nodes[node]
            document.pos.pop(node, None)

    def unlink(self, document: LabDocument) -> None:
        """Remove a link."""
        if link := self._any(document.links):
            del document.links[link]

    def comment(self, document: LabDocument) -> None:
        """Say something about a node."""
        node = self._any(document.nodes)
        said = {"target": f"node:{node}", "text": next(self._names), "author": self._author}
        document.roots["comments"][new_id()] = Map({**said, "at_ms": 0, "replies": Map()})

    def _any(self, elements: Map) -> str | None:  # type: ignore[type-arg]
        return self._chance.choice(sorted(elements)) if len(elements) else None

    def _place(self) -> list[int]:
        return [self._chance.randrange(4000), self._chance.randrange(4000)]
