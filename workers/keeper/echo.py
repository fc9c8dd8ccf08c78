"""The echo protocol of RFC 862: what comes is sent back."""

import socketserver
from typing import Any

from designer.state.service import Echo
from workers.keeper.room import Lines
from workers.keeper.sockets import ANYWHERE, Datagrams, family_of_node, stream_listener

PATIENCE_S = 60.0
READ_BYTES = 1 << 16


def serve(service: Echo, lines: Lines) -> None:
    """Serve for ever."""
    if service.protocol == "udp":
        _serve_datagrams(service.port, lines)
    else:
        _serve_streams(service.port, lines)


def _serve_datagrams(port: int, lines: Lines) -> None:
    datagrams = Datagrams(port)
    lines.ready()
    while True:
        data, peer, way_back = datagrams.receive()
        if peer[1] != port:  # two servers would send it to and fro for ever
            datagrams.send(data, peer, way_back)


class _Sender(socketserver.BaseRequestHandler):
    """Sends back until the other side is done, or silent for long."""

    def handle(self) -> None:
        self.request.settimeout(PATIENCE_S)
        try:
            while data := self.request.recv(READ_BYTES):
                self.request.sendall(data)
        except OSError:
            return


class Server(socketserver.ThreadingTCPServer):
    """Takes over a socket that listens to both families."""

    daemon_threads = True


def _serve_streams(port: int, lines: Lines) -> None:
    nowhere: Any = (ANYWHERE[family_of_node()], port)
    with Server(nowhere, _Sender, bind_and_activate=False) as server:
        server.socket.close()
        server.socket = stream_listener(port)
        lines.ready()
        server.serve_forever()
