"""The words a document is made of: names, addresses, networks, ends of links."""

import re
from collections.abc import Mapping
from ipaddress import (
    IPv4Address,
    IPv4Interface,
    IPv4Network,
    IPv6Address,
    IPv6Interface,
    IPv6Network,
    ip_address,
    ip_interface,
    ip_network,
)
from typing import Annotated, Any, NamedTuple, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, WithJsonSchema

from designer.topology.sentence import say

Address = IPv4Address | IPv6Address
InterfaceAddress = IPv4Interface | IPv6Interface
Network = IPv4Network | IPv6Network

_NODE_NAME = re.compile(r"[a-z][a-z0-9-]{0,14}")
_INTERFACE_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,14}")
_HOSTNAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_MAC = re.compile(r"[0-9a-f]{2}(:[0-9a-f]{2}){5}")

BOTH_ZEROS: tuple[Network, Network] = (ip_network("0.0.0.0/0"), ip_network("::/0"))


class Element(BaseModel):
    """A part of the drawing: a frozen value that cannot be wrong on its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """What was worked out of the fields is left behind: it need not hold for others."""
        copied = super().model_copy(update=update, deep=deep)
        for name in vars(copied).keys() - type(self).model_fields.keys():
            del vars(copied)[name]
        return copied


class End(NamedTuple):
    """One end of a link: an interface of a node."""

    node: str
    interface: str

    def __str__(self) -> str:
        """Say it the way the document writes it."""
        return f"{self.node}:{self.interface}"


def whole(value: float) -> float | int:
    """Return a number as people write it: 20, not 20.0."""
    return int(value) if value == int(value) else value


def visible_line(value: str) -> str:
    """Return the text if it is one line that a person can read."""
    if not value.isprintable() or not value.strip():
        message = say(
            "{value} cannot be read: use one line of visible characters", value=repr(value)
        )
        raise ValueError(message)
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        message = say("expected a text, not {value}: put it in quotes", value=repr(value))
        raise ValueError(message)  # noqa: TRY004 - pydantic collects ValueError
    return value


def parse_node_name(value: Any) -> str:
    """Return the name; it becomes a host name and the name of a bridge, hence 15 characters."""
    if not _NODE_NAME.fullmatch(_text(value)):
        message = say(
            "{value} cannot name a node: use 1 to 15 lower-case letters, digits or"
            " dashes, the first a letter",
            value=repr(value),
        )
        raise ValueError(message)
    return str(value)


def parse_interface_name(value: Any) -> str:
    """Return the name, which Linux takes as it is; `%d` for one would be a template."""
    if not _INTERFACE_NAME.fullmatch(_text(value)) or value in {"all", "default"}:
        message = say(
            "{value} cannot name an interface: use 1 to 15 letters, digits, dots,"
            " dashes or underscores, the first a letter",
            value=repr(value),
        )
        raise ValueError(message)
    return str(value)


def _parse_hostname(value: Any) -> str:
    if not _HOSTNAME.fullmatch(_text(value)):
        message = say(
            "{value} is no host name: use up to 63 letters, digits and inner dashes",
            value=repr(value),
        )
        raise ValueError(message)
    return str(value)


def _parse_mac(value: Any) -> str:
    mac = _text(value).lower().replace("-", ":")
    if not _MAC.fullmatch(mac):
        message = say(
            "{value} is no MAC address: write six pairs such as 02:00:00:00:00:01",
            value=repr(value),
        )
        raise ValueError(message)
    if int(mac[:2], 16) & 1 or mac == "00:00:00:00:00:00":
        message = say(
            "{mac} is no address of one interface: take an even first pair, such as 02", mac=mac
        )
        raise ValueError(message)
    return mac


def _parse_interface_address(value: Any) -> InterfaceAddress:
    if isinstance(value, IPv4Interface | IPv6Interface):
        return value
    if "/" not in _text(value):
        message = say(
            "{value} has no prefix length: write it as 192.168.5.1/24 or fd00::1/64",
            value=repr(value),
        )
        raise ValueError(message)
    try:
        return ip_interface(value)
    except ValueError:
        message = say(
            "{value} is no address with prefix: write it as 192.168.5.1/24 or fd00::1/64",
            value=repr(value),
        )
        raise ValueError(message) from None


def parse_address(value: Any) -> Address:
    """Return the address; raises ValueError with what to write instead."""
    if isinstance(value, IPv4Address | IPv6Address):
        return value
    try:
        return ip_address(_text(value))
    except ValueError:
        message = say(
            "{value} is no address: write it as 192.168.5.1 or fd00::1", value=repr(value)
        )
        raise ValueError(message) from None


def parse_network(value: Any) -> Network:
    """Return the network; raises ValueError with what to write instead."""
    if isinstance(value, IPv4Network | IPv6Network):
        return value
    try:
        return ip_network(_text(value))
    except ValueError as error:
        message = say(
            "{value} is no network: {error}; write it as 192.168.5.0/24 or fd00::/64",
            value=repr(value),
            error=error,
        )
        raise ValueError(message) from None


def parse_end(value: Any) -> End:
    """Return the end of a link; raises ValueError with what to write instead."""
    if isinstance(value, End):
        return value
    node, colon, interface = _text(value).partition(":")
    if not colon:
        message = say(
            "{value} names no interface: write the end as {node}:eth0",
            value=repr(value),
            node=node or "node",
        )
        raise ValueError(message)
    return End(parse_node_name(node.strip()), parse_interface_name(interface.strip()))


def _schema(pattern: str, description: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern, "description": description})


NodeName = Annotated[
    str,
    BeforeValidator(parse_node_name),
    _schema(f"^{_NODE_NAME.pattern}$", "A node's name, 1 to 15 characters."),
]
InterfaceName = Annotated[
    str,
    BeforeValidator(parse_interface_name),
    _schema(f"^{_INTERFACE_NAME.pattern}$", "An interface's name, 1 to 15 characters."),
]
Hostname = Annotated[
    str,
    BeforeValidator(_parse_hostname),
    _schema(f"^{_HOSTNAME.pattern}$", "The name that a shell in the node shows."),
]
Mac = Annotated[
    str,
    BeforeValidator(_parse_mac),
    _schema("^([0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}$", "A unicast MAC address."),
]
InterfaceAddressText = Annotated[
    InterfaceAddress,
    BeforeValidator(_parse_interface_address),
    PlainSerializer(str, return_type=str),
    _schema("^[0-9A-Fa-f.:]+/[0-9]{1,3}$", "An address with its prefix length."),
]
AddressText = Annotated[
    Address,
    BeforeValidator(parse_address),
    PlainSerializer(str, return_type=str),
    _schema("^[0-9A-Fa-f.:]+$", "An address."),
]
NetworkText = Annotated[
    Network,
    BeforeValidator(parse_network),
    PlainSerializer(str, return_type=str),
    _schema("^[0-9A-Fa-f.:]+/[0-9]{1,3}$", "A network."),
]
EndText = Annotated[
    End,
    BeforeValidator(parse_end),
    PlainSerializer(str, return_type=str),
    _schema(
        f"^{_NODE_NAME.pattern}:{_INTERFACE_NAME.pattern}$",
        "An end of a link: node:interface.",
    ),
]
