"""The document: everything that is drawn."""

import json
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, model_validator

from designer.topology.expectation import Expectation
from designer.topology.interface import Interface
from designer.topology.link import Link
from designer.topology.node import Node
from designer.topology.place import Place
from designer.topology.routing import RoutingText
from designer.topology.shape import Shape
from designer.topology.short_link import SHORT_LINK_PATTERN, expand_short_links
from designer.topology.values import (
    Element,
    End,
    Network,
    NetworkText,
    NodeName,
    parse_network,
    visible_line,
)

VERSION: Literal["vethwork/v1"] = "vethwork/v1"
NAME_MAX = 100
DEFAULT_IPV4_POOL = parse_network("10.0.0.0/8")


class Addressing(Element):
    """Where automatic addresses come from."""

    ipv4: NetworkText | None = Field(
        default=DEFAULT_IPV4_POOL, description="Pool of IPv4 addresses; null: none."
    )
    ipv6: NetworkText | None = Field(
        default=None, description="Pool of IPv6 addresses, such as fd00::/48; null: none."
    )

    lan: Annotated[int, Field(ge=8, le=30)] = Field(
        default=24, description="Prefix length of IPv4 networks; IPv6 ones have 64."
    )
    link: Annotated[int, Field(ge=8, le=31)] | None = Field(
        default=None,
        description="Prefix length of IPv4 networks of two routers alone, such as 31; they come"
        " from the end of the pool. Left out: as of any other network.",
    )

    def pool(self, version: int) -> Network | None:
        """Return the pool of an address family, if that family is wanted."""
        return self.ipv4 if version == 4 else self.ipv6  # noqa: PLR2004


_UNSAID = Interface()


class Topology(Element):
    """A drawing: what the document says, whole and in the document's order."""

    version: Literal["vethwork/v1"] = Field(default=VERSION, description="The format.")
    name: Annotated[str, Field(max_length=NAME_MAX), AfterValidator(visible_line)] = Field(
        default="untitled", description="What the lab is called."
    )
    addressing: Addressing = Field(
        default_factory=Addressing, description="Where automatic addresses come from."
    )
    routing: RoutingText | None = Field(
        default=None,
        description="automatic: every node gets the static routes of shortest paths. {automatic:"
        " true, equal_cost: true}: routers share packets among equal paths. Left out: none.",
    )
    nodes: dict[NodeName, Node] = Field(default_factory=dict, description="Nodes by name.")
    links: tuple[Link, ...] = Field(
        default=(),
        description="Cables. Short form: 'h1:eth0 10.0.0.1/24 -- sw1:p1'.",
    )
    expect: tuple[Expectation, ...] = Field(default=(), description="Who must reach whom.")
    layout: dict[NodeName, Place] = Field(
        default_factory=dict, description="Where each node stands on the canvas, in pixels."
    )
    shapes: tuple[Shape, ...] = Field(
        default=(), description="Notes, regions and groups: for people, no host hears of them."
    )

    @model_validator(mode="before")
    @classmethod
    def _from_short_forms(cls, value: Any) -> Any:
        return expand_short_links(value) if isinstance(value, dict) else value

    def interface(self, end: End) -> Interface:
        """Return what is said about an interface, the defaults where nothing is."""
        node = self.nodes.get(end.node)
        return (node.interfaces.get(end.interface) if node else None) or _UNSAID

    def sparse(self) -> dict[str, Any]:
        """Return the document as plain JSON values, without anything left at its default."""
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True)

    def plain(self) -> dict[str, Any]:
        """Return the document as plain JSON values that a person can read by themselves.

        Defaults are left out, but for the format, the name, the kinds and the probes.
        """
        values = self.sparse()
        nodes = {name: {"kind": node.kind} for name, node in self.nodes.items()}
        for name, said in values.get("nodes", {}).items():
            nodes[name] |= said
        for number, said in enumerate(values.get("expect", ())):
            said.setdefault("probe", str(self.expect[number].probe))
        values = {"version": self.version, "name": self.name} | values
        return values | {"nodes": nodes} if nodes else values

    def complete(self) -> dict[str, Any]:
        """Return the document as plain JSON values with every default written out."""
        return self.model_dump(mode="json", by_alias=True)

    def to_json(self) -> str:
        """Return the document as JSON text."""
        return json.dumps(self.plain(), indent=2, ensure_ascii=False) + "\n"


def topology_json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the document as people write it.

    Beside what the model says it knows the short forms, and refuses names that are none.
    """
    schema = Topology.model_json_schema(by_alias=True)
    for part in (schema, *schema["$defs"].values()):
        for said in part["properties"].values():
            if "patternProperties" in said:
                said["additionalProperties"] = False
    _add_short_forms(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _add_short_forms(schema: dict[str, Any]) -> None:
    kinds = schema["$defs"]["Node"]["properties"]["kind"]["enum"]
    by_name = schema["properties"]["nodes"]["patternProperties"]
    for pattern, node in by_name.items():
        by_name[pattern] = {"anyOf": [node, {"enum": kinds}, {"type": "null"}]}
    links = schema["properties"]["links"]
    text = {"type": "string", "pattern": SHORT_LINK_PATTERN, "description": "The short form."}
    links["items"] = {"anyOf": [links["items"], text]}
