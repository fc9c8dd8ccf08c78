"""Speaking generic netlink: families have names, and numbers that the kernel tells for them.

The numbers are those of linux/genetlink.h.
"""

import os
import socket
from struct import Struct

from pyroute2.netlink import NETLINK_GENERIC, NLM_F_ACK, NLM_F_DUMP, NLM_F_REQUEST, NLMSG_ERROR

from workers.kernel.dump import ANSWER_BYTES, ask, attributes, octets
from workers.kernel.netfilter import attribute, text

GENL_ID_CTRL, CTRL_CMD_GETFAMILY = 16, 3
CTRL_ATTR_FAMILY_ID, CTRL_ATTR_FAMILY_NAME = 1, 2
GENL_HEADER_BYTES = 4
VERSION = 1

_HEADER = Struct("=IHHIIBBH")
_U8, _U16, _U32 = Struct("=B"), Struct("=H"), Struct("=I")
_ERROR = Struct("=IHHIIi")


def u8(kind: int, value: int) -> bytes:
    """Return an attribute that is one byte."""
    return attribute(kind, _U8.pack(value))


def u16(kind: int, value: int) -> bytes:
    """Return an attribute that is a 16-bit number of this machine's byte order."""
    return attribute(kind, _U16.pack(value))


def u32(kind: int, value: int) -> bytes:
    """Return an attribute that is a 32-bit number of this machine's byte order."""
    return attribute(kind, _U32.pack(value))


def open_generic_socket() -> socket.socket:
    """Open a socket that belongs to the namespace the thread stands in."""
    kind = socket.SOCK_RAW | socket.SOCK_CLOEXEC
    return socket.socket(socket.AF_NETLINK, kind, NETLINK_GENERIC)


def command(family: int, number: int, body: bytes) -> bytes:
    """Return a request that something is done, and that it is said how it went."""
    return _message(family, number, NLM_F_REQUEST | NLM_F_ACK, body)


def question(family: int, number: int, body: bytes) -> bytes:
    """Return the request for all that is known of something."""
    return _message(family, number, NLM_F_REQUEST | NLM_F_DUMP, body)


def _message(family: int, number: int, flags: int, body: bytes) -> bytes:
    length = _HEADER.size + len(body)
    return _HEADER.pack(length, family, flags, 0, 0, number, VERSION, 0) + body


def find_family(netlink: socket.socket, name: str) -> int:
    """Ask for a family's number; raises OSError where the kernel does not have it."""
    wanted = text(CTRL_ATTR_FAMILY_NAME, name)
    request = _message(GENL_ID_CTRL, CTRL_CMD_GETFAMILY, NLM_F_REQUEST, wanted)
    data, start, end = ask(netlink, request)
    found = attributes(data, start + GENL_HEADER_BYTES, end)
    return int(_U16.unpack(octets(data, found[CTRL_ATTR_FAMILY_ID]))[0])


def do(netlink: socket.socket, request: bytes) -> None:
    """Have the kernel do one thing; raises OSError with its refusal."""
    netlink.send(request)
    _, kind, _, _, _, errno = _ERROR.unpack_from(netlink.recv(ANSWER_BYTES))
    if kind == NLMSG_ERROR and errno:
        raise OSError(-errno, os.strerror(-errno))
