"""What came over a socket as an update, looked through before Yjs sees it.

The library takes whatever can be decoded, also values nested so deep that reading them would end
the process. So nothing gets to it but what our own browsers write.
"""

from collections.abc import Callable
from dataclasses import dataclass

from designer.shared.lab_document import ROOTS
from designer.shared.protocol import Malformed, Reader

DEPTH_MAX = 20
CLOCK_MAX = 2**31
"""Yjs counts in 32 bits."""

_HAS_LEFT, _HAS_RIGHT, _HAS_KEY, _CONTENT = 0x80, 0x40, 0x20, 0x1F
_GONE = 0
_SHARED_TYPES = {0, 1, 2}
"""Array, Map and Text."""

_FLOATS = {124: 4, 123: 8, 122: 8}
_CONSTANTS = {127, 126, 121, 120}
_WHOLE, _TEXT, _OBJECT, _ARRAY = 125, 119, 118, 117


@dataclass(frozen=True, slots=True)
class Span:
    """What an update has of one client: from one clock to before another."""

    client: int
    start: int
    end: int


def inspect(update: bytes) -> list[Span]:
    """Return what an update has; raises Malformed for what no browser of ours writes."""
    reader = Reader(update)
    spans = [_read_client(reader) for _ in range(reader.varuint())]
    for _ in range(reader.varuint()):
        reader.varuint()
        for _ in range(reader.varuint()):
            _require_countable(reader.varuint() + reader.varuint())
    if not reader.is_at_end:
        raise Malformed("something follows the update")
    return spans


def read_state(state: bytes) -> dict[int, int]:
    """Return how far each client is known in a document, from what `get_state` returns."""
    reader = Reader(state)
    return {reader.varuint(): reader.varuint() for _ in range(reader.varuint())}


def _read_client(reader: Reader) -> Span:
    count, client, start = reader.varuint(), reader.varuint(), reader.varuint()
    clock = start
    for _ in range(count):
        info = reader.byte()
        kind = info & _CONTENT
        if kind != _GONE:
            _read_place(reader, info)
        read = _CONTENTS.get(kind)
        if read is None:
            raise Malformed(f"no browser of ours writes content of kind {kind}")
        clock += read(reader)
        _require_countable(clock)
    return Span(client, start, clock)


def _require_countable(clock: int) -> None:
    if clock > CLOCK_MAX:
        raise Malformed(f"{clock} is no place in a document")


def _read_place(reader: Reader, info: int) -> None:
    """Where an item stands: beside another, or under a key of its parent."""
    for side in (_HAS_LEFT, _HAS_RIGHT):
        if info & side:
            reader.varuint()
            reader.varuint()
    if info & (_HAS_LEFT | _HAS_RIGHT):
        return
    if reader.varuint() == 1:
        if (root := reader.text()) not in ROOTS:
            raise Malformed(f"a document has no {root!r}")
    else:
        reader.varuint()
        reader.varuint()
    if info & _HAS_KEY:
        reader.text()


def _read_length(reader: Reader) -> int:
    return reader.varuint()


def _read_string(reader: Reader) -> int:
    return len(reader.text().encode("utf-16-le")) // 2


def _read_type(reader: Reader) -> int:
    if (kind := reader.varuint()) not in _SHARED_TYPES:
        raise Malformed(f"no browser of ours makes the type {kind}")
    return 1


def _read_values(reader: Reader) -> int:
    count = reader.varuint()
    for _ in range(count):
        _read_value(reader, 0)
    return count


_CONTENTS: dict[int, Callable[[Reader], int]] = {
    _GONE: _read_length,
    1: _read_length,  # deleted
    4: _read_string,
    7: _read_type,
    8: _read_values,
}


def _read_value(reader: Reader, depth: int) -> None:
    if depth > DEPTH_MAX:
        raise Malformed("a value is nested too deep")
    tag = reader.byte()
    if tag == _WHOLE:
        reader.varuint()  # of as many bytes, whatever its sign
    elif tag == _TEXT:
        reader.text()
    elif tag in _FLOATS:
        reader.take(_FLOATS[tag])
    elif tag in {_OBJECT, _ARRAY}:
        for _ in range(reader.varuint()):
            if tag == _OBJECT:
                reader.text()
            _read_value(reader, depth + 1)
    elif tag not in _CONSTANTS:
        raise Malformed(f"no browser of ours writes a value of kind {tag}")
