"""A policy of a node: which routing table a packet is looked up in."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from designer.topology.route import MAIN_TABLE, Table
from designer.topology.sentence import say
from designer.topology.values import Element, InterfaceName, NetworkText

PRIORITY_MAX = 32765
"""The kernel's own policy for the main table is number 32766 (net/ipv4/fib_rules.c)."""

FIRST_PRIORITY = 1000


class Policy(Element):
    """A rule that leads packets to a routing table; one that does not match leads to the next."""

    priority: Annotated[int, Field(ge=1, le=PRIORITY_MAX)] | None = Field(
        default=None,
        description="The lowest comes first. Left out: 1000 for a node's first policy, 1001 for"
        " its second, and so on.",
    )
    from_: NetworkText | None = Field(
        default=None, alias="from", description="Where the packet comes from. Left out: anywhere."
    )
    to: NetworkText | None = Field(
        default=None, description="Where the packet goes. Left out: anywhere."
    )
    in_: InterfaceName | None = Field(
        default=None,
        alias="in",
        description="By which interface it came in; lo: from the node itself.",
    )
    mark: Annotated[int, Field(ge=1, le=2**32 - 1)] | None = Field(
        default=None, description="The mark that a rule of nftables gave it."
    )
    table: Table = Field(default=MAIN_TABLE, description="The routing table it leads to.")

    @model_validator(mode="after")
    def _is_of_one_family(self) -> Self:
        if self.from_ and self.to and self.from_.version != self.to.version:
            message = say(
                "{source} is of another address family than {target}",
                source=self.from_,
                target=self.to,
            )
            raise ValueError(message)
        return self

    @property
    def versions(self) -> tuple[int, ...]:
        """The address families it is about: both where it names no network."""
        known = self.from_ or self.to
        return (known.version,) if known else (4, 6)

    def at(self, place: int) -> int:
        """Return its priority as the policy at a place of its node, which counts from 0."""
        return FIRST_PRIORITY + place if self.priority is None else self.priority
