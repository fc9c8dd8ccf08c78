"""A rule of a node's packet filter."""

import re
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BeforeValidator,
    Field,
    PlainSerializer,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)

from designer.topology.expectation import PORT_MAX
from designer.topology.sentence import say
from designer.topology.values import (
    AddressText,
    Element,
    InterfaceName,
    Network,
    parse_network,
)

RuleChain = Literal["forward", "input", "output"]
RuleAction = Literal["allow", "deny", "reject", "masquerade", "dnat"]
RuleProtocol = Literal["any", "tcp", "udp", "icmp"]
RuleState = Literal["new", "established", "related", "invalid"]
PolicyAction = Literal["allow", "deny"]

RULES_MAX = 300
PORTS_MAX = 64
COMMENT_BYTES_MAX = 100
"""nft(8) takes 128, of which we use a few to say which rule it is."""

_PORTS = re.compile(r"([0-9]{1,5})(?:-([0-9]{1,5}))?")
_NEVER_IN_COMMENTS = frozenset("\"'\\$`{};#")
"""What means something to nft, to a shell or to containerlab."""

PortRange = tuple[int, int]


def _parse_port(value: Any) -> PortRange:
    match = _PORTS.fullmatch(str(value)) if not isinstance(value, bool) else None
    if match is None:
        message = say("{value} is no port: write 80, 8000-8010 or [80, 443]", value=repr(value))
        raise ValueError(message)
    first = int(match[1])
    last = int(match[2]) if match[2] else first
    if not 1 <= first <= last <= PORT_MAX:
        message = say(
            "{value} is no range of ports: write the lower one first, 1 to {most}",
            value=repr(value),
            most=PORT_MAX,
        )
        raise ValueError(message)
    return first, last


def _parse_ports(value: Any) -> tuple[PortRange, ...]:
    """Return the ranges in order, those that touch or overlap as one."""
    values = value if isinstance(value, list | tuple) else [value]
    if not 1 <= len(values) <= PORTS_MAX:
        message = say(
            "{count} ports are no list: name 1 to {most}",
            count=len(values),
            most=PORTS_MAX,
        )
        raise ValueError(message)
    if values and all(isinstance(one, tuple) for one in values):
        return tuple(values)
    ranges: list[PortRange] = []
    for first, last in sorted(map(_parse_port, values)):
        if ranges and first <= ranges[-1][1] + 1:
            ranges[-1] = ranges[-1][0], max(last, ranges[-1][1])
        else:
            ranges.append((first, last))
    return tuple(ranges)


def _port_text(value: PortRange) -> int | str:
    return value[0] if value[0] == value[1] else f"{value[0]}-{value[1]}"


def _ports_text(value: tuple[PortRange, ...]) -> int | str | list[int | str]:
    texts = [_port_text(one) for one in value]
    return texts[0] if len(texts) == 1 else texts


_ONE_PORT = {
    "anyOf": [
        {"type": "integer", "minimum": 1, "maximum": PORT_MAX},
        {"type": "string", "pattern": f"^{_PORTS.pattern}$"},
    ]
}
PortsText = Annotated[
    tuple[PortRange, ...],
    BeforeValidator(_parse_ports),
    PlainSerializer(_ports_text),
    WithJsonSchema(
        {
            "anyOf": [
                *_ONE_PORT["anyOf"],
                {"type": "array", "items": _ONE_PORT, "minItems": 1, "maxItems": PORTS_MAX},
            ],
            "description": "A port, a range such as 8000-8010, or a list of both.",
        }
    ),
]


def _parse_party(value: Any) -> Network:
    """Return the network; an address stands for itself alone."""
    network = parse_network(value)
    if network.prefixlen == 0:
        message = say("{value} is every address: leave it out", value=repr(value))
        raise ValueError(message)
    return network


def _party_text(network: Network) -> str:
    alone = network.prefixlen == network.max_prefixlen
    return str(network.network_address) if alone else str(network)


PartyText = Annotated[
    Network,
    BeforeValidator(_parse_party),
    PlainSerializer(_party_text, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": "^[0-9A-Fa-f.:]+(/[0-9]{1,3})?$",
            "description": "An address or a network.",
        }
    ),
]


class ChainPolicy(Element):
    """What happens to a packet that no rule of a chain has decided about."""

    input: PolicyAction = Field(default="allow", description="To the node itself.")
    forward: PolicyAction = Field(default="allow", description="Passing through.")
    output: PolicyAction = Field(default="allow", description="From the node itself.")


class Rule(Element):
    """A rule: which packets, and what happens to them; the first that matches decides."""

    chain: RuleChain | None = Field(
        default=None,
        description="forward: passing through; input: to the node; output: from the node. Left"
        " out: forward on what passes packets on, input on hosts.",
    )
    action: RuleAction = Field(
        description="allow; deny: drop silently; reject: drop and say that it is prohibited;"
        " masquerade: rewrite the source address; dnat: send it to another address."
    )
    protocol: RuleProtocol = Field(
        default="any", description="any, tcp, udp or icmp (of the packet's address family)."
    )
    port: PortsText | None = Field(
        default=None, description="Target port, a range such as 8000-8010, or a list of both."
    )
    from_: PartyText | None = Field(
        default=None, alias="from", description="Source address or network."
    )
    to: PartyText | None = Field(default=None, description="Target address or network.")
    in_: InterfaceName | None = Field(
        default=None, alias="in", description="The interface it came in by."
    )
    out: InterfaceName | None = Field(default=None, description="The interface it leaves by.")
    state: tuple[RuleState, ...] = Field(
        default=(), description="States of its connection, any of them. Left out: whatever state."
    )
    to_address: AddressText | None = Field(default=None, description="Where dnat sends it.")
    to_port: Annotated[int, Field(ge=1, le=PORT_MAX)] | None = Field(
        default=None, description="The port dnat sends it to. Left out: the same port."
    )
    comment: str = Field(default="", description="A note, which `nft list` shows too.")

    @field_validator("state", mode="before")
    @classmethod
    def _without_repetition(cls, value: Any) -> Any:
        return tuple(dict.fromkeys(value)) if isinstance(value, list | tuple) else value

    @field_validator("comment")
    @classmethod
    def _one_plain_line(cls, value: str, _info: ValidationInfo) -> str:
        if len(value.encode()) > COMMENT_BYTES_MAX:
            message = say(
                "the comment is longer than {most} bytes: shorten it",
                most=COMMENT_BYTES_MAX,
            )
            raise ValueError(message)
        if value and (not value.isprintable() or value != value.strip()):
            message = say(
                "{value} is no comment: use one line of visible characters", value=repr(value)
            )
            raise ValueError(message)
        if wrong := sorted(_NEVER_IN_COMMENTS & set(value)):
            message = say("a comment cannot hold {wrong}: leave it out", wrong=" ".join(wrong))
            raise ValueError(message)
        return value

    @model_validator(mode="after")
    def _is_possible(self) -> Self:
        for wrong in (self._wrong_match(), self._wrong_chain(), self._wrong_target()):
            if wrong:
                raise ValueError(wrong)
        return self

    def _wrong_match(self) -> str:
        if self.port is not None and self.protocol not in {"tcp", "udp"}:
            return say("only tcp and udp have ports: set protocol to one of them, or remove port")
        if self.from_ and self.to and self.from_.version != self.to.version:
            return say(
                "{source} and {target} are of two families",
                source=_party_text(self.from_),
                target=_party_text(self.to),
            )
        return ""

    def _wrong_chain(self) -> str:
        if self.translates and self.chain is not None:
            return say("{action} has its own place: remove chain", action=self.action)
        if self.translates and self.state:
            return say(
                "{action} is asked once for each connection, when it is new: remove state",
                action=self.action,
            )
        if self.in_ and (self.chain == "output" or self.action == "masquerade"):
            return say("a packet on its way out has no interface it came in by: use out")
        if self.out and (self.chain == "input" or self.action == "dnat"):
            return say("a packet on its way in has no interface it leaves by: use in")
        return ""

    def _wrong_target(self) -> str:
        if self.action != "dnat":
            return (
                say("only dnat has to_address and to_port")
                if self.to_address or self.to_port
                else ""
            )
        if self.to_address is None:
            return say("dnat leads nowhere: give it to_address")
        if self.to_port and self.protocol not in {"tcp", "udp"}:
            return say(
                "only tcp and udp have ports: set protocol to one of them, or remove to_port"
            )
        if any(one.version != self.to_address.version for one in self.parties):
            return say(
                "{address} is of another address family than from or to",
                address=self.to_address,
            )
        return ""

    @property
    def translates(self) -> bool:
        """Tell whether it rewrites addresses instead of judging."""
        return self.action in {"masquerade", "dnat"}

    @property
    def parties(self) -> tuple[Network, ...]:
        """The networks that it names."""
        return tuple(one for one in (self.from_, self.to) if one is not None)

    @property
    def version(self) -> int:
        """The address family it is about, 4 or 6; 0: both."""
        if self.to_address is not None:
            return self.to_address.version
        return self.parties[0].version if self.parties else 0
