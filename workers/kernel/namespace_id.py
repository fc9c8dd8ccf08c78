"""What one namespace calls another: a veth says by such a number where its other end is."""

import socket

from pyroute2.netlink import NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_GETNSID
from pyroute2.netlink.rtnl.nsidmsg import nsidmsg

from workers.kernel import dump
from workers.kernel.shape import Shape, filled, number

NETNSA_NSID = 1
BODY_BYTES = 4
HANDLE = number(1)
_QUESTION = Shape(
    filled(nsidmsg(), {}, [("NETNSA_FD", HANDLE.value)]), RTM_GETNSID, NLM_F_REQUEST, HANDLE
)


def namespace_id(netlink: socket.socket, namespace_fd: int) -> int:
    """Return the id that the socket's namespace has for another, -1 if it has none."""
    question = bytearray()
    _QUESTION.write(question, namespace_fd)
    data, start, end = dump.ask(netlink, bytes(question))
    return dump.number(data, dump.attributes(data, start + BODY_BYTES, end), NETNSA_NSID)
