"""What people do at the moment (awareness): states by client, each newer than the one before."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from designer.shared.protocol import Malformed, Reader, write_buffer, write_varuint

CLIENTS_MAX = 1000
"""States in one message: a browser repeats those of all others."""

STATE_MAX_BYTES = 16_384


@dataclass(frozen=True, slots=True)
class State:
    """What one client shows; None when it has left."""

    client: int
    clock: int
    values: dict[str, Any] | None


def read_states(data: bytes) -> list[State]:
    """Return the states of a message; raises Malformed."""
    reader = Reader(data)
    count = reader.varuint()
    if count > CLIENTS_MAX:
        raise Malformed(f"{count} states are too many")
    return [_read_state(reader) for _ in range(count)]


def _read_state(reader: Reader) -> State:
    client, clock, text = reader.varuint(), reader.varuint(), reader.text()
    if len(text) > STATE_MAX_BYTES:
        raise Malformed("a state is too large")
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        raise Malformed("a state is no JSON") from None
    if values is not None and not isinstance(values, dict):
        raise Malformed("a state is no object")
    return State(client, clock, values)


def write_states(states: Iterable[State]) -> bytes:
    """Return what `read_states` reads."""
    written = [
        write_varuint(one.client)
        + write_varuint(one.clock)
        + write_buffer(json.dumps(one.values, separators=(",", ":")).encode())
        for one in states
    ]
    return write_varuint(len(written)) + b"".join(written)
