"""A lab inside another site's page: who may show it, what is shown, and what is never told."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from designer import pages
from designer.models import Lab, ShareLink
from designer.services import runs
from designer.transport.untold import WithoutTokens
from tests.web.client import PAIR, ApiClient, finished_run

ANY = {"embed_sites": ["*"]}


@pytest.fixture(autouse=True)
def front_end(tmp_path: Path, settings: Any) -> Iterator[None]:
    """Give a front end as Vite builds one."""
    manifest = {
        "src/embed/main.tsx": {
            "file": "assets/embed-AAAA1111.js",
            "css": ["assets/e-BBBB2222.css"],
        },
        "src/embed/start.tsx": {"file": "assets/start-EEEE5555.js"},
    }
    (tmp_path / "embed-manifest.json").write_text(json.dumps(manifest))
    settings.FRONTEND_DIST = tmp_path
    pages._front_end.cache_clear()
    yield
    pages._front_end.cache_clear()


@pytest.fixture
def lab(api: ApiClient) -> Lab:
    """Give a lab of ann's."""
    return Lab.objects.get(pk=api.new_lab(topology=PAIR)["id"])


def link(api: ApiClient, lab: Lab, **order: Any) -> dict[str, Any]:
    """Return a link that was made."""
    made = api.post(f"/api/labs/{lab.pk}/share-links", order)
    assert made.status_code == 201, made.content
    return dict(made.json())


def token(made: dict[str, Any]) -> str:
    """Return the token of a link."""
    return str(urlsplit(made["url"]).path.rpartition("/")[2])


@pytest.mark.parametrize(
    ("sites", "ancestors"),
    [
        (["*"], "*"),
        (["https://a.example"], "https://a.example"),
        (
            ["HTTPS://A.example/", "http://*.b.example:8080"],
            "https://a.example http://*.b.example:8080",
        ),
    ],
)
def test_page_names_who_may_frame_it(
    api: ApiClient, lab: Lab, sites: list[str], ancestors: str
) -> None:
    """The owner's list is in the policy beside all other rules; no cookie is set, nothing told."""
    made = link(api, lab, embed_sites=sites)
    browser = Client()
    answer = browser.get(urlsplit(made["embed_url"]).path)
    assert answer.status_code == 200
    policy = answer.headers["Content-Security-Policy"]
    assert policy.endswith(f"; frame-ancestors {ancestors}")
    assert policy.startswith("default-src 'self'; script-src 'self';")
    assert "X-Frame-Options" not in answer.headers
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert b"/static/assets/embed-AAAA1111.js" in answer.content
    assert browser.get(f"/api/embed/{token(made)}").status_code == 200
    assert not browser.cookies
    assert Session.objects.count() == 1  # ann's own


@pytest.mark.parametrize("sites", [None, "unknown", "expired", "deleted"])
def test_nothing_is_shown_that_was_not_allowed(api: ApiClient, lab: Lab, sites: str | None) -> None:
    """A link without leave, one that never was, one that is over: no page may frame the answer."""
    made = link(api, lab, **({} if sites is None else ANY))
    wanted = "x" * 43 if sites == "unknown" else token(made)
    if sites == "expired":
        ShareLink.objects.update(expires_at="2020-01-01T00:00Z")
    if sites == "deleted":
        api.delete(f"/api/labs/{lab.pk}")
    page = Client().get(f"/embed/{wanted}")
    assert page.status_code == 404
    assert page.headers["Content-Security-Policy"].endswith("frame-ancestors 'none'")
    assert Client().get(f"/api/embed/{wanted}").status_code == 404


@pytest.mark.parametrize(
    "sites",
    [
        [],
        ["https://a.example; script-src *"],
        ["https://a.example https://b.example"],
        ["https://a.example\r\nSet-Cookie: a=b"],
        ["'self'"],
        ["javascript://a"],
        ["https://a.example/path"],
        ["https://a.example"] * 21,
        ["https://" + "a" * 300],
    ],
)
def test_what_is_no_site_is_refused(api: ApiClient, lab: Lab, sites: list[str]) -> None:
    """Nothing gets into a header but names of sites."""
    refused = api.post(f"/api/labs/{lab.pk}/share-links", {"embed_sites": sites})
    assert refused.status_code == 400
    assert not ShareLink.objects.exists()


def test_what_is_shown(api: ApiClient, lab: Lab) -> None:
    """The drawing, what runs of it and how the matrix came out; the drawing once."""
    made = link(api, lab, **ANY)
    shown = Client().get(f"/api/embed/{token(made)}").json()
    assert (shown["name"], shown["state"], shown["verdict"]) == ("pair", "empty", None)
    assert shown["topology"]["nodes"].keys() == {"h1", "h2"}
    assert "owner" not in json.dumps(shown)
    record(lab, "apply", {"type": "node_states", "states": {"h1": "up", "h2": "absent"}})
    record(
        lab,
        "matrix",
        {"type": "matrix_finished", "counts": {}, "expected": {"met": 1}, "verdicts": []},
    )
    again = Client().get(f"/api/embed/{token(made)}?revision={shown['revision']}").json()
    assert again["topology"] is None
    assert (again["state"], again["busy"]) == ("running", False)
    assert again["nodes"] == {"h1": "up", "h2": "absent"}
    assert again["verdict"] == {"met": 1, "missed": 0}
    assert runs.list_runs(lab).count() == 2


def record(lab: Lab, kind: str, event: dict[str, Any]) -> None:
    """Have a run of the lab on record, in which one thing happened."""
    run = finished_run(lab, kind)
    run.record = {"last_seq": 1, "events": [{"seq": 1, "at": 0.0, **event}]}
    run.save()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_token_writes_nothing(api: ApiClient, lab: Lab, method: str) -> None:
    """There is nothing to write at these addresses, nor elsewhere with what they give."""
    made = link(api, lab, **ANY)
    browser = Client()
    for path in (f"/embed/{token(made)}", f"/api/embed/{token(made)}"):
        assert getattr(browser, method)(path).status_code == 405
    assert browser.get(f"/api/labs/{lab.pk}").status_code == 401


@pytest.mark.django_db
def test_logs_tell_no_token(caplog: pytest.LogCaptureFixture) -> None:
    """An address that is refused is logged without what would open it."""
    caplog.handler.addFilter(WithoutTokens())
    with caplog.at_level(logging.DEBUG):
        Client().get("/embed/secret-token_1")
        Client().get("/api/embed/secret-token_1")
        logging.getLogger("django.request").warning("GET %s and /share/secret-token_1", "/x")
    assert "Not Found: /embed/…" in caplog.text
    assert "secret" not in caplog.text


def test_every_handler_leaves_tokens_out(settings: Any) -> None:
    """Whatever the program logs goes through the filter, and what the web server logs, too."""
    logged = settings.LOGGING
    assert all(one["filters"] == ["untold"] for one in logged["handlers"].values())
    assert logged["loggers"]["uvicorn.error"]["filters"] == ["untold"]
