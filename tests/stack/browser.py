"""A browser as the program sees it: a session, JSON over HTTP, events over a WebSocket."""

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from tests.stack.stack import Stack, wait_for

PATIENCE_S = 30.0


class Browser:
    """One person's browser."""

    def __init__(self, stack: Stack, user: str | None) -> None:
        self.stack = stack
        self.user = user
        self.cookies = CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        if user is not None:
            link = stack.command("sign_in_link", "--user", user).splitlines()[-1]
            self._opener.open(link, timeout=PATIENCE_S).read()
        self.token = self.get("/api/session")["csrf_token"]

    def open(self, address: str) -> None:
        """Go to a page."""
        self._opener.open(address, timeout=PATIENCE_S).read()

    def get(self, path: str) -> Any:
        """Read."""
        with self._opener.open(f"http://{self.stack.address}{path}", timeout=PATIENCE_S) as answer:
            return json.load(answer)

    def post(self, path: str, body: Any, method: str = "POST") -> Any:
        """Change something."""
        headers = {"Content-Type": "application/json", "X-CSRFToken": self.token}
        address, data = f"http://{self.stack.address}{path}", json.dumps(body).encode()
        request = urllib.request.Request(address, data, headers, method=method)
        with self._opener.open(request, timeout=PATIENCE_S) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def new_lab(self, **order: Any) -> str:
        """Create a lab."""
        return str(self.post("/api/labs", order)["id"])

    def start(self, lab: str, kind: str, **order: Any) -> str:
        """Start a run."""
        return str(self.post(f"/api/labs/{lab}/runs", {"kind": kind, **order})["id"])

    def run(self, lab: str, kind: str, **order: Any) -> list[dict[str, Any]]:
        """Start a run and return all its events."""
        return self.follow(self.start(lab, kind, **order))

    @contextmanager
    def socket(
        self, run: str, after: int = 0, origin: str | None = None
    ) -> Iterator[ClientConnection]:
        """Open the socket of a run."""
        with self.socket_at(f"/ws/runs/{run}?after={after}", origin) as connection:
            yield connection

    @contextmanager
    def socket_at(self, path: str, origin: str | None = None) -> Iterator[ClientConnection]:
        """Open a socket."""
        with self.connect(path, origin=origin) as connection:
            yield connection

    def connect(
        self, path: str, server: str | None = None, origin: str | None = None
    ) -> ClientConnection:
        """Open a socket, perhaps of another web server than the first."""
        cookie = "; ".join(f"{one.name}={one.value}" for one in self.cookies)
        server = server or self.stack.address
        origin = origin or f"http://{server}"
        headers = {"Cookie": cookie}
        return connect(
            f"ws://{server}{path}", additional_headers=headers, origin=origin, legacy=True
        )  # type: ignore[arg-type]

    def follow(self, run: str, after: int = 0) -> list[dict[str, Any]]:
        """Return the events until the server closes, which it must do as one does at the end."""
        events, code = self.listen(run, after)
        assert code == 1000, code
        return events

    def listen(self, run: str, after: int = 0) -> tuple[list[dict[str, Any]], int]:
        """Return the events until the server closes, and its code."""
        events: list[dict[str, Any]] = []
        with self.socket(run, after) as connection:
            try:
                while True:
                    events.append(json.loads(connection.recv(timeout=PATIENCE_S)))
            except ConnectionClosed as closed:
                return events, closed.rcvd.code if closed.rcvd else 1006

    def await_row(self, run: str, *status: str) -> dict[str, Any]:
        """Return the run once its row has one of the statuses; one that ends otherwise fails."""

        def row() -> dict[str, Any] | None:
            found: dict[str, Any] = self.get(f"/api/runs/{run}")
            if found["status"] in status:
                return found
            assert found["finished_at"] is None, f"it {found['status']}: {found['summary']}"
            return None

        return dict(wait_for(row, f"run {run} to be {status}"))


def types(events: list[dict[str, Any]]) -> list[str]:
    """Return what happened, in order, repetitions left out."""
    names = [event["type"] for event in events]
    return [name for at, name in enumerate(names) if at == 0 or names[at - 1] != name]


def is_gapless(events: list[dict[str, Any]], first: int = 1) -> bool:
    """Tell whether the events are numbered from `first` on, each once."""
    return [event["seq"] for event in events] == list(range(first, first + len(events)))


def status_of(error: urllib.error.HTTPError) -> tuple[int, str]:
    """Return a refusal's status and code."""
    return error.code, str(json.load(error)["code"])
