"""A WireGuard device: IP packets, encrypted, in UDP packets to those whose keys it knows."""

import re
from ipaddress import IPv6Address
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator

from designer.topology.sentence import say
from designer.topology.values import Address, Element, NetworkText, parse_address

PORT, PORT_MAX = 51820, 65535
"""The port that wg-quick(8) and its examples use; the kernel has no default."""

MTU = 1420
"""What the kernel gives it (drivers/net/wireguard/device.c, wg_setup): room for IPv6 outside."""

PEERS_MAX, ALLOWED_MAX = 64, 64
KEEPALIVE_S_MAX = 65535

_KEY = re.compile(r"[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=")
"""32 bytes in base64 and nothing else: the last letter before the sign carries four bits only."""

_NO_KEY = "A" * 43 + "="
_ENDPOINT = re.compile(r"(\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<four>[0-9.]+)):(?P<port>[0-9]{1,5})")


class Endpoint(NamedTuple):
    """Where a peer is heard: a UDP port of an address."""

    address: Address
    port: int

    def __str__(self) -> str:
        """Say it as wg(8) does."""
        six = isinstance(self.address, IPv6Address)
        return f"[{self.address}]:{self.port}" if six else f"{self.address}:{self.port}"


def _parse_key(value: Any) -> str:
    """Return the key; what is wrong is said without repeating it, for it may be a secret."""
    if not isinstance(value, str) or not _KEY.fullmatch(value) or value == _NO_KEY:
        message = say("this is no key: write 32 bytes in base64, as `wg genkey` and `wg pubkey` do")
        raise ValueError(message)
    return value


def parse_endpoint(value: Any) -> Endpoint:
    """Return the endpoint; raises ValueError with what to write instead."""
    if isinstance(value, Endpoint):
        return value
    match = _ENDPOINT.fullmatch(value) if isinstance(value, str) else None
    if match is None or not 1 <= int(match["port"]) <= PORT_MAX:
        message = say(
            "{value} is no endpoint: write it as 10.0.0.2:{port} or [fd00::2]:{port}",
            value=repr(value),
            port=PORT,
        )
        raise ValueError(message)
    address = parse_address(match["six"] or match["four"])
    if address.is_multicast or address.is_unspecified or bool(match["six"]) != _is_six(address):
        message = say("{value} is no endpoint: write the address of one node", value=repr(value))
        raise ValueError(message)
    return Endpoint(address, int(match["port"]))


def _is_six(address: Address) -> bool:
    return isinstance(address, IPv6Address)


def _key_schema(description: str) -> WithJsonSchema:
    return WithJsonSchema(
        {"type": "string", "pattern": f"^{_KEY.pattern}$", "description": description}
    )


PublicKey = Annotated[
    str, BeforeValidator(_parse_key), _key_schema("A public key, as `wg pubkey` writes it.")
]
SecretKey = Annotated[
    str, BeforeValidator(_parse_key), _key_schema("A secret key, as `wg genkey` writes it.")
]
EndpointText = Annotated[
    Endpoint,
    BeforeValidator(parse_endpoint),
    PlainSerializer(str, return_type=str),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": "^([0-9.]+|\\[[0-9A-Fa-f:.]+\\]):[0-9]+$",
            "description": "An address and a UDP port.",
        }
    ),
]


class WireGuardPeer(Element):
    """Another end of a WireGuard device, known by its public key."""

    public_key: PublicKey = Field(description="Its public key.")
    preshared_key: SecretKey | None = Field(
        default=None, repr=False, description="A second secret that only both ends know."
    )
    endpoint: EndpointText | None = Field(
        default=None, description="Where it is at first. Left out: where it is heard from."
    )
    allowed: Annotated[tuple[NetworkText, ...], Field(max_length=ALLOWED_MAX)] = Field(
        default=(), description="The networks behind it: what is sent to it and taken from it."
    )
    keepalive_s: Annotated[int, Field(ge=1, le=KEEPALIVE_S_MAX)] | None = Field(
        default=None, description="After so many seconds of silence it is sent something."
    )


class WireGuardDevice(Element):
    """A WireGuard device with its key and its peers."""

    kind: Literal["wireguard"]
    private_key: SecretKey = Field(
        repr=False, description="Its own secret, a key as `wg genkey` writes it."
    )
    port: Annotated[int, Field(ge=1, le=PORT_MAX)] = Field(
        default=PORT, description="The UDP port that it is reached at."
    )
    peers: Annotated[tuple[WireGuardPeer, ...], Field(max_length=PEERS_MAX)] = Field(
        default=(), description="Whom it talks to."
    )

    @model_validator(mode="after")
    def _tells_peers_apart(self) -> Self:
        known: set[str] = set()
        networks: dict[object, str] = {}
        for peer in self.peers:
            if peer.public_key in known:
                message = say(
                    "the peer {public_key} is there twice: put its networks together",
                    public_key=peer.public_key,
                )
                raise ValueError(message)
            known.add(peer.public_key)
            for network in peer.allowed:
                if networks.setdefault(network, peer.public_key) != peer.public_key:
                    message = say(
                        "{network} is allowed to two peers and the kernel gives it to the last:"
                        " allow it to one of them",
                        network=network,
                    )
                    raise ValueError(message)
        return self
