"""The expressions of one rule, read back: what is compared with what, and what then happens."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from struct import Struct
from typing import Any, NamedTuple

from designer.state.route import Network
from designer.state.rule import Chain, Ports, Rule
from workers.kernel.dump import ATTRIBUTE_BYTES, Attributes, nested, octets
from workers.kernel.netfilter import BE32, BE64
from workers.kernel.rule import (
    INTERFACE_BYTES,
    NF_ACCEPT,
    NF_DROP,
    NFPROTOS,
    NFT_CMP_EQ,
    NFT_CMP_GTE,
    NFT_CMP_LTE,
    NFT_CMP_NEQ,
    NFT_CT_STATE,
    NFT_META_IIFNAME,
    NFT_META_L4PROTO,
    NFT_META_NFPROTO,
    NFT_META_OIFNAME,
    NFT_NAT_DNAT,
    NFT_PAYLOAD_NETWORK_HEADER,
    NFT_PAYLOAD_TRANSPORT_HEADER,
    NFT_REG_VERDICT,
    NFT_REJECT_ICMPX_ADMIN_PROHIBITED,
    NFT_REJECT_ICMPX_UNREACH,
    NFTNL_UDATA_RULE_COMMENT,
    PROTOCOLS,
    SOURCE,
    STATE_BITS,
    TARGET,
    Count,
    Field,
)

DPORT = ("payload", NFT_PAYLOAD_TRANSPORT_HEADER, 2)
NAT_RANGE_FLAGS = 3
"""NF_NAT_RANGE_MAP_IPS and _PROTO_SPECIFIED, which the kernel adds by itself."""

_LABEL = re.compile(r"rule ([1-9][0-9]{0,8})(?:: (.+))?", re.DOTALL)
_HOST32 = Struct("=I")
_PORT = Struct(">H")
_LENGTH = Struct("=H")
_VERDICTS = {NF_ACCEPT: "accept", NF_DROP: "drop"}
_INTERFACES = {NFT_META_IIFNAME: "in_interface", NFT_META_OIFNAME: "out_interface"}


class Foreign(Exception):
    """It is none of the things that a drawing can ask for."""


class Load(NamedTuple):
    """What a register holds: something of the packet, some bits of it if there is a mask."""

    what: tuple[Any, ...]
    mask: bytes = b""


class Part(NamedTuple):
    """Some octets of the network header, and what their masked bits must be."""

    offset: int
    mask: bytes
    value: bytes


def read_rule(chain: Chain, data: bytes, expressions: int, user_data: bytes) -> tuple[Rule, Count]:
    """Return the rule and its count, given where its expressions are; raises Foreign."""
    reader = _Reader(data)
    for name, found in _elements(data, expressions):
        reader.take(name, found)
    said = {**reader.fields, **reader.addresses(), **_name(user_data)}
    if "verdict" not in said or reader.count is None:
        raise Foreign
    return Rule(chain=chain, **said), reader.count


def _elements(data: bytes, place: int) -> Iterator[tuple[str, Attributes]]:
    """Yield the name of each expression in a list, and where its attributes are."""
    at, end = place + ATTRIBUTE_BYTES, place + _length(data, place)
    while at < end:
        found = nested(data, at)
        name = octets(data, found[1]).rstrip(b"\0").decode()
        yield name, nested(data, found[2]) if 2 in found else {}  # noqa: PLR2004
        at += (_length(data, at) + 3) & ~3


def _length(data: bytes, place: int) -> int:
    length: int = _LENGTH.unpack_from(data, place)[0]
    return length


def _name(user_data: bytes) -> dict[str, Any]:
    """Read the comment, which is all that user data of ours has."""
    if not user_data:
        return {}
    kind, length, value = user_data[0], user_data[1], user_data[2:]
    match = _LABEL.fullmatch(value.rstrip(b"\0").decode(errors="replace"))
    if kind != NFTNL_UDATA_RULE_COMMENT or length != len(value) or match is None:
        raise Foreign
    return {"number": int(match[1]), "comment": match[2] or ""}


@dataclass
class _Reader:
    """Follows the registers, as the kernel does, and notes what each comparison means."""

    data: bytes

    def __post_init__(self) -> None:
        self.loads: dict[int, Load] = {}
        self.constants: dict[int, bytes] = {}
        self.parts: list[Part] = []
        self.fields: dict[str, Any] = {}
        self.first_port: int | None = None
        self.count: Count | None = None

    def take(self, name: str, found: Attributes) -> None:
        """Take the next expression."""
        step = _STEPS.get(name)
        if step is None or ("verdict" in self.fields and name != "counter"):
            raise Foreign
        step(self, found)

    def _set(self, **fields: Any) -> None:
        if self.fields.keys() & fields.keys():
            raise Foreign
        self.fields |= fields

    def _number(self, found: Attributes, kind: int, absent: int | None = None) -> int:
        if kind not in found:
            if absent is None:
                raise Foreign
            return absent
        value: int = BE32.unpack(octets(self.data, found[kind]))[0]
        return value

    def _value(self, found: Attributes, kind: int) -> bytes:
        inner = nested(self.data, found[kind]) if kind in found else {}
        if 1 not in inner:
            raise Foreign
        return octets(self.data, inner[1])

    def meta(self, found: Attributes) -> None:
        """Load what the kernel knows about the packet."""
        self.loads[self._number(found, 1)] = Load(("meta", self._number(found, 2)))

    def payload(self, found: Attributes) -> None:
        """Load octets of a header."""
        base, offset, length = (self._number(found, kind) for kind in (2, 3, 4))
        self.loads[self._number(found, 1)] = Load(("payload", base, offset), b"\xff" * length)

    def conntrack(self, found: Attributes) -> None:
        """Load what is known about the connection."""
        if 3 in found:  # noqa: PLR2004 - one direction of it
            raise Foreign
        self.loads[self._number(found, 1)] = Load(("ct", self._number(found, 2)))

    def bitwise(self, found: Attributes) -> None:
        """Keep some bits."""
        load = self.loads.get(self._number(found, 1))
        mask, xor = self._value(found, 4), self._value(found, 5)
        if load is None or any(xor) or self._number(found, 6, 0):
            raise Foreign
        self.loads[self._number(found, 2)] = Load(load.what, mask)

    def compare(self, found: Attributes) -> None:
        """Compare a register with a value."""
        load = self.loads.get(self._number(found, 1))
        if load is None:
            raise Foreign
        self._compare(load, self._number(found, 2), self._value(found, 3))

    def _compare(self, load: Load, operator: int, value: bytes) -> None:
        match load.what:
            case ("payload", base, offset) if base == NFT_PAYLOAD_NETWORK_HEADER:
                self._only(operator == NFT_CMP_EQ)
                self.parts.append(Part(offset, load.mask, value))
            case what if what == DPORT:
                self._port(operator, load.mask, value)
            case ("ct", key) if key == NFT_CT_STATE:
                self._only(operator == NFT_CMP_NEQ and not any(value))
                self._states(load.mask)
            case ("meta", key):
                self._only(operator == NFT_CMP_EQ and not load.mask)
                self._meta(key, value)
            case _:
                raise Foreign

    def _only(self, sound: bool) -> None:
        if not sound:
            raise Foreign

    def _meta(self, key: int, value: bytes) -> None:
        match key:
            case _ if key in _INTERFACES:
                self._only(len(value) == INTERFACE_BYTES)
                name = value.rstrip(b"\0").decode(errors="replace")
                self._set(**{_INTERFACES[key]: name})
            case _ if key == NFT_META_NFPROTO:
                self._set(family=_key_of(NFPROTOS, value[0]))
            case _ if key == NFT_META_L4PROTO:
                self._set(protocol=_key_of(PROTOCOLS, value[0]))
            case _:
                raise Foreign

    def _port(self, operator: int, mask: bytes, value: bytes) -> None:
        self._only(mask == b"\xff\xff")
        (port,) = _PORT.unpack(value)
        match operator:
            case _ if operator == NFT_CMP_EQ:
                self._set(ports=Ports(port, port))
            case _ if operator == NFT_CMP_GTE:
                self.first_port = port
            case _ if operator == NFT_CMP_LTE and self.first_port is not None:
                self._set(ports=Ports(self.first_port, port))
            case _:
                raise Foreign

    def between(self, found: Attributes) -> None:
        """Compare with both ends of a range at once, as later versions of nft do."""
        load = self.loads.get(self._number(found, 1))
        self._only(load is not None and load.what == DPORT and not self._number(found, 2))
        first, last = (_PORT.unpack(self._value(found, kind))[0] for kind in (3, 4))
        self._set(ports=Ports(first, last))

    def _states(self, mask: bytes) -> None:
        (bits,) = _HOST32.unpack(mask)
        known = {state for state, bit in STATE_BITS.items() if bits & bit}
        self._only(bits == sum(STATE_BITS[state] for state in known))
        self._set(states=frozenset(known))

    def counter(self, found: Attributes) -> None:
        """Note what has been counted."""
        self._only(self.count is None)
        values = (BE64.unpack(octets(self.data, found[kind]))[0] for kind in (2, 1))
        self.count = Count(*values)

    def immediate(self, found: Attributes) -> None:
        """Load a constant, or decide."""
        register = self._number(found, 1)
        if register != NFT_REG_VERDICT:
            self.constants[register] = self._value(found, 2)
            return
        inner = nested(self.data, found[2])
        self._only(2 in inner)  # noqa: PLR2004
        code = self._number(nested(self.data, inner[2]), 1)
        self._only(code in _VERDICTS)
        self._set(verdict=_VERDICTS[code])

    def reject(self, found: Attributes) -> None:
        """Answer that it is forbidden."""
        code = octets(self.data, found[2])[0] if 2 in found else -1  # noqa: PLR2004
        wanted = (NFT_REJECT_ICMPX_UNREACH, NFT_REJECT_ICMPX_ADMIN_PROHIBITED)
        self._only((self._number(found, 1), code) == wanted)
        self._set(verdict="reject")

    def masquerade(self, found: Attributes) -> None:
        """Rewrite the source address."""
        self._only(not found)
        self._set(verdict="masquerade")

    def nat(self, found: Attributes) -> None:
        """Rewrite the target address, and the port if there is one."""
        kind, register, port = (self._number(found, each, 0) for each in (1, 3, 5))
        self._only(kind == NFT_NAT_DNAT and register in self.constants)
        self._only(self._number(found, 4, register) == register)
        self._only(self._number(found, 6, port) == port)
        self._only(not self._number(found, 7, 0) & ~NAT_RANGE_FLAGS)
        self._set(verdict="dnat", to_address=ip_address(self.constants[register]))
        if port:
            self._only(port in self.constants)
            self._set(to_port=_PORT.unpack(self.constants[port])[0])

    def addresses(self) -> dict[str, Network]:
        """Return the networks that the parts of the network header add up to."""
        if not self.parts:
            return {}
        family = self.fields.get("family", 0)
        self._only(family in SOURCE)
        places = {"source": SOURCE[family], "target": TARGET[family]}
        known = sum(len(part.mask) for part in self.parts)
        found = {name: self._network(place) for name, place in places.items()}
        self._only(known == sum(size for _, size in found.values()))
        return {name: network for name, (network, _) in found.items() if network is not None}

    def _network(self, place: Field) -> tuple[Network | None, int]:
        """Return what the parts say about one address, and how many octets of them that was."""
        mask, value, size = bytearray(place.length), bytearray(place.length), 0
        for part in self.parts:
            for number, (bits, wanted) in enumerate(zip(part.mask, part.value, strict=True)):
                at = part.offset + number - place.offset
                if 0 <= at < place.length:
                    self._only(not mask[at])
                    mask[at], value[at] = bits, wanted
                    size += 1
        if not any(mask):
            return None, size
        whole = int.from_bytes(mask, "big")
        length = whole.bit_count()
        self._only(whole >> (8 * place.length - length) == (1 << length) - 1)
        try:
            return ip_network((bytes(value), length)), size
        except ValueError:
            raise Foreign from None  # bits beyond its mask: it matches nothing


def _key_of(values: Mapping[Any, int], number: int) -> Any:
    for key, value in values.items():
        if value == number:
            return key
    raise Foreign


_STEPS = {
    "meta": _Reader.meta,
    "payload": _Reader.payload,
    "ct": _Reader.conntrack,
    "bitwise": _Reader.bitwise,
    "cmp": _Reader.compare,
    "range": _Reader.between,
    "counter": _Reader.counter,
    "immediate": _Reader.immediate,
    "reject": _Reader.reject,
    "masq": _Reader.masquerade,
    "nat": _Reader.nat,
}
