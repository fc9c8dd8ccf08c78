"""A drawing that came as a whole, brought into a shared document as the few changes it makes.

Nodes and interfaces are known by their names, links by their ends. Who edits the document at the
moment keeps all that the drawing does not say otherwise.
"""

from collections.abc import Sequence
from typing import Any

from pycrdt import Map, merge_updates

from designer.shared.element import OWN, entries, order_of, plain
from designer.shared.from_topology import (
    PARTS,
    Names,
    Values,
    element,
    expectation_fields,
    insert_node,
    link_fields,
    name_ends,
    node_fields,
    route_fields,
    shape_fields,
)
from designer.shared.lab_document import Element, LabDocument
from designer.shared.matching import Key, match, text_of
from designer.shared.ordering import find_places
from designer.shared.refs import new_id
from designer.shared.to_topology import rounded


def bring(document: LabDocument, values: Values) -> bytes | None:
    """Have a document say what a drawing says, and return what that changed.

    `values` are those of Topology.plain().
    """
    with document.recorded() as changes:
        _bring(document, values)
    return merge_updates(*changes) if changes else None


def _bring(document: LabDocument, values: Values) -> None:
    nodes: Values = values.get("nodes", {})
    links: Sequence[Values] = values.get("links", ())
    with document.ydoc.transaction():
        meta = {key: one for key, one in values.items() if key not in PARTS}
        _set_fields(document.meta, meta, own=frozenset())
        names = _bring_nodes(document, nodes)
        linked = _named(links)
        for name, node in nodes.items():
            _bring_ports(document, names, names.nodes[name], node, linked.get(name, set()))
        name_ends(document, names, links)
        for name, node in nodes.items():
            _bring_references(document, names, names.nodes[name], node)
        _bring_lists(document, names, values)
        _bring_layout(document, names, values.get("layout", {}))


def _bring_nodes(document: LabDocument, nodes: Values) -> Names:
    names = Names()
    known = _by_name(document.nodes)
    for order, (name, node) in enumerate(nodes.items()):
        if name in known:
            names.nodes[name] = known[name]
            names.ports[known[name]] = {}
        else:
            insert_node(document, names, name, node, order)
    _keep_only(document.nodes, names.nodes.values())
    _keep_only(document.pos, names.nodes.values())
    _set_order(document.nodes, list(names.nodes.values()))
    return names


def _named(links: Sequence[Values]) -> dict[str, set[str]]:
    """Return the interfaces that links name, by node."""
    named: dict[str, set[str]] = {}
    for link in links:
        for end in link["ends"]:
            node, _, port = end.partition(":")
            named.setdefault(node, set()).add(port)
    return named


def _bring_ports(
    document: LabDocument, names: Names, key: str, node: Values, linked: set[str]
) -> None:
    """An interface without settings that a link names keeps its place, and is not written."""
    source = _child(document.nodes[key], "interfaces")
    wanted: Values = node.get("interfaces", {})
    known = _by_name(source)
    ports = {name: port for name, port in known.items() if name in wanted or name in linked}
    for name in [*wanted, *(ports.keys() - wanted.keys())]:
        said = {**wanted[name], "name": name, "$listed": True} if name in wanted else {"name": name}
        if name in ports:
            _set_fields(source[ports[name]], said, own=frozenset({"$order"}))
        else:
            ports[name] = new_id()
            source[ports[name]] = element(len(ports), said)
    _keep_only(source, ports.values())
    _set_order(source, [ports[name] for name in wanted])
    names.ports[key] = ports


def _bring_references(document: LabDocument, names: Names, key: str, node: Values) -> None:
    _set_fields(document.nodes[key], node_fields(names, key, node))
    routes = [route_fields(names, key, route) for route in node.get("routes", ())]
    source = _child(document.nodes[key], "routes")
    _bring_list(source, routes, lambda route: text_of(route.get("destination")))


def _bring_lists(document: LabDocument, names: Names, values: Values) -> None:
    links = [link_fields(names, one) for one in values.get("links", ())]
    _bring_list(document.links, links, _ends_in_any_order)
    expect = [expectation_fields(names, one) for one in values.get("expect", ())]
    ways = ("from", "to", "probe")
    _bring_list(document.expect, expect, lambda one: text_of([one.get(key) for key in ways]))
    shapes = [shape_fields(names, one) for one in values.get("shapes", ())]
    _bring_list(document.shapes, shapes, lambda one: text_of([one.get("kind"), one.get("text")]))


def _ends_in_any_order(link: Values) -> str:
    ends = link.get("ends")
    return text_of(sorted(map(str, ends)) if isinstance(ends, list) else ends)


def _bring_list(source: Element, wanted: Sequence[Values], key: Key) -> None:
    known = {one: _fields(found, OWN) for one, found in _elements(source).items()}
    ids = match(known, wanted, key)
    order = [one or new_id() for one in ids]
    for place, (one, fields) in enumerate(zip(order, wanted, strict=True)):
        if one in known:
            _set_fields(source[one], fields)
        else:
            source[one] = element(place, fields)
    _keep_only(source, order)
    _set_order(source, order)


def _bring_layout(document: LabDocument, names: Names, layout: Values) -> None:
    places = {names.nodes[name]: list(at) for name, at in layout.items() if name in names.nodes}
    known = entries(document.pos)
    for key, place in places.items():
        if key not in known or text_of(rounded(known[key])) != text_of(rounded(place)):
            document.pos[key] = place
    _keep_only(document.pos, places)


def _by_name(source: Element) -> dict[str, str]:
    names = ((one.get("name"), key) for key, one in _elements(source).items())
    return {name: key for name, key in names if isinstance(name, str)}


def _elements(source: Element) -> dict[str, Element]:
    """Return the elements of a map; what is none is not there, and so is removed."""
    found = {key: one for key, one in source.items() if isinstance(one, Map)}
    ordered = sorted(found.items(), key=lambda item: (order_of(item[1]), item[0]))
    return dict(ordered)


def _child(element_: Element, key: str) -> Element:
    if not isinstance(element_.get(key), Map):
        element_[key] = Map()
    found: Element = element_[key]
    return found


def _fields(source: Element, own: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in entries(source).items() if key not in own}


def _set_fields(source: Element, fields: Values, own: frozenset[str] = OWN) -> None:
    """Change what is different, and nothing else."""
    known = _fields(source, own)
    for key, value in fields.items():
        if key not in known or text_of(known[key]) != text_of(plain(value)):
            source[key] = value
    for key in {*source.keys()} - fields.keys() - own:
        del source[key]


def _keep_only(source: Element, ids: Any) -> None:
    for key in {*source.keys()} - {*ids}:
        del source[key]


def _set_order(source: Element, ids: Sequence[str]) -> None:
    known = {key: order_of(source[key]) for key in ids}
    for key, place in find_places(ids, known).items():
        source[key]["$order"] = place
