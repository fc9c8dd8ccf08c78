"""Documents as people leave them, and the drawing that each is: both sides have to say the same.

`python -m tests.shared.documents` writes them for the front end's tests.
"""

import json
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pycrdt import Map

from designer.gallery import GALLERY
from designer.shared.from_topology import from_topology
from designer.shared.lab_document import Element, LabDocument
from designer.shared.to_topology import to_topology
from designer.topology.document import read_text

FILE = Path(__file__).with_name("documents.json")

DRAWING: dict[str, Any] = {
    "version": "vethwork/v1",
    "name": "everything",
    "addressing": {"ipv4": "10.8.0.0/16", "lan": 25},
    "nodes": {
        "r1": {
            "kind": "router",
            "interfaces": {"a": {"addresses": ["10.0.0.1/24"]}, "b": {}, "c": {"mtu": 1400}},
            "routes": [
                {"destination": "default", "interface": "a", "gateway": "10.0.0.9"},
                {"destination": "10.9.0.0/24", "interface": "gone"},
            ],
            "masquerade": ["b", "c"],
        },
        "h1": {"kind": "host", "hostname": "one"},
        "h2": {"kind": "host"},
        "s1": {"kind": "switch", "interfaces": {"p1": {"trunk": [10, "20-29"], "native": 1}}},
    },
    "links": [
        {"ends": ["h1:eth0", "r1:a"], "impairment": {"delay_ms": 1.5}},
        {"ends": ["h2:eth0", "s1:p1"], "label": "up", "bends": [[1, 2.5]]},
        {"ends": ["r1:b", "s1:p2"], "cut": True},
    ],
    "expect": [
        {"from": "h1", "to": "h2", "probe": "ping"},
        {"from": "h1", "to": "192.0.2.1", "probe": "tcp/80", "outcome": "blocked"},
        {"from": "h2:eth0", "to": "r1:a", "probe": "ping"},
    ],
    "layout": {"r1": [0, 0], "h1": [-10, 20], "h2": [1, 1], "s1": [2, 2]},
    "shapes": [
        {"kind": "group", "members": ["h1", "h2", "nobody"], "color": "blue"},
        {"kind": "note", "text": "hello", "at": [1, 2], "size": [100, 50]},
    ],
}


def node(document: LabDocument, name: str) -> tuple[str, Element]:
    """Return a node by name."""
    return next((key, one) for key, one in document.nodes.items() if one["name"] == name)


def port(document: LabDocument, owner: str, name: str) -> tuple[Element, str]:
    """Return where an interface is, and its id."""
    ports = node(document, owner)[1]["interfaces"]
    return ports, next(key for key, one in ports.items() if one["name"] == name)


def _remove_node(document: LabDocument) -> None:
    del document.nodes[node(document, "h1")[0]]


def _remove_interface(document: LabDocument) -> None:
    ports, key = port(document, "r1", "b")
    del ports[key]


def _rename(document: LabDocument) -> None:
    node(document, "h2")[1]["name"] = "renamed"
    ports, key = port(document, "r1", "a")
    ports[key]["name"] = "lan"


def _same_place(document: LabDocument) -> None:
    for one in document.nodes.values():
        one["$order"] = 1


def _same_name(document: LabDocument) -> None:
    node(document, "h2")[1]["name"] = "h1"


def _move(document: LabDocument) -> None:
    document.pos[node(document, "h1")[0]] = [10.5, -10.5]
    document.pos[node(document, "h2")[0]] = [-0.5, 1e3 + 0.49]
    document.pos["nobody"] = [1, 2]


def _new(document: LabDocument) -> None:
    fields = {"name": "new", "interfaces": Map({}), "forwarding": None, "$order": -1}
    document.nodes["fresh"] = Map(fields)
    document.nodes["bare"] = Map({})
    for key in ("fresh", "bare"):
        document.pos[key] = [5, 5]  # a browser shows nodes without a place somewhere
    document.links["half"] = Map({"ends": ["#fresh"]})
    document.links["none"] = Map({})
    document.roots["comments"]["c"] = Map({"text": "why?", "author": {"name": "ann"}})


EDITS: dict[str, Callable[[LabDocument], None]] = {
    "nothing": lambda _: None,
    "a node is gone": _remove_node,
    "an interface is gone": _remove_interface,
    "renamed": _rename,
    "all at one place": _same_place,
    "two of one name": _same_name,
    "moved": _move,
    "half made": _new,
}


def edited() -> dict[str, LabDocument]:
    """Return a drawing after each of the edits."""
    documents = {}
    for name, change in EDITS.items():
        documents[name] = from_topology(DRAWING)
        change(documents[name])
    return documents


LABS = ("firewall", "small-office", "tunnel-between-sites")


def of_the_gallery() -> dict[str, LabDocument]:
    """Return some labs of the gallery, with many nouns."""
    drawings = {name: read_text(GALLERY[name].text).topology for name in LABS}
    return {name: from_topology(one.plain()) for name, one in drawings.items() if one}


def write() -> None:
    """Write what the front end reads."""
    cases = {
        name: {"update": b64encode(one.to_bytes()).decode(), "topology": to_topology(one)}
        for name, one in (edited() | of_the_gallery()).items()
    }
    FILE.write_text(json.dumps(cases, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    write()
