"""The port of the web server."""

import socket

import pytest

from designer.launch import port
from designer.launch.errors import CannotStart


def test_the_wanted_port_is_taken_where_it_is_free() -> None:
    """Also right after somebody listened there."""
    with port.listen(0) as listener:
        wanted = port.number(listener)
        with socket.create_connection((port.ADDRESS, wanted)):
            listener.accept()[0].close()
    with port.listen(wanted) as listener:
        assert port.number(listener) == wanted


def test_a_connection_does_not_wait_for_more_to_send() -> None:
    """Small messages, as of a running matrix, leave at once."""
    with port.listen(0) as listener, socket.create_connection(listener.getsockname()):
        connection, _ = listener.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_no_free_port_is_said() -> None:
    """With the option that helps."""
    with socket.socket() as other:
        other.bind((port.ADDRESS, 65535))
        other.listen()
        with pytest.raises(CannotStart, match="--port"):
            port.listen(65535)
