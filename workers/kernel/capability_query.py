"""What this kernel can do: it is asked by making one of each thing, never by its version.

What is made stands in a network namespace that is thrown away. A kernel that has a thing as a
module loads it for this, as it would for a lab.
"""

import socket
from collections.abc import Iterator, Sequence
from errno import EPERM
from struct import Struct

from pyroute2.netlink import NETLINK_NETFILTER, NLM_F_ACK

from workers.errors import HostRefused
from workers.kernel.capability_questions import nft_questions, route_questions
from workers.kernel.outbox import ANSWER_BYTES
from workers.kernel.shape import FLAGS, FLAGS_OFFSET
from workers.kernel.sockets import open_route_socket
from workers.sandbox import linux
from workers.sandbox.standing import in_thread

ACK = Struct("=IHHIIi")
"""Header and error number of an answer (netlink(7))."""


def ask_kernel() -> frozenset[str]:
    """Return the names of what can be made; the caller is root in its user namespace."""
    return in_thread(_ask_in_new_namespace)


def _ask_in_new_namespace() -> frozenset[str]:
    linux.unshare(linux.CLONE_NEWNET)
    with open_route_socket() as route:
        found = {name for name, request in route_questions() if _accepts(route, [request])}
    for name, batch in nft_questions():
        with _open_netfilter_socket() as netfilter:
            if _accepts(netfilter, batch):
                found.add(name)
    return frozenset(found)


def _open_netfilter_socket() -> socket.socket:
    kind = socket.SOCK_RAW | socket.SOCK_CLOEXEC
    return socket.socket(socket.AF_NETLINK, kind, NETLINK_NETFILTER)


def _accepts(netlink: socket.socket, messages: Sequence[bytes]) -> bool:
    """Send all at once, and read answers until one is a refusal or all that were asked for came."""
    netlink.send(b"".join(messages))
    expected = sum(FLAGS.unpack_from(one, FLAGS_OFFSET)[0] & NLM_F_ACK != 0 for one in messages)
    heard = 0
    while heard < expected:
        for errno in _errnos(netlink.recv(ANSWER_BYTES)):
            if errno == EPERM:
                raise HostRefused("this process has no right to a network of its own")
            if errno:
                return False
            heard += 1
    return True


def _errnos(data: bytes) -> Iterator[int]:
    place = 0
    while place < len(data):
        length, _, _, _, _, error = ACK.unpack_from(data, place)
        yield -error
        place += (length + 3) & ~3
