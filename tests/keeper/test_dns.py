"""The name server, message by message: RFC 1035."""

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.keeper.dns import AAAA, ANY, PTR, A, Zone, answer, parse

HOSTS = """\
# comment
127.0.0.1 localhost
10.0.0.1 h1 web
10.0.0.1 h1
fd00::1 h1
10.0.0.2 r1 # more
"""
REFUSED_KIND = 15
HEAD = struct.Struct("!6H")


@pytest.fixture
def zone(tmp_path: Path) -> Zone:
    """Return the names of a small lab."""
    file = tmp_path / "hosts"
    file.write_text(HOSTS)
    return Zone(file)


def question(name: str, kind: int, flags: int = 0x0100) -> bytes:
    """Return a question as a resolver asks it."""
    labels = b"".join(bytes([len(one)]) + one.encode() for one in name.split("."))
    return HEAD.pack(7, flags, 1, 0, 0, 0) + labels + b"\0" + struct.pack("!HH", kind, 1)


def said(zone: Zone, name: str, kind: int) -> tuple[int, int]:
    """Return how it went and how many records came."""
    reply = answer(zone, question(name, kind), 512)
    assert reply is not None
    number, flags, questions, records, _, _ = HEAD.unpack_from(reply)
    assert (number, questions) == (7, 1)
    assert flags & 0x8500 == 0x8500  # an answer, of the authority, to whom wanted recursion
    return flags & 0xF, records


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("h1", A, (0, 2)),
        ("H1", A, (0, 2)),
        ("web", A, (0, 1)),
        ("h1", AAAA, (0, 1)),
        ("h1", ANY, (0, 3)),
        ("h1", REFUSED_KIND, (0, 0)),
        ("2.0.0.10.in-addr.arpa", PTR, (0, 1)),
        ("nobody", A, (3, 0)),
        ("example.com", A, (3, 0)),
        ("9.0.0.10.in-addr.arpa", PTR, (3, 0)),
    ],
)
def test_answers_for_the_lab_alone(
    zone: Zone, name: str, kind: int, expected: tuple[int, int]
) -> None:
    """A name without such records exists; a name of somewhere else does not."""
    assert said(zone, name, kind) == expected


def test_reads_the_names_again_when_they_change(tmp_path: Path) -> None:
    """The drawing may change while it runs."""
    file = tmp_path / "hosts"
    file.write_text(HOSTS)
    zone = Zone(file)
    assert said(zone, "new", A)[0] == 3
    draft = tmp_path / "draft"
    draft.write_text("10.0.0.9 new\n")
    draft.replace(file)
    assert said(zone, "new", A) == (0, 1)


def test_says_when_it_is_too_much_for_a_datagram(tmp_path: Path) -> None:
    """The resolver then asks over TCP."""
    file = tmp_path / "hosts"
    file.write_text("".join(f"10.0.{n}.1 many\n" for n in range(100)))
    zone = Zone(file)
    short, whole = (answer(zone, question("many", A), most) for most in (512, 65535))
    assert short is not None
    assert whole is not None
    assert len(short) < 512
    assert HEAD.unpack_from(short)[1] & 0x0200
    assert HEAD.unpack_from(whole)[3] == 100


def test_does_nothing_but_answer(zone: Zone) -> None:
    """Updates and notifications are not implemented (code 4)."""
    reply = answer(zone, question("h1", A, flags=0x2800), 512)
    assert reply is not None
    assert HEAD.unpack_from(reply)[1] & 0xF == 4


@given(st.binary(max_size=64))
def test_takes_any_bytes(data: bytes) -> None:
    """A message of anybody is read or is no question; nothing else happens."""
    parsed = parse(data)
    assert parsed is None or parsed.raw in data
