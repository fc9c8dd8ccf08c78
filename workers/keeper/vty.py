"""Asking a daemon of FRR as vtysh(8) does, at its own socket, without starting a program.

Whatever runs in a node may have taken the daemon's place: what it says is read as hostile.
"""

import json
import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from designer.state.service import Frr
from workers.keeper.client import ServiceStatus

END = bytes(3)
"""Before the one byte that says how a command ended (lib/vty.c, vtysh_read)."""

ANSWER_MAX_BYTES = 1 << 20
PATIENCE_S = 1.0
TEXT_MAX, PEERS_MAX = 100, 500
OSPF, BGP = "show ip ospf neighbor json", "show bgp summary json"


class Peer(NamedTuple):
    """A neighbour of a routing daemon."""

    protocol: str
    address: str
    name: str
    state: str
    established: bool


def peers_of(status: ServiceStatus) -> list[Peer]:
    """Return the neighbours of a service's daemons, none where they do not answer."""
    service = status.order.service
    if not isinstance(service, Frr) or not status.pid:
        return []
    found: list[Peer] = []
    if service.ospf:
        found += _ospf(_ask(status.pid, "ospfd", OSPF))
    if service.bgp:
        found += _bgp(_ask(status.pid, "bgpd", BGP))
    return found[:PEERS_MAX]


def _ospf(answer: Mapping[str, Any]) -> Iterator[Peer]:
    for router, those in _items(answer.get("neighbors")):
        for one in those if isinstance(those, list) else []:
            if isinstance(one, dict):
                state = _text(one.get("nbrState") or one.get("state"))
                address = _text(one.get("ifaceAddress") or one.get("address"))
                yield Peer("ospf", address, _text(router), state, state.startswith("Full"))


def _bgp(answer: Mapping[str, Any]) -> Iterator[Peer]:
    for _, family in _items(answer):
        for address, one in _items(family.get("peers") if isinstance(family, dict) else None):
            if isinstance(one, dict):
                state = _text(one.get("state"))
                name = f"AS {_text(one.get('remoteAs'))}"
                yield Peer("bgp", _text(address), name, state, state == "Established")


def _items(value: object) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        yield from value.items()


def _text(value: object) -> str:
    return "" if value is None else str(value)[:TEXT_MAX]


def _ask(pid: int, daemon: str, command: str) -> Mapping[str, Any]:
    """Return what a daemon answers; its socket is in a mount namespace of its own."""
    with suppress(OSError, ValueError):
        folder = os.open(f"/proc/{pid}/root/run/frr", os.O_PATH | os.O_CLOEXEC)
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
                line.settimeout(PATIENCE_S)
                line.connect(f"/proc/self/fd/{folder}/{daemon}.vty")
                line.sendall(command.encode() + b"\0")
                said = json.loads(_answer(line))
                return said if isinstance(said, dict) else {}
        finally:
            os.close(folder)
    return {}


def _answer(line: socket.socket) -> bytes:
    said = bytearray()
    while len(said) < ANSWER_MAX_BYTES and said[-4:-1] != END:
        part = line.recv(1 << 16)
        if not part:
            break
        said += part
    return bytes(said[: said.find(END)])
