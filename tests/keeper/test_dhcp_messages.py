"""DHCP, message by message: RFC 2131 and 2132."""

from ipaddress import ip_address, ip_interface

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.state.service import DhcpServer
from workers.keeper import dhcp
from workers.keeper.dhcp import (
    ACK,
    DECLINE,
    DISCOVER,
    INFORM,
    NAK,
    OFFER,
    RELEASE,
    REQUEST,
    Message,
    pack,
    parse,
)
from workers.keeper.dhcp_server import OFFER_HOLDS_S, Leases, answer
from workers.keeper.wire import datagram, payload

ONE, OTHER = bytes(5) + b"\1", bytes(5) + b"\2"
NOW_S = 1000.0


def v4(text: str) -> dhcp.IPv4Address:
    """Return an address."""
    return dhcp.IPv4Address(text)


SERVICE = DhcpServer(
    interface="eth0",
    address=ip_interface("10.0.0.1/24"),  # type: ignore[arg-type]
    first=v4("10.0.0.10"),
    last=v4("10.0.0.11"),
    router=v4("10.0.0.1"),
    dns=None,
    lease_s=60,
)


def asked(kind: int, mac: bytes = ONE, client: str = "0.0.0.0", **options: str) -> Message:  # noqa: S104
    """Return what a client says; options are addresses."""
    numbers = {"wish": dhcp.WISH, "server": dhcp.SERVER}
    values = {numbers[name]: v4(text).packed for name, text in options.items()}
    said = {dhcp.TYPE: bytes((kind,)), **values}
    return Message(answers=False, number=5, mac=mac, client=v4(client), options=said)


def reply(leases: Leases, message: Message, now_s: float = NOW_S) -> tuple[int, str] | None:
    """Return kind and address of the answer."""
    said = answer(SERVICE, leases, message, now_s)
    return None if said is None else (said.kind, str(said.yours))


def test_four_messages_make_a_lease() -> None:
    """Discover, offer, request, acknowledgement, with all that a client needs."""
    leases = Leases(SERVICE)
    assert reply(leases, asked(DISCOVER)) == (OFFER, "10.0.0.10")
    said = answer(SERVICE, leases, asked(REQUEST, wish="10.0.0.10", server="10.0.0.1"), NOW_S)
    assert said is not None
    assert (said.kind, said.number, said.mac) == (ACK, 5, ONE)
    assert said.address(dhcp.MASK) == v4("255.255.255.0")
    assert said.address(dhcp.ROUTER) == v4("10.0.0.1")
    assert said.number_of(dhcp.LEASE_S) == 60
    assert dhcp.DNS not in said.options


def test_nobody_gets_what_is_anothers() -> None:
    """Each client has one address, and when there is none left it is told nothing."""
    leases = Leases(SERVICE)
    macs = [bytes(5) + bytes((n,)) for n in range(3)]
    offers = [reply(leases, asked(DISCOVER, mac)) for mac in macs]
    assert offers == [(OFFER, "10.0.0.10"), (OFFER, "10.0.0.11"), None]
    assert reply(leases, asked(REQUEST, macs[2], wish="10.0.0.10")) == (NAK, "0.0.0.0")  # noqa: S104


def test_an_offer_that_nobody_takes_is_free_again() -> None:
    """After half a minute."""
    leases = Leases(SERVICE)
    reply(leases, asked(DISCOVER, ONE, wish="10.0.0.11"))
    later = NOW_S + OFFER_HOLDS_S + 1
    assert reply(leases, asked(DISCOVER, OTHER, wish="10.0.0.11"), later) == (OFFER, "10.0.0.11")


def test_a_lease_is_renewed_by_its_address() -> None:
    """Also by a server that was started anew and remembers nothing."""
    assert reply(Leases(SERVICE), asked(REQUEST, client="10.0.0.11")) == (ACK, "10.0.0.11")


@pytest.mark.parametrize("wish", ["10.0.0.1", "10.0.0.9", "10.0.0.12", "10.9.0.10"])
def test_what_is_not_in_the_range_is_refused(wish: str) -> None:
    """The client then begins anew."""
    assert reply(Leases(SERVICE), asked(REQUEST, wish=wish)) == (NAK, "0.0.0.0")  # noqa: S104


def test_the_choice_of_another_server_is_respected() -> None:
    """It says nothing, and what it had offered is free."""
    leases = Leases(SERVICE)
    reply(leases, asked(DISCOVER))
    assert reply(leases, asked(REQUEST, wish="10.0.0.50", server="10.0.0.2")) is None
    assert reply(leases, asked(DISCOVER, OTHER)) == (OFFER, "10.0.0.10")


def test_released_is_free_and_declined_is_not() -> None:
    """Who found an address in use keeps others from it for a while."""
    leases = Leases(SERVICE)
    reply(leases, asked(DISCOVER))
    assert reply(leases, asked(RELEASE, client="10.0.0.10")) is None
    assert reply(leases, asked(DISCOVER, OTHER)) == (OFFER, "10.0.0.10")
    assert reply(leases, asked(DECLINE, OTHER, wish="10.0.0.10")) is None
    assert reply(leases, asked(DISCOVER, OTHER)) == (OFFER, "10.0.0.11")


def test_who_has_an_address_is_told_the_rest() -> None:
    """Without a lease."""
    said = answer(SERVICE, Leases(SERVICE), asked(INFORM, client="10.0.0.77"), NOW_S)
    assert said is not None
    assert said.kind == ACK
    assert dhcp.LEASE_S not in said.options


messages = st.builds(
    Message,
    answers=st.booleans(),
    number=st.integers(0, 2**32 - 1),
    mac=st.binary(min_size=6, max_size=6),
    client=st.integers(0, 2**32 - 1).map(dhcp.IPv4Address),
    yours=st.integers(0, 2**32 - 1).map(dhcp.IPv4Address),
    options=st.dictionaries(st.integers(1, 254), st.binary(max_size=255), max_size=5),
)


@given(messages)
def test_messages_survive_the_wire(message: Message) -> None:
    """Packed into a packet and out of it again."""
    addresses = v4("10.0.0.1"), v4("255.255.255.255")
    packet = datagram(addresses[0], (68, 67), addresses[1], pack(message))
    assert parse(payload(packet)) == message


@given(st.binary(max_size=400), messages, st.data())
def test_takes_any_bytes(noise: bytes, message: Message, data: st.DataObject) -> None:
    """Noise, and messages with noise in them, are read or dropped; the server lives on."""
    whole = pack(message)
    cut = data.draw(st.integers(0, len(whole)))
    leases = Leases(SERVICE)
    for attempt in (noise, whole[:cut] + noise, whole):
        if (found := parse(attempt)) is not None:
            answer(SERVICE, leases, found, NOW_S)


@given(st.binary(min_size=20, max_size=60).filter(lambda one: len(one) % 2 == 0))
def test_packets_have_the_checksum_of_their_header(data: bytes) -> None:
    """Summed with it, the header is all ones (RFC 1071)."""
    packet = datagram(v4("0.0.0.0"), (68, 67), v4("255.255.255.255"), data)  # noqa: S104
    total = sum(int.from_bytes(packet[n : n + 2], "big") for n in range(0, 20, 2))
    assert total % 0xFFFF == 0
    assert ip_address(packet[16:20]) == v4("255.255.255.255")
