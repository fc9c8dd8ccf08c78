"""A shared document as the values of a drawing; the same JSON as frontend/src/doc/toTopology.ts."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from designer.shared.element import (
    Fields,
    Node,
    Port,
    Referring,
    children,
    entries,
    in_order,
    placed,
    project_expectation,
    project_link,
    project_node,
    project_shape,
    stored_value,
)
from designer.shared.followed import Followed
from designer.shared.lab_document import LabDocument
from designer.shared.refs import Ref
from designer.topology.topology import VERSION

Texts = dict[tuple[str, str | None], str]
"""What a person reads for a node's id, or for those of a node and its interface."""

PAIR = 2


def to_topology(document: LabDocument) -> dict[str, Any]:
    """Return the drawing; a link whose node somebody has just removed is left out."""
    return DrawingReader(document).read().values


@dataclass(frozen=True, slots=True)
class ReadDrawing:
    """What a document says: a drawing, and its nodes in order, of which two may have one name."""

    nodes: list[Node]
    values: dict[str, Any]


class DrawingReader:
    """Reads a document as often as it is edited; what was not edited since is not read again."""

    def __init__(self, document: LabDocument) -> None:
        self.document = document
        self._nodes = Followed(document.nodes, placed(project_node))
        self._links = Followed(document.links, placed(project_link))
        self._expect = Followed(document.expect, placed(project_expectation))
        self._places = Followed(document.pos, stored_value)

    def read(self) -> ReadDrawing:
        """Return what the document says now."""
        with self.document.ydoc.transaction():  # of one's own, each look would need one
            nodes = in_order(self._nodes.by_key().values())
            return ReadDrawing(nodes, self._values(nodes))

    def _values(self, nodes: list[Node]) -> dict[str, Any]:
        meta = entries(self.document.meta)
        name = meta.get("name")
        texts = _texts(nodes)
        parts = {
            "links": _links(in_order(self._links.by_key().values()), texts),
            "expect": _expectations(in_order(self._expect.by_key().values()), texts),
            "layout": _layout(self._places.by_key(), nodes),
            "shapes": _shapes(self.document, nodes),
        }
        return {
            "version": VERSION,
            "name": name if isinstance(name, str) else "",
            **meta,
            "nodes": {node.name: _node(node) for node in nodes},
            **{key: part for key, part in parts.items() if part},
        }


def _texts(nodes: list[Node]) -> Texts:
    texts: Texts = {}
    for node in nodes:
        texts[node.id, None] = node.name
        texts |= {(node.id, port.id): f"{node.name}:{port.name}" for port in node.ports}
    return texts


def _text_of(texts: Texts, ref: Ref) -> str | None:
    """Return what a person reads for a reference; nothing when what it names is gone."""
    return ref.text if ref.node is None else texts.get((ref.node, ref.interface))


def _node(node: Node) -> Fields:
    written = {port.name: port.fields for port in node.ports if _is_written(port)}
    parts = {"interfaces": written, "routes": list(node.routes)}
    return {**node.fields, **{key: part for key, part in parts.items() if part}}


def _is_written(port: Port) -> bool:
    """An interface without settings need not be written: its link names it."""
    return port.listed or bool(port.fields)


def _read(texts: Texts, one: Referring) -> list[str] | None:
    found = [text for ref in one.refs if (text := _text_of(texts, ref)) is not None]
    return found if len(found) == PAIR else None


def _links(links: list[Referring], texts: Texts) -> list[Fields]:
    found = ((link, _read(texts, link)) for link in links)
    return [{"ends": ends, **link.fields} for link, ends in found if ends]


def _expectations(every: list[Referring], texts: Texts) -> list[Fields]:
    found = ((one, _read(texts, one)) for one in every)
    return [{"from": refs[0], "to": refs[1], **one.fields} for one, refs in found if refs]


def _shapes(document: LabDocument, nodes: list[Node]) -> list[Fields]:
    names = {node.id: node.name for node in nodes}
    return children(document.shapes, lambda _, shape: project_shape(names, shape))


def _layout(places: Mapping[str, Any], nodes: list[Node]) -> dict[str, list[int]]:
    found = ((node.name, rounded(places.get(node.id))) for node in nodes)
    return {name: place for name, place in found if place}


def rounded(stored: Any) -> list[int] | None:
    """Return a place as a browser rounds it: halves go up. Nothing where there is none."""
    match stored:
        case [int() | float() as x, int() | float() as y, *_] if _is_finite(x, y):
            return [math.floor(x + 0.5), math.floor(y + 0.5)]
        case _:
            return None


def _is_finite(*numbers: float) -> bool:
    return all(math.isfinite(number) for number in numbers)
