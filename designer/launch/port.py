"""The web server's port: taken before anything starts, and kept while the server is restarted."""

import socket

from designer.launch.errors import CannotStart

ADDRESS = "127.0.0.1"
TRIED = 100


def listen(wanted: int) -> socket.socket:
    """Listen on the wanted port, or on the next that is free.

    The supervisor holds the socket, so nobody else gets the port between two web servers, and
    whoever connects meanwhile waits.
    """
    for port in range(wanted, min(wanted + TRIED, 65536)):
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # connections inherit it
        try:
            listener.bind((ADDRESS, port))
            listener.listen()
        except OSError:
            listener.close()
            continue
        return listener
    raise CannotStart(f"no free port from {wanted} on: choose one with --port")


def number(listener: socket.socket) -> int:
    """The port that it listens on."""
    return int(listener.getsockname()[1])
