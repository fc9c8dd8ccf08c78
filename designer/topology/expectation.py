"""An expectation: who must, or must not, reach whom."""

import re
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from designer.topology.sentence import say
from designer.topology.values import Element, NodeName

Protocol = Literal["ping", "tcp", "udp"]
ExpectedOutcome = Literal["reached", "blocked"]

_PROBE = re.compile(r"(tcp|udp)/([0-9]{1,5})")
PORT_MAX = 65535


class Probe(NamedTuple):
    """A question to the running network; `port` is 0 for ping."""

    protocol: Protocol
    port: int = 0

    def __str__(self) -> str:
        """Say it the way the document writes it."""
        return self.protocol if self.protocol == "ping" else f"{self.protocol}/{self.port}"


def parse_probe(value: Any) -> Probe:
    """Read `ping`, `tcp/PORT` or `udp/PORT`; raises ValueError with what to write instead."""
    if isinstance(value, Probe):
        return value
    if value == "ping":
        return Probe("ping")
    match = _PROBE.fullmatch(value) if isinstance(value, str) else None
    if match is None or not 1 <= int(match[2]) <= PORT_MAX:
        message = say(
            "{value} is no probe: write ping, tcp/PORT or udp/PORT with a port up to 65535",
            value=repr(value),
        )
        raise ValueError(message)
    return Probe("tcp" if match[1] == "tcp" else "udp", int(match[2]))


ProbeText = Annotated[
    Probe,
    BeforeValidator(parse_probe),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": "^(ping|(tcp|udp)/[0-9]{1,5})$",
            "description": "ping, tcp/PORT or udp/PORT.",
        }
    ),
]


class Expectation(Element):
    """What should come back when one node probes another."""

    from_: NodeName = Field(alias="from", description="The node that asks.")
    to: Annotated[str, Field(min_length=1, max_length=64)] = Field(
        description="A node, one of its interfaces (node:interface), or an address."
    )
    probe: ProbeText = Field(
        default=Probe("ping"),
        description="ping, tcp/PORT or udp/PORT.",
        json_schema_extra={"default": "ping"},
    )
    outcome: ExpectedOutcome = Field(
        default="reached", description="reached: must get through; blocked: must not."
    )
