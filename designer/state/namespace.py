"""A network namespace with everything in it that a drawing can ask for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from designer.state.interface import Interface
from designer.state.neighbour import Neighbour
from designer.state.owner import Owner
from designer.state.policy import Policy
from designer.state.route import Address, Route
from designer.state.rule import NO_RULES, RuleTable
from designer.state.service import Service
from designer.state.sysctl import Sysctl

HOST_NAMESPACE = "@host"
"""The namespace of the machine itself; no node can be called that."""

Family = Literal[4, 6]


@dataclass(frozen=True, slots=True)
class Namespace:
    """One network namespace.

    `hostname` is the UTS name a shell in it shows. `owner` is whose user namespace it belongs
    to: nodes are the lab's, switches and everything a lab's user must not touch the worker's.
    `forwarding` holds the address families it forwards, `rules` its packet filter. `services` run
    in it, and what runs in it asks the `resolver` for names.
    """

    name: str
    hostname: str
    owner: Owner = "lab"
    interfaces: Mapping[str, Interface] = field(default_factory=dict)
    routes: frozenset[Route] = frozenset()
    policies: frozenset[Policy] = frozenset()
    neighbours: frozenset[Neighbour] = frozenset()
    sysctls: frozenset[Sysctl] = frozenset()
    forwarding: frozenset[Family] = frozenset()
    rules: RuleTable = NO_RULES
    ruleset: str = ""
    services: frozenset[Service] = frozenset()
    resolver: tuple[Address, ...] = ()
