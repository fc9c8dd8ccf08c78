"""The web server as a process: what it takes, what it gives, what it may."""

import gzip
import socket
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest

from designer.launch.layout import FRONTEND
from tests.stack.stack import Stack

pytestmark = pytest.mark.stack

TEN_MEGABYTES = 10_000_000
CHUNK = b"x" * 65536


def read_status(connection: socket.socket) -> tuple[int, str]:
    """Return status and body of an answer that comes before the request is whole."""
    text = b""
    while b"}" not in text:
        received = connection.recv(65536)
        if not received:
            break
        text += received
    return int(text.split()[1]), text.decode()


def connect(stack: Stack) -> socket.socket:
    """Open a connection of one's own."""
    host, port = stack.address.split(":")
    return socket.create_connection((host, int(port)), timeout=10)


def test_large_body_is_refused_by_its_length(stack: Stack) -> None:
    """Who announces ten megabytes is refused before sending them."""
    with connect(stack) as connection:
        head = f"POST /api/labs HTTP/1.1\r\nHost: {stack.address}\r\n"
        connection.sendall(f"{head}Content-Length: {TEN_MEGABYTES}\r\n\r\n".encode())
        status, text = read_status(connection)
    assert status == 413
    assert '"too-large"' in text


def test_large_body_is_refused_while_it_comes(stack: Stack) -> None:
    """Who does not announce the length gets no further than the limit."""
    sent = 0
    with connect(stack) as connection:
        head = f"POST /api/labs HTTP/1.1\r\nHost: {stack.address}\r\n"
        connection.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode())
        connection.settimeout(0.01)
        answer = b""
        deadline = time.monotonic() + 20
        while not answer and sent < TEN_MEGABYTES and time.monotonic() < deadline:
            try:
                answer = connection.recv(65536)
            except TimeoutError:
                connection.settimeout(10)
                connection.sendall(b"10000\r\n" + CHUNK + b"\r\n")
                connection.settimeout(0.01)
                sent += len(CHUNK)
    assert answer.startswith(b"HTTP/1.1 413")
    assert sent < TEN_MEGABYTES


def test_server_goes_on_after_a_body_that_never_ends(stack: Stack) -> None:
    """Someone who stops in the middle of a request is in nobody's way."""
    with connect(stack) as connection:
        head = f"POST /api/labs HTTP/1.1\r\nHost: {stack.address}\r\n"
        connection.sendall(f"{head}Content-Length: 1000\r\n\r\nhalf".encode())
        other = HTTPConnection(stack.address, timeout=10)
        other.request("GET", "/api/session")
        assert other.getresponse().status == 200


def test_front_end_is_given_for_ever(stack: Stack) -> None:
    """What Vite built has a hash in its name, so a browser may keep it."""
    connection = HTTPConnection(stack.address, timeout=10)
    connection.request("GET", "/")
    page = connection.getresponse()
    text = page.read().decode()
    if page.status == 503:
        pytest.skip("the front end is not built")
    script = text.split('<script type="module" src="')[1].split('"')[0]
    connection.request("GET", script, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    file = FRONTEND / "dist" / script.removeprefix("/static/")
    if Path(f"{file}.gz").exists():
        assert answer.getheader("Content-Encoding") == "gzip"
        body = gzip.decompress(body)
    assert answer.status == 200
    assert body == file.read_bytes()
    assert "immutable" in (answer.getheader("Cache-Control") or "")
