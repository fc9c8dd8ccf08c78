"""A name server for the lab alone (RFC 1035): A, AAAA and PTR of its nodes, and nothing else.

It is the authority for every name, so what the lab does not have does not exist. A datagram that is
no question comes back as it came: the matrix, whose probes are none, sees that somebody answers.
"""

import socketserver
import struct
import threading
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path
from typing import Any

from workers.keeper.room import Lines
from workers.keeper.sockets import ANYWHERE, Datagrams, family_of_node, stream_listener

PORT = 53
HOSTS = Path("/etc/hosts")
HEADER = struct.Struct("!6H")
QUESTION_END = struct.Struct("!HH")
RECORD_HEAD = struct.Struct("!HHHIH")
A, PTR, AAAA, ANY = 1, 12, 28, 255
INTERNET = 1
NO_ERROR, NO_NAME, NOT_DONE = 0, 3, 4
IS_ANSWER, AUTHORITATIVE, CUT, RECURSION_WANTED = 0x8000, 0x0400, 0x0200, 0x0100
OPERATION = 0x7800
NAME_OF_QUESTION = 0xC00C
"""A pointer to the name behind the header (RFC 1035, 4.1.4)."""

LIFE_S = 5
"""Short, for the drawing may change."""

MOST_UDP = 512
LABEL_MAX, NAME_MAX = 63, 255
LARGEST_TCP = 65535
PATIENCE_S = 10.0

Address = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; `raw` is the question as it came, which the answer repeats."""

    number: int
    flags: int
    name: str
    kind: int
    raw: bytes


class Zone:
    """The names of the lab, read again when the drawing has changed."""

    def __init__(self, hosts: Path = HOSTS) -> None:
        self._hosts = hosts
        self._seen: tuple[int, int] | None = None
        self._addresses: dict[str, list[Address]] = {}
        self._names: dict[str, list[str]] = {}

    def _refresh(self) -> None:
        status = self._hosts.stat()
        seen = status.st_mtime_ns, status.st_ino
        if seen != self._seen:
            self._read(self._hosts.read_text())
            self._seen = seen

    def _read(self, text: str) -> None:
        self._addresses, self._names = {}, {}
        for line in text.splitlines():
            first, *names = line.partition("#")[0].split() or [""]
            if first:
                address = ip_address(first)
                self._names.setdefault(address.reverse_pointer, []).extend(names[:1])
                for name in names:
                    self._addresses.setdefault(name.lower(), []).append(address)

    def answers(self, question: Question) -> tuple[int, list[bytes]]:
        """Return how it went and the records; a name without such records exists all the same."""
        self._refresh()
        name = question.name.lower()
        if name not in self._addresses and name not in self._names:
            return NO_NAME, []
        found: list[tuple[int, bytes]] = [
            (A if address.version == 4 else AAAA, address.packed)  # noqa: PLR2004
            for address in self._addresses.get(name, ())
        ]
        found += [(PTR, _packed_name(one)) for one in self._names.get(name, ())]
        return NO_ERROR, [_record(k, data) for k, data in found if question.kind in {k, ANY}]


def _record(kind: int, data: bytes) -> bytes:
    return RECORD_HEAD.pack(NAME_OF_QUESTION, kind, INTERNET, LIFE_S, len(data)) + data


def _packed_name(name: str) -> bytes:
    labels = name.encode().split(b".")
    return b"".join(bytes([len(label)]) + label for label in labels) + b"\0"


def parse(data: bytes) -> Question | None:
    """Return the question, None where it is none that we can read."""
    if len(data) < HEADER.size:
        return None
    number, flags, questions, answers, _, _ = HEADER.unpack_from(data)
    if flags & IS_ANSWER or questions != 1 or answers:
        return None
    labels, place = [], HEADER.size
    while place < len(data) and (length := data[place]):
        if length > LABEL_MAX or place - HEADER.size > NAME_MAX:
            return None
        labels.append(data[place + 1 : place + 1 + length])
        place += 1 + length
    end = place + 1 + QUESTION_END.size
    if end > len(data):
        return None
    kind, _ = QUESTION_END.unpack_from(data, place + 1)
    name = b".".join(labels).decode("ascii", errors="replace")
    return Question(number, flags, name, kind, data[HEADER.size : end])


def answer(zone: Zone, data: bytes, most_bytes: int) -> bytes | None:
    """Return the answer to a message, None where it is no question."""
    question = parse(data)
    if question is None:
        return None
    if question.flags & OPERATION:
        code, records = NOT_DONE, list[bytes]()
    else:
        code, records = zone.answers(question)
    flags = IS_ANSWER | AUTHORITATIVE | question.flags & (OPERATION | RECURSION_WANTED) | code
    body = question.raw + b"".join(records)
    if HEADER.size + len(body) > most_bytes:
        return HEADER.pack(question.number, flags | CUT, 1, 0, 0, 0) + question.raw
    return HEADER.pack(question.number, flags, 1, len(records), 0, 0) + body


class _Stream(socketserver.StreamRequestHandler):
    """Questions over TCP have their length in front (RFC 7766)."""

    timeout = PATIENCE_S

    def handle(self) -> None:
        zone = Zone()
        try:
            while len(head := self.rfile.read(2)) == 2:  # noqa: PLR2004
                data = self.rfile.read(int.from_bytes(head, "big"))
                said = answer(zone, data, LARGEST_TCP)
                if said is None:
                    return
                self.wfile.write(len(said).to_bytes(2, "big") + said)
        except OSError:
            return


class _Server(socketserver.ThreadingTCPServer):
    """Takes over a socket that listens to both families."""

    daemon_threads = True


def serve(lines: Lines) -> None:
    """Serve for ever."""
    datagrams = Datagrams(PORT)
    nowhere: Any = (ANYWHERE[family_of_node()], PORT)
    server = _Server(nowhere, _Stream, bind_and_activate=False)
    server.socket.close()
    server.socket = stream_listener(PORT)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    lines.ready()
    zone = Zone()
    while True:
        data, peer, way_back = datagrams.receive()
        said = answer(zone, data, MOST_UDP)
        if said is None and peer[1] != PORT:  # two servers would send it to and fro for ever
            said = data
        if said is not None:
            datagrams.send(said, peer, way_back)
