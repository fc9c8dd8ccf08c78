"""Somebody who answers in a target's namespace, where nobody does."""

import errno
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack

from workers.probes.assignment import FAMILIES, Assignment
from workers.probes.namespaces import enter

IP_FREEBIND = 15
IPV6_FREEBIND = 78


def open_listeners(
    assignment: Assignment,
    open_for: Callable[[socket.AddressFamily], socket.socket],
    stack: ExitStack,
) -> Iterator[socket.socket]:
    """Yield a socket bound to each target's address and the port; where one is, it is used.

    The address is bound, not all of them, so that answers leave from where they were asked.
    """
    for target in assignment.asked_targets():
        if target.namespace_fd < 0:
            continue
        enter(target.namespace_fd)
        sock = stack.enter_context(open_for(FAMILIES[target.address.version]))
        if _bind(sock, str(target.address), assignment.port):
            yield sock


def _bind(sock: socket.socket, address: str, port: int) -> bool:
    """An address that the namespace lost or that is still tentative is no reason to stop."""
    if sock.family == socket.AF_INET6:
        sock.setsockopt(socket.IPPROTO_IPV6, IPV6_FREEBIND, 1)
        sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
    else:
        sock.setsockopt(socket.IPPROTO_IP, IP_FREEBIND, 1)
    try:
        sock.bind((address, port))
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        return False
    return True
