"""A node: host, router, switch or internet."""

from typing import Any, Literal

from pydantic import Field, model_validator

from designer.topology.interface import Interface
from designer.topology.route import Route
from designer.topology.values import Element, Hostname, InterfaceName

NodeKind = Literal["host", "router", "switch", "internet"]
Place = Literal["own-namespace", "host-namespace"]

UPLINK = "uplink"
"""The interface of an internet node that leads to the outside."""


class Node(Element):
    """One thing on the drawing that Linux will run."""

    kind: NodeKind = Field(
        default="host",
        description="host; router: forwards; switch: a bridge without address unless it is given"
        " one; internet: a gateway that masquerades everything towards the outside.",
    )
    hostname: Hostname | None = Field(
        default=None, description="The name its shells show. Left out: the node's name."
    )
    interfaces: dict[InterfaceName, Interface] = Field(
        default_factory=dict,
        description="By name. On a switch the interface called like the node is the bridge, and"
        " any other that has addresses is routed instead of being a port.",
    )
    routes: tuple[Route, ...] = Field(default=(), description="Static routes.")
    forwarding: bool | None = Field(
        default=None,
        description="Whether it passes packets on. Left out: routers, internet nodes and switches"
        " with addresses do, hosts do not.",
    )
    masquerade: tuple[InterfaceName, ...] = Field(
        default=(), description="Rewrite source addresses out of these interfaces."
    )
    stp: bool = Field(default=False, description="Spanning tree protocol, on a switch.")
    at: Place = Field(
        default="own-namespace",
        description="Where a switch's bridge is: in a namespace of its own, or in the host's.",
    )

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: Any) -> Any:
        """Accept `h1: host` and an empty `h1:`."""
        if value is None:
            return {}
        return {"kind": value} if isinstance(value, str) else value
