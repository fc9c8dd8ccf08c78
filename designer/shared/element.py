"""One element of a shared document as plain values; whatever a hostile client wrote is skipped."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Generic, TypeVar

from pycrdt import Map
from pycrdt._base import BaseType

from designer.shared.refs import Ref, decode_ref

OWN = frozenset({"name", "$order", "$listed", "interfaces", "routes"})
"""What an element holds for our own use; everything else in it is a field of the drawing."""

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Port:
    """An interface."""

    id: str
    name: str
    listed: bool
    fields: Fields


@dataclass(frozen=True, slots=True)
class Node:
    """A node; names of its interfaces stand where the document has their ids."""

    id: str
    name: str
    ports: tuple[Port, ...]
    routes: tuple[Fields, ...]
    fields: Fields


@dataclass(frozen=True, slots=True)
class Referring:
    """A link or an expectation: what it refers to, in order, and its fields."""

    id: str
    refs: tuple[Ref, Ref]
    fields: Fields = field(default_factory=dict)


Value = TypeVar("Value")


def plain(value: Any) -> Any:
    """Return a value as JSON has it: Yjs knows one kind of number."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return value


def entries(source: Any) -> Fields:
    """Return what an element holds, without what is itself shared."""
    return {key: plain(value) for key, value in source.items() if not isinstance(value, BaseType)}


def stored_value(_: str, stored: Any) -> Any:
    """Return a plain value; nothing where it is itself shared."""
    return None if isinstance(stored, BaseType) else plain(stored)


@dataclass(frozen=True, slots=True)
class Placed(Generic[Value]):
    """An element with its place among its like."""

    place: tuple[float, str]
    value: Value


def placed(project: Callable[[str, Any], Value]) -> Callable[[str, Any], Placed[Value] | None]:
    """Return what projects an element, and tells its place; of what is none, nothing."""

    def read(key: str, stored: Any) -> Placed[Value] | None:
        if not isinstance(stored, Map):
            return None
        return Placed((order_of(stored), key), project(key, stored))

    return read


def in_order(found: Iterable[Placed[Value]]) -> list[Value]:
    """Return elements by their places, then ids: everybody sees the same order."""
    return [one.value for one in sorted(found, key=attrgetter("place"))]


def children(source: Any, project: Callable[[str, Any], Value]) -> list[Value]:
    """Return the elements that a map holds, in order."""
    if not isinstance(source, Map):
        return []
    read = placed(project)
    found = (read(key, stored) for key, stored in source.items())
    return in_order(one for one in found if one is not None)


def order_of(element: Any) -> float:
    """Return the place of an element among its like."""
    order = element.get("$order")
    return order if isinstance(order, float) and math.isfinite(order) else 0.0


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _fields(values: Fields) -> Fields:
    return {key: value for key, value in values.items() if key not in OWN}


def project_port(key: str, element: Any) -> Port:
    """Return an interface."""
    values = entries(element)
    return Port(key, _text(values.get("name")), values.get("$listed") is True, _fields(values))


def project_node(key: str, element: Any) -> Node:
    """Return a node with all it has."""
    values = entries(element)
    ports = tuple(children(element.get("interfaces"), project_port))
    names = {port.id: port.name for port in ports}
    fields = _fields(values)
    if isinstance(masquerade := fields.get("masquerade"), list):
        found = (_local_name(names, stored) for stored in masquerade)
        fields["masquerade"] = [name for name in found if name is not None]
    routes = children(element.get("routes"), lambda _, route: _project_route(names, route))
    return Node(key, _text(values.get("name")), ports, tuple(routes), fields)


def _project_route(names: dict[str, str], element: Any) -> Fields:
    fields = _fields(entries(element))
    name = _local_name(names, fields.pop("interface", None))
    return fields if name is None else {**fields, "interface": name}


def _local_name(names: dict[str, str], stored: Any) -> str | None:
    """Return the name an interface goes by in its node; nothing when it was removed meanwhile."""
    if not isinstance(stored, str):
        return None
    return names.get(stored[1:]) if stored.startswith("#") else stored


def project_link(key: str, element: Any) -> Referring:
    """Return a link."""
    fields = _fields(entries(element))
    ends = fields.pop("ends", None)
    left, right, *_ = [*ends, "", ""] if isinstance(ends, list) else ["", ""]
    return Referring(key, (decode_ref(left), decode_ref(right)), fields)


def project_shape(names: dict[str, str], element: Any) -> Fields:
    """Return a shape; `names` are those of nodes, and one that is gone is in no group any more."""
    fields = _fields(entries(element))
    stored = fields.pop("members", None)
    refs = [decode_ref(one) for one in stored] if isinstance(stored, list) else []
    drawn = [names[ref.node] for ref in refs if ref.node in names]
    members = [*drawn, *(ref.text for ref in refs if ref.node is None)]
    return {**fields, "members": members} if members else fields


def project_expectation(key: str, element: Any) -> Referring:
    """Return an expectation."""
    fields = _fields(entries(element))
    refs = decode_ref(fields.pop("from", None)), decode_ref(fields.pop("to", None))
    return Referring(key, refs, fields)
