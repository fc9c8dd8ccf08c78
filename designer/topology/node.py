"""A node: host, router, switch or internet."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from designer.topology.device import members_of, takes_over
from designer.topology.interface import Interface
from designer.topology.neighbour import Neighbour
from designer.topology.policy import Policy
from designer.topology.route import Route
from designer.topology.rule import RULES_MAX, ChainPolicy, Rule
from designer.topology.ruleset import RulesetText
from designer.topology.service import SERVICES_MAX, Service
from designer.topology.sysctl import SYSCTLS_MAX, Sysctls
from designer.topology.values import AddressText, Element, Hostname, InterfaceName
from designer.topology.vlan import VlanProtocol
from designer.topology.vlan_device import VlanDevice

NodeKind = Literal["host", "router", "switch", "internet"]
RESOLVERS_MAX = 3
"""The C library asks no more (resolv.conf(5), MAXNS)."""

Place = Literal["own-namespace", "host-namespace"]
Loop = Literal["refused", "allowed"]

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
        " any other that has addresses, or carries a device, is routed instead of being a port.",
    )
    routes: tuple[Route, ...] = Field(default=(), description="Static routes.")
    policies: tuple[Policy, ...] = Field(
        default=(), description="Which routing table packets are looked up in, beside the main one."
    )
    neighbours: tuple[Neighbour, ...] = Field(
        default=(), description="Whose MAC addresses it knows without asking."
    )
    sysctls: Sysctls = Field(
        default_factory=dict,
        max_length=SYSCTLS_MAX,
        description="Settings of its kernel by name, such as net.ipv4.conf.all.rp_filter: 0.",
    )
    forwarding: bool | None = Field(
        default=None,
        description="Whether it passes packets on. Left out: routers, internet nodes and switches"
        " with addresses do, hosts do not.",
    )
    masquerade: tuple[InterfaceName, ...] = Field(
        default=(), description="Rewrite source addresses out of these interfaces."
    )
    rules: tuple[Rule, ...] = Field(
        default=(),
        max_length=RULES_MAX,
        description="Rules of its packet filter, in order: the first that matches decides.",
    )
    ruleset: RulesetText | None = Field(
        default=None, description="More tables, as text for nft -f; on hosts and routers."
    )
    policy: ChainPolicy = Field(
        default_factory=ChainPolicy, description="What happens where no rule has decided."
    )
    services: Annotated[tuple[Service, ...], Field(max_length=SERVICES_MAX)] = Field(
        default=(), description="What runs in it; a host's or a router's."
    )
    resolver: Annotated[tuple[AddressText, ...], Field(max_length=RESOLVERS_MAX)] = Field(
        default=(), description="The name servers of its /etc/resolv.conf."
    )
    stp: bool = Field(default=False, description="Spanning tree protocol, on a switch.")
    loop: Loop = Field(
        default="refused",
        description="Whether a switch may be part of a loop without spanning tree, in which frames"
        " circle for ever.",
    )
    vlan_filtering: bool | None = Field(
        default=None,
        description="Whether a switch keeps VLANs apart. Left out: as soon as one of its ports is"
        " in a VLAN.",
    )
    vlan_protocol: VlanProtocol = Field(
        default="802.1Q",
        description="The tags a switch with VLANs looks at; 802.1ad: those of a provider, which go"
        " around the customer's own (QinQ).",
    )
    at: Place = Field(
        default="own-namespace",
        description="Where a switch's bridge is: in a namespace of its own, or in the host's.",
    )

    def __copy__(self) -> Self:
        """Return a copy that does not know yet what was worked out: it may come to differ."""
        copied = super().__copy__()
        for name in copied.__dict__.keys() - Node.model_fields.keys():
            del copied.__dict__[name]
        return copied

    @cached_property
    def devices(self) -> Mapping[str, Interface]:
        """The interfaces that are devices and no ends of cables, by name."""
        return {name: said for name, said in self.interfaces.items() if said.device is not None}

    @cached_property
    def carriers(self) -> frozenset[str]:
        """The interfaces whose frames go to and come from devices of the node."""
        return frozenset(
            name
            for said in self.devices.values()
            if said.device is not None
            for name in takes_over(said.device)
        )

    def vids_on(self, interface: str) -> frozenset[int]:
        """Return the VLANs of the devices on an interface whose tags this switch looks at."""
        return frozenset(
            one.device.vid
            for one in self.interfaces.values()
            if isinstance(one.device, VlanDevice)
            and (one.device.parent, one.device.protocol) == (interface, self.vlan_protocol)
        )

    @cached_property
    def masters(self) -> Mapping[str, str]:
        """The device that each member of a bond or VRF belongs to, by the member's name."""
        return {
            member: name
            for name, said in self.devices.items()
            if said.device is not None
            for member in members_of(said.device)
        }

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: Any) -> Any:
        """Accept `h1: host` and an empty `h1:`."""
        if value is None:
            return {}
        return {"kind": value} if isinstance(value, str) else value

    @cached_property
    def bridge_mtus(self) -> dict[str, int]:
        """Remembers the MTU of its bridge, which all of its ports decide, by its name."""
        return {}

    @cached_property
    def has_vlans(self) -> bool:
        """Tell whether it is a switch that keeps VLANs apart."""
        if self.vlan_filtering is None and self.kind == "switch":
            return any(said.is_in_vlans for said in self.interfaces.values())
        return self.kind == "switch" and bool(self.vlan_filtering)
