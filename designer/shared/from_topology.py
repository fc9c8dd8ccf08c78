"""The values of a drawing, put into a shared document as frontend/src/doc/fromTopology.ts does."""

from collections.abc import Iterable, Mapping
from typing import Any

from pycrdt import Map

from designer.shared.lab_document import Element, LabDocument
from designer.shared.refs import Ref, encode_ref, new_id

Values = Mapping[str, Any]

PARTS = frozenset({"nodes", "links", "expect", "layout", "shapes"})
"""Keys of a drawing that have maps of their own; all others are in `meta`."""


class Names:
    """Ids by name; a name that stands for nothing drawn stays a text."""

    def __init__(self) -> None:
        self.nodes: dict[str, str] = {}
        self.ports: dict[str, dict[str, str]] = {}

    def resolve(self, text: str) -> Ref:
        """Read `node`, `node:interface`, or anything else."""
        name, *ports = text.split(":")
        node = self.nodes.get(name)
        if node is None or len(ports) > 1:
            return Ref(text=text)
        if not ports:
            return Ref(node)
        port = self.ports[node].get(ports[0])
        return Ref(text=text) if port is None else Ref(node, port)

    def encode(self, text: str) -> str:
        """Return what the document holds for a name."""
        return encode_ref(self.resolve(text))

    def local(self, node: str, name: str) -> str:
        """Return what the document holds for an interface of the same node."""
        port = self.ports[node].get(name)
        return name if port is None else f"#{port}"


def element(order: int, fields: Values) -> Element:
    """Return a new element."""
    return Map({"$order": order, **fields})


def from_topology(values: Values) -> LabDocument:
    """Return a new document of a drawing as plain values."""
    document = LabDocument()
    names = Names()
    nodes: Values = values.get("nodes", {})
    with document.ydoc.transaction():
        for key, value in values.items():
            if key not in PARTS:
                document.meta[key] = value
        for order, (name, node) in enumerate(nodes.items()):
            insert_node(document, names, name, node, order)
        name_ends(document, names, values.get("links", ()))
        for name, node in nodes.items():
            insert_references(document, names, names.nodes[name], node)
        for order, link in enumerate(values.get("links", ())):
            document.links[new_id()] = element(order, link_fields(names, link))
        for order, one in enumerate(values.get("expect", ())):
            document.expect[new_id()] = element(order, expectation_fields(names, one))
        for order, shape in enumerate(values.get("shapes", ())):
            document.shapes[new_id()] = element(order, shape_fields(names, shape))
        for name, place in values.get("layout", {}).items():
            if name in names.nodes:
                document.pos[names.nodes[name]] = list(place)
    return document


def node_fields(names: Names, node: str, values: Values) -> dict[str, Any]:
    """Return what a node holds beside its name, interfaces and routes."""
    fields = {key: one for key, one in values.items() if key not in {"interfaces", "routes"}}
    if masquerade := fields.pop("masquerade", None):
        fields["masquerade"] = [names.local(node, port) for port in masquerade]
    return fields


def route_fields(names: Names, node: str, route: Values) -> dict[str, Any]:
    """Return what a route holds."""
    via = {"interface": names.local(node, route["interface"])} if "interface" in route else {}
    return {**route, **via}


def link_fields(names: Names, link: Values) -> dict[str, Any]:
    """Return what a link holds."""
    return {**link, "ends": [names.encode(end) for end in link["ends"]]}


def expectation_fields(names: Names, one: Values) -> dict[str, Any]:
    """Return what an expectation holds."""
    return {**one, "from": names.encode(one["from"]), "to": names.encode(one["to"])}


def shape_fields(names: Names, shape: Values) -> dict[str, Any]:
    """Return what a shape holds."""
    if "members" not in shape:
        return dict(shape)
    return {**shape, "members": [names.encode(name) for name in shape["members"]]}


def insert_node(document: LabDocument, names: Names, name: str, node: Values, order: int) -> None:
    """Put in a node and its interfaces; what names interfaces comes later."""
    key = names.nodes[name] = new_id()
    ports = {port: new_id() for port in node.get("interfaces", {})}
    names.ports[key] = ports
    made = {
        ports[port]: element(at, {**settings, "name": port, "$listed": True})
        for at, (port, settings) in enumerate(node.get("interfaces", {}).items())
    }
    hidden = {"interfaces", "routes", "masquerade"}
    fields = {key: value for key, value in node.items() if key not in hidden}
    maps: dict[str, Element] = {"interfaces": Map(made), "routes": Map()}
    document.nodes[key] = element(order, {**fields, "name": name, **maps})


def name_ends(document: LabDocument, names: Names, links: Iterable[Values]) -> None:
    """Give an interface that only a link names its place too."""
    for link in links:
        for end in link["ends"]:
            name, *rest = end.split(":")
            node = names.nodes.get(name)
            if node is None or len(rest) != 1 or rest[0] in names.ports[node]:
                continue
            ports = names.ports[node]
            key = new_id()
            document.nodes[node]["interfaces"][key] = element(len(ports), {"name": rest[0]})
            ports[rest[0]] = key


def insert_references(document: LabDocument, names: Names, node: str, values: Values) -> None:
    """Put in what names interfaces: routes and masquerade."""
    made = document.nodes[node]
    for order, route in enumerate(values.get("routes", ())):
        made["routes"][new_id()] = element(order, route_fields(names, node, route))
    if masquerade := values.get("masquerade"):
        made["masquerade"] = [names.local(node, port) for port in masquerade]
