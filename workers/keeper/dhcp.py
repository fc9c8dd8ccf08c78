"""DHCP messages (RFC 2131) and their options (RFC 2132), as far as a lab needs them."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import IPv4Address

DISCOVER, OFFER, REQUEST, DECLINE, ACK, NAK, RELEASE, INFORM = range(1, 9)
NAMES = ("", "discover", "offer", "request", "decline", "ack", "nak", "release", "inform")
SERVER_PORT, CLIENT_PORT = 67, 68
ASKS, ANSWERS = 1, 2

MASK, ROUTER, DNS, HOST_NAME, WISH, LEASE_S, TYPE, SERVER = 1, 3, 6, 12, 50, 51, 53, 54
PARAMETERS, RENEW_S, REBIND_S, END, PAD = 55, 58, 59, 255, 0
BROADCAST = 0x8000
ETHERNET, MAC_BYTES = 1, 6

_HEAD = struct.Struct("!BBBBIHH4s4s4s4s16s64s128s4s")
COOKIE = bytes((99, 130, 83, 99))
SMALLEST = 300
"""Some relays and servers drop what is shorter than BOOTP's 300 bytes (RFC 1542, 2.1)."""

NOBODY = IPv4Address(0)


@dataclass(frozen=True, slots=True)
class Message:
    """One message; `client` is the address the client has, `yours` the one it is given."""

    answers: bool
    number: int
    mac: bytes
    client: IPv4Address = NOBODY
    yours: IPv4Address = NOBODY
    relay: IPv4Address = NOBODY
    flags: int = 0
    options: Mapping[int, bytes] = field(default_factory=dict)

    @property
    def kind(self) -> int:
        """What it is: DISCOVER, OFFER and so on, 0 for what is no DHCP."""
        value = self.options.get(TYPE, b"\0")
        return value[0] if len(value) == 1 and value[0] < len(NAMES) else 0

    def address(self, option: int) -> IPv4Address | None:
        """Return an option that is an address, the first of several."""
        value = self.options.get(option, b"")
        return IPv4Address(value[:4]) if len(value) >= 4 else None  # noqa: PLR2004

    def number_of(self, option: int) -> int | None:
        """Return an option that is a number of 32 bits."""
        value = self.options.get(option, b"")
        return int.from_bytes(value, "big") if len(value) == 4 else None  # noqa: PLR2004


def pack(message: Message) -> bytes:
    """Return the message as it goes over the wire."""
    head = _HEAD.pack(
        ANSWERS if message.answers else ASKS,
        ETHERNET,
        MAC_BYTES,
        0,
        message.number,
        0,
        message.flags,
        message.client.packed,
        message.yours.packed,
        NOBODY.packed,
        message.relay.packed,
        message.mac,
        b"",
        b"",
        COOKIE,
    )
    options = b"".join(bytes((k, len(v))) + v for k, v in message.options.items())
    return (head + options + bytes((END,))).ljust(SMALLEST, b"\0")


def parse(data: bytes) -> Message | None:
    """Return the message, None where it is none that a lab's interfaces send."""
    if len(data) < _HEAD.size:
        return None
    operation, hardware, length, _, number, _, flags, *rest = _HEAD.unpack_from(data)
    client, yours, _, relay, mac, _, _, cookie = rest
    if (hardware, length, cookie) != (ETHERNET, MAC_BYTES, COOKIE):
        return None
    return Message(
        answers=operation == ANSWERS,
        number=number,
        mac=mac[:MAC_BYTES],
        client=IPv4Address(client),
        yours=IPv4Address(yours),
        relay=IPv4Address(relay),
        flags=flags,
        options=_options(data[_HEAD.size :]),
    )


def _options(data: bytes) -> dict[int, bytes]:
    """Return the options; one that comes in pieces is put together (RFC 3396)."""
    found: dict[int, bytes] = {}
    place = 0
    while place < len(data) and data[place] != END:
        if data[place] == PAD:
            place += 1
            continue
        if place + 1 >= len(data):
            break
        length = data[place + 1]
        value = data[place + 2 : place + 2 + length]
        found[data[place]] = found.get(data[place], b"") + value
        place += 2 + length
    return found
