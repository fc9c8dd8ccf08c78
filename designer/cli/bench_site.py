"""A running web server, to a program that is signed in as a browser is."""

import json
import urllib.request
from http.cookiejar import CookieJar
from typing import Any
from urllib.parse import urlsplit

from websockets.asyncio.client import connect

WAIT_S = 60.0


class Site:
    """The web server, to whom a link let in: one that signs in once, or one that shares a lab."""

    def __init__(self, link: str) -> None:
        parts = urlsplit(link)
        self.address = f"{parts.scheme}://{parts.netloc}"
        self.cookies = CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        self._opener.open(link, timeout=WAIT_S).read()
        self._token = self.call("GET", "/api/session")["csrf_token"]

    def share(self, lab: str) -> "Site":
        """Return the web server as people see it who have a link to look at a lab."""
        link = self.call("POST", f"/api/labs/{lab}/share-links", {})["url"]
        return Site(f"{self.address}{urlsplit(link).path}")

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """Call the API."""
        headers = {"Content-Type": "application/json"}
        if method != "GET":
            headers["X-CSRFToken"] = self._token
        data = None if body is None else json.dumps(body).encode()
        url = f"{self.address}{path}"
        request = urllib.request.Request(url, data, headers, method=method)  # noqa: S310 - http
        with self._opener.open(request, timeout=WAIT_S) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def open_document(self, lab: str) -> connect:
        """Open a lab's document."""
        return self.open_socket(f"/ws/labs/{lab}/document")

    def open_socket(self, path: str) -> connect:
        """Open a WebSocket."""
        cookie = "; ".join(f"{one.name}={one.value}" for one in self.cookies)
        address = f"{self.address.replace('http', 'ws', 1)}{path}"
        headers = {"Cookie": cookie, "Origin": self.address}
        return connect(address, additional_headers=headers, max_size=None)
