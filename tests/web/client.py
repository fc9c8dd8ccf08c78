"""A browser as the API sees it: session, CSRF token, JSON."""

import json
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client

from designer.models import Lab, Run

PAIR = {
    "name": "pair",
    "nodes": {"h1": {"kind": "host"}, "h2": {"kind": "host"}},
    "links": [{"ends": ["h1:eth0", "h2:eth0"]}],
    "expect": [{"from": "h1", "to": "h2", "probe": "ping"}],
}
"""A drawing without problems."""

TWICE = {
    "name": "twice",
    "nodes": {
        "h1": {"interfaces": {"eth0": {"addresses": ["10.0.0.1/24"]}}},
        "h2": {"interfaces": {"eth0": {"addresses": ["10.0.0.1/24"]}}},
    },
    "links": [{"ends": ["h1:eth0", "h2:eth0"]}],
}
"""A drawing that is well formed, and cannot be applied: an address is there twice."""


def finished_run(lab: Lab, kind: str, status: str = "succeeded") -> Run:
    """Return a run that is on record for a lab as it is drawn now."""
    lab.generation += 1
    lab.save(update_fields=["generation"])
    return Run.objects.create(
        lab=lab,
        kind=kind,
        status=status,
        revision=lab.revision,
        generation=lab.generation,
        topology=lab.topology,
    )


class ApiClient:
    """Django's test client with the checks of a real browser switched on."""

    def __init__(self, user: User | None) -> None:
        self.client = Client(enforce_csrf_checks=True)
        if user is not None:
            self.client.force_login(user)
        self.token: str = self.get("/api/session").json()["csrf_token"]

    def get(self, path: str, **headers: str) -> HttpResponse:
        """Read."""
        return self.client.get(path, headers=headers)

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """Change something, with a JSON body; text and bytes are sent as they are."""
        raw = body if isinstance(body, str | bytes) else json.dumps({} if body is None else body)
        content_type = headers.pop("content_type", "application/json")
        headers.setdefault("X-CSRFToken", self.token)
        return self.client.generic(method, path, raw, content_type, headers=headers)

    def post(self, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """Make something."""
        return self.send("POST", path, body, **headers)

    def put(self, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """Replace something."""
        return self.send("PUT", path, body, **headers)

    def delete(self, path: str) -> HttpResponse:
        """Delete something."""
        return self.send("DELETE", path)

    def new_lab(self, **order: Any) -> dict[str, Any]:
        """Create a lab that must be taken."""
        response = self.post("/api/labs", order)
        assert response.status_code == 201, response.content
        return dict(response.json())
