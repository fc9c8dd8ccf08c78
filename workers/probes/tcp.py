"""TCP connect: whether somebody at the port takes a connection."""

import socket
from contextlib import ExitStack

from workers.probes.assignment import Assignment
from workers.probes.connecting import ConnectSweep
from workers.probes.listening import open_listeners

BACKLOG = 4096
DEFER_S = 1


def probe(assignment: Assignment) -> None:
    """Settle the assignment's cells; for a thread of its own, which is left in any namespace."""
    with ExitStack() as stack:
        if assignment.listen:
            for listener in open_listeners(assignment, _open_listener, stack):
                listener.listen(BACKLOG)
        stack.enter_context(ConnectSweep(assignment)).run()


def _open_listener(family: socket.AddressFamily) -> socket.socket:
    """A connection that never says anything stays half open, so nobody has to accept it."""
    sock = socket.socket(family, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, DEFER_S)
    return sock
