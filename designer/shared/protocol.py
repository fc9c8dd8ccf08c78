"""The binary messages of y-websocket, and three of our own: which it is, then what it holds."""

from dataclasses import dataclass
from enum import IntEnum


class Kind(IntEnum):
    """What a message is about."""

    SYNC = 0
    AWARENESS = 1
    QUERY_AWARENESS = 3
    TOLD = 100
    """From the server alone: JSON text about the lab, or about what this person may do."""
    MARK = 101
    """A number, which comes back when all that its sender had edited before it is stored."""
    SETTLE = 102
    """A number, which comes back with the revision that has all that was edited before it."""


class Step(IntEnum):
    """What a message of kind SYNC holds."""

    STATE = 0
    """What the sender has; the answer is what it lacks."""
    MISSING = 1
    UPDATE = 2


EMPTY_UPDATE = b"\x00\x00"


class Malformed(Exception):
    """These bytes are no message of this protocol."""


@dataclass(slots=True)
class Reader:
    """Reads lib0's encoding; whatever is wrong with it is Malformed."""

    data: bytes
    at: int = 0

    @property
    def is_at_end(self) -> bool:
        """Whether all has been read."""
        return self.at >= len(self.data)

    def byte(self) -> int:
        """Return the next byte."""
        if self.is_at_end:
            raise Malformed("it ends too early")
        self.at += 1
        return self.data[self.at - 1]

    def varuint(self) -> int:
        """Return a whole number, of 64 bits at most."""
        number = 0
        for shift in range(0, 70, 7):
            byte = self.byte()
            number |= (byte & 0x7F) << shift
            if byte < 0x80:  # noqa: PLR2004 - the bit that says that more follows
                return number
        raise Malformed("a number is too long")

    def take(self, count: int) -> bytes:
        """Return the next bytes."""
        if count > len(self.data) - self.at:
            raise Malformed("it ends too early")
        self.at += count
        return self.data[self.at - count : self.at]

    def buffer(self) -> bytes:
        """Return bytes whose number comes first."""
        return self.take(self.varuint())

    def text(self) -> str:
        """Return a text."""
        try:
            return self.buffer().decode()
        except UnicodeDecodeError:
            raise Malformed("a text is no UTF-8") from None


def write_varuint(number: int) -> bytes:
    """Return a whole number as lib0 writes it."""
    written = bytearray()
    while number > 0x7F:  # noqa: PLR2004 - as above
        written.append(number & 0x7F | 0x80)
        number >>= 7
    written.append(number)
    return bytes(written)


def write_buffer(data: bytes) -> bytes:
    """Return bytes after their number."""
    return write_varuint(len(data)) + data


def sync_message(step: Step, data: bytes) -> bytes:
    """Return a message of kind SYNC."""
    return bytes((Kind.SYNC, step)) + write_buffer(data)


def awareness_message(data: bytes) -> bytes:
    """Return a message with what people do at the moment."""
    return bytes((Kind.AWARENESS,)) + write_buffer(data)


def told_message(text: str) -> bytes:
    """Return a message of the server's own."""
    return bytes((Kind.TOLD,)) + write_buffer(text.encode())


def mark_message(mark: int) -> bytes:
    """Return the answer to a mark."""
    return bytes((Kind.MARK,)) + write_varuint(mark)


def settled_message(mark: int, revision: int) -> bytes:
    """Return the answer to who wanted a revision."""
    return bytes((Kind.SETTLE,)) + write_varuint(mark) + write_varuint(revision)
