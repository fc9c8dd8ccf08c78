"""Many datagrams received by one system call, each with the kernel's time of its arrival."""

import ctypes
import socket
import struct
from collections.abc import Iterator

SLOT_BYTES = 64
NAME_BYTES = 32
STAMP_BYTES = 32
SO_TIMESTAMPNS = 35
SO_RCVBUFFORCE = 33
BUFFER_BYTES = 4 << 20

_libc = ctypes.CDLL(None)
_STAMP = struct.Struct("=16xqq")  # control message header, seconds, nanoseconds
_LENGTH = struct.Struct("=56xI4x")  # struct mmsghdr, msg_len

_libc.recvmmsg.argtypes = (
    ctypes.c_int,
    ctypes.c_void_p,
    ctypes.c_uint,
    ctypes.c_int,
    ctypes.c_void_p,
)
_libc.sendto.argtypes = (
    ctypes.c_int,
    ctypes.c_void_p,
    ctypes.c_size_t,
    ctypes.c_int,
    ctypes.c_void_p,
    ctypes.c_uint,
)

Received = Iterator[tuple[tuple[int, ...], tuple[int], tuple[int, int]]]


class _IoVec(ctypes.Structure):
    _fields_ = (("base", ctypes.c_void_p), ("length", ctypes.c_size_t))


class _MessageHeader(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_void_p),
        ("name_length", ctypes.c_uint),
        ("vector", ctypes.c_void_p),
        ("vector_length", ctypes.c_size_t),
        ("control", ctypes.c_void_p),
        ("control_length", ctypes.c_size_t),
        ("flags", ctypes.c_int),
    )


class _Message(ctypes.Structure):
    _fields_ = (("header", _MessageHeader), ("length", ctypes.c_uint))


class Inbox:
    """Slots for received datagrams, used again by every call and for all sockets of a family."""

    def __init__(self, slots: int) -> None:
        self.slots = slots
        self.data = ctypes.create_string_buffer(slots * SLOT_BYTES)
        self._names = ctypes.create_string_buffer(slots * NAME_BYTES)
        self._stamps = ctypes.create_string_buffer(slots * STAMP_BYTES)
        self._headers = ctypes.create_string_buffer(slots * ctypes.sizeof(_Message))
        self._messages = (_Message * slots).from_buffer(self._headers)
        self._vectors = (_IoVec * slots)()
        for slot in range(slots):
            self._lay_out(slot)
        self._views = memoryview(self.data), memoryview(self._headers), memoryview(self._stamps)

    def _lay_out(self, slot: int) -> None:
        vector = self._vectors[slot]
        vector.base, vector.length = _at(self.data, slot * SLOT_BYTES), SLOT_BYTES
        header = self._messages[slot].header
        header.name, header.name_length = _at(self._names, slot * NAME_BYTES), NAME_BYTES
        header.vector, header.vector_length = ctypes.addressof(vector), 1
        header.control, header.control_length = _at(self._stamps, slot * STAMP_BYTES), STAMP_BYTES

    def receive(self, fd: int) -> int:
        """Fill the slots with what is there, without waiting; return how many are filled.

        The kernel stamps every message and names are of one length in a family, so the lengths
        that it leaves in the headers are those it found, and nothing has to be laid out again.
        An error that waits at the socket looks like an empty one; the error queue has it.
        """
        count: int = _libc.recvmmsg(fd, self._headers, self.slots, socket.MSG_DONTWAIT, None)
        return max(count, 0)

    def read(self, count: int, layout: struct.Struct) -> Received:
        """Return the fields, the length and the time of arrival (s, ns) of the first datagrams.

        A slot keeps what an earlier, longer datagram left behind: look at the length.
        """
        data, headers, stamps = self._views
        return zip(
            layout.iter_unpack(data[: count * SLOT_BYTES]),
            _LENGTH.iter_unpack(headers[: count * _LENGTH.size]),
            _STAMP.iter_unpack(stamps[: count * STAMP_BYTES]),
            strict=True,
        )

    def send_back(self, fd: int, slot: int, length: int) -> None:
        """Send a slot's content to where it came from; what does not get out counts as lost."""
        header = self._messages[slot].header
        where = _at(self.data, slot * SLOT_BYTES)
        _libc.sendto(fd, where, length, socket.MSG_DONTWAIT, header.name, header.name_length)


def _at(buffer: "ctypes.Array[ctypes.c_char]", offset: int) -> int:
    return ctypes.addressof(buffer) + offset


def prepare(sock: socket.socket) -> None:
    """Have arrivals stamped by the kernel and give them room; only real root gets all of it."""
    sock.setblocking(False)
    sock.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
    try:
        sock.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, BUFFER_BYTES)
    except PermissionError:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER_BYTES)
