"""A web server with one page, which says who answered whom."""

import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from designer.state.service import Http
from workers.keeper.room import Lines
from workers.keeper.sockets import ANYWHERE, family_of_node

PATIENCE_S = 10.0
PAGE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{node}</title></head>
<body><h1>{node}</h1><p>You are {client}.</p></body></html>
"""


class Page(BaseHTTPRequestHandler):
    """Answers GET and HEAD of any path."""

    server_version = "Vethwork"
    sys_version = ""
    timeout = PATIENCE_S  # who says nothing does not hold a thread for ever

    def do_GET(self) -> None:
        """Answer with the page."""
        client = self.client_address[0].removeprefix("::ffff:")
        page = PAGE.format(node=socket.gethostname(), client=client).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)

    do_HEAD = do_GET  # noqa: N815 - the library's word


class Server(ThreadingHTTPServer):
    """Listens to both families where the node has both."""

    request_queue_size = 64

    def server_bind(self) -> None:
        """Bind without a look at names, which could ask the network."""
        if self.address_family == socket.AF_INET6:
            self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_name, self.server_port = "", self.socket.getsockname()[1]


def serve(service: Http, lines: Lines) -> None:
    """Serve for ever."""
    Server.address_family = family_of_node()
    address: Any = (ANYWHERE[Server.address_family], service.port)
    with Server(address, Page) as server:
        lines.ready()
        server.serve_forever()
