"""What this kernel can do: it is asked by making one of each thing, never by its version.

What is made stands in a network namespace that is thrown away. A kernel that has a thing as a
module loads it for this, as it would for a lab.
"""

import os
import socket
from collections.abc import Collection, Iterator, Sequence
from errno import EPERM
from functools import partial
from struct import Struct
from typing import NoReturn

from pyroute2.netlink import NETLINK_NETFILTER, NLM_F_ACK

from designer.state.capability import CAPABILITIES, FOR_ANY_LAB
from workers.errors import HostRefused
from workers.kernel.capability_questions import nft_questions, route_questions
from workers.kernel.modules import is_on_disk_alone
from workers.kernel.outbox import ANSWER_BYTES
from workers.kernel.shape import FLAGS, FLAGS_OFFSET
from workers.kernel.sockets import open_route_socket
from workers.sandbox import linux
from workers.sandbox.obstacles import refusal
from workers.sandbox.standing import in_thread

ACK = Struct("=IHHIIi")
"""Header and error number of an answer (netlink(7))."""


def ask_kernel(wanted: Collection[str] = CAPABILITIES) -> frozenset[str]:
    """Return which of the wanted capabilities this kernel has.

    Raises HostRefused where this user may not have a network namespace at all.
    """
    if os.geteuid() == 0:
        return in_thread(partial(_ask_in_new_namespace, linux.CLONE_NEWNET, wanted))
    return ask_in_user_namespace(wanted)


def ask_in_user_namespace(wanted: Collection[str]) -> frozenset[str]:
    """An ordinary user has the right in a user namespace, which only a process can enter."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(wanted, writing)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    if not told:
        raise refusal(OSError(EPERM, os.strerror(EPERM)))
    return frozenset(told.split())


def _answer(wanted: Collection[str], writing: int) -> NoReturn:
    try:
        kinds = linux.CLONE_NEWUSER | linux.CLONE_NEWNET
        found = _ask_in_new_namespace(kinds, wanted)
        os.write(writing, f"{' '.join(found)}\n".encode())
    except (OSError, HostRefused):
        pass  # no answer is one as well
    finally:
        os._exit(0)


def _ask_in_new_namespace(kinds: int, wanted: Collection[str]) -> frozenset[str]:
    """What others stand on is always made, and what is on disk alone is left there."""
    try:
        linux.unshare(kinds)
    except OSError as error:
        raise refusal(error) from error
    found = {name for name in wanted if is_on_disk_alone(name)}
    asked = (FOR_ANY_LAB | frozenset(wanted)) - found
    with open_route_socket() as route:
        for name, request in route_questions():
            if name in asked and _accepts(route, [request]):
                found.add(name)
    for name, batch in nft_questions():
        if name in asked:
            with _open_netfilter_socket() as netfilter:
                if _accepts(netfilter, batch):
                    found.add(name)
    return frozenset(found & frozenset(wanted))


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
                raise refusal(OSError(EPERM, os.strerror(EPERM)))
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
