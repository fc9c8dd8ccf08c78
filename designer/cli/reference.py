"""The reference of the document, made of its JSON Schema: docs/yaml-reference.md."""

from collections.abc import Iterator
from typing import Any, get_args

from designer.gallery import GALLERY
from designer.topology.service import Service
from designer.topology.sysctl import OF_INTERFACE, OF_NODE, Range
from designer.topology.topology import topology_json_schema

Schema = dict[str, Any]

_WORDS = {"boolean": "`true`, `false`", "string": "text"}

EXAMPLE = "two-hosts-one-bridge"
PARTS = (
    "Addressing",
    "Node",
    "Interface",
    *("VlanDevice", "BondDevice", "VrfDevice", "VxlanDevice", "MacvlanDevice"),
    *("GreDevice", "IpipDevice", "SitDevice", "DummyDevice"),
    *("WireGuardDevice", "WireGuardPeer"),
    "Route",
    "Hop",
    "Policy",
    "Neighbour",
    "Rule",
    "ChainPolicy",
    *(one.__name__ for one in get_args(get_args(Service)[0])),
    "BgpNeighbour",
    "Link",
    "Impairment",
    "Expectation",
    "Shape",
)

HEAD = """\
# The document

A drawing is one YAML or JSON document. This page is made of the model by
`vethwork schema --markdown`; the same as JSON Schema, for editors, is
[topology.schema.json](topology.schema.json). What is left out has its default. YAML aliases, tags
and unknown keys are refused.

This is the gallery's *{title}*, whole:

```yaml
{example}
```
"""

TAIL = """\
## Short forms

| Written | Means |
|---|---|
| `nodes: {h1: router}` | `nodes: {h1: {kind: router}}` |
| `nodes: {h1: }` | `nodes: {h1: {kind: host}}` |
| `links: ["h1:eth0 10.0.0.1/24 -- sw1:p1"]` | a link, and an address of its interface h1:eth0 |

## Automatic addresses

An interface that is linked and has no `addresses` gets one by itself on a host, a router or an
internet node. Segments, which are all that hear each other through cables and switches, count
from 1 in the order of their first link. Segment k is 10.0.k.0/24, and with an IPv6 pool its k-th
/64. In a segment routers and internet nodes come first, then hosts, each in the order of the
links: .1, .2, and so on. A segment in which somebody was given an address keeps to that prefix.

## What `internet` is

A gateway that masquerades out of its interface `uplink`, and behind it a namespace that plays the
outside: 100.64.0.1/30, in a lab with IPv6 also fdff:6440::1/64, without any route back to the lab.
Who probes the internet node, or lets it probe, means that outside.
"""


def reference() -> str:
    """Return the page as Markdown."""
    schema = topology_json_schema()
    entry = GALLERY[EXAMPLE]
    lines = [HEAD.format(title=entry.title, example=entry.text.rstrip())]
    schema["properties"]["addressing"]["description"] = schema["$defs"]["Addressing"]["description"]
    lines += _part("Document", schema)
    for name in PARTS:
        lines += _part(name, schema["$defs"][name])
    return "\n".join([*lines, *_settings(), TAIL.rstrip()])


def _settings() -> Iterator[str]:
    """Yield the list of settings that a drawing may have."""
    yield "## Settings"
    yield ""
    yield "The names that `sysctls` takes; IF is an interface of the node, for IPv4 also `all`."
    yield ""
    yield "| Setting | Takes |"
    yield "|---|---|"
    for name, known in OF_NODE.items():
        yield f"| `{name}` | {_bounds(known)} |"
    for family, words in OF_INTERFACE.items():
        for word, known in words.items():
            yield f"| `net.{family}.conf.IF.{word}` | {_bounds(known)} |"
    yield ""


def _bounds(known: Range) -> str:
    bounds = f"{known.low} to {known.high}"
    return bounds if known.numbers == 1 else f"{known.numbers} numbers, {bounds}"


def _part(name: str, schema: Schema) -> Iterator[str]:
    yield f"## {name}"
    yield ""
    yield schema["description"]
    yield ""
    yield "| Key | Takes | Default | |"
    yield "|---|---|---|---|"
    required = schema.get("required", ())
    for key, said in schema["properties"].items():
        default = "*required*" if key in required else _default(said)
        yield f"| `{key}` | {_takes(said)} | {default} | {said.get('description', '')} |"
    yield ""


def _default(said: Schema) -> str:
    default = said.get("default")
    if default in (None, [], {}, ""):
        return ""
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


def _takes(said: Schema) -> str:
    """Return in words what a key takes."""
    if "$ref" in said:
        return _link(said["$ref"])
    if "anyOf" in said:
        return _takes(said["anyOf"][0])
    if "oneOf" in said:
        return " or ".join(_takes(one) for one in said["oneOf"])
    if "const" in said:
        return f"`{said['const']}`"
    if "enum" in said:
        return ", ".join(f"`{value}`" for value in said["enum"])
    return _takes_by_type(said)


def _takes_by_type(said: Schema) -> str:
    kind = said["type"]
    if kind == "array":
        fixed = said.get("prefixItems")
        return f"list of {len(fixed)}" if fixed else f"list: {_takes(said['items'])}"
    if kind == "object":
        (value,) = said["patternProperties"].values()
        return f"by name: {_takes(value)}"
    if kind in {"integer", "number"}:
        return f"number, {said['minimum']} to {said['maximum']}"
    return _WORDS[kind]


def _link(reference: str) -> str:
    name = reference.rpartition("/")[2]
    return f"[{name}](#{name.lower()})"
