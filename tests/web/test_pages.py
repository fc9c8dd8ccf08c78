"""The pages: the front end's one, and what there is where it is not."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from designer import pages

HOSTILE_NAME = "evil.example"


@pytest.fixture
def front_end(tmp_path: Path, settings: Any) -> Iterator[Path]:
    """Give a front end as Vite builds one."""
    manifest = {
        "src/main.tsx": {
            "file": "assets/main-AAAA1111.js",
            "imports": ["_shared.js"],
            "css": ["assets/main-BBBB2222.css"],
        },
        "src/app/start.tsx": {"file": "assets/start-EEEE5555.js", "imports": ["_shared.js"]},
        "src/app/LabPage.tsx": {"file": "assets/lab-FFFF6666.js", "imports": ["_shared.js"]},
        "_shared.js": {"file": "assets/shared-CCCC3333.js", "css": ["assets/shared-DDDD4444.css"]},
    }
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    settings.FRONTEND_DIST = tmp_path
    pages._front_end.cache_clear()
    yield tmp_path
    pages._front_end.cache_clear()


ADDRESSES = ["/", "/sign-in", "/labs/2f1d7c52-8f2c-4a40-9d3c-3b1a4a1c7a55"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_page_names_the_built_files(front_end: Path, address: str) -> None:
    """Every page of the front end is the same one, with what Vite's manifest names."""
    assert front_end.exists()
    text = Client().get(address).content.decode()
    for file in (
        "main-AAAA1111.js",
        "shared-CCCC3333.js",
        "start-EEEE5555.js",
        "main-BBBB2222.css",
    ):
        assert f"/static/assets/{file}" in text
    assert "shared-DDDD4444.css" in text


@pytest.mark.django_db
def test_address_of_a_lab_begins_what_the_editor_needs(front_end: Path) -> None:
    """Its scripts are named there, and what the API is asked for by those who may be answered."""
    assert front_end.exists()
    lab = ADDRESSES[-1]
    stranger, user = Client(), Client()
    user.force_login(User.objects.create(username="ann"))
    for client, is_known in ((stranger, False), (user, True)):
        text = client.get(lab).content.decode()
        assert "/static/assets/lab-FFFF6666.js" in text
        assert ('as="fetch"' in text) is is_known
        assert (f'href="/api{lab}"' in text) is is_known
    assert "lab-FFFF6666" not in user.get("/").content.decode()


def test_unknown_address_shows_the_front_end_with_404(front_end: Path) -> None:
    """The front end itself says that there is nothing, and the status agrees."""
    assert front_end.exists()
    answer = Client().get("/nothing/here")
    assert answer.status_code == 404
    assert 'id="root"' in answer.content.decode()


def test_without_a_build_the_page_says_what_to_do(front_end: Path) -> None:
    """Before the front end is built, the page tells how to build it."""
    (front_end / "manifest.json").unlink()
    answer = Client().get("/")
    assert answer.status_code == 503
    assert "npm run build" in answer.content.decode()


@pytest.mark.parametrize("address", ["/api/nothing", "/static/nothing.js", "/api/labs/"])
def test_programs_get_json(address: str) -> None:
    """Where programs ask, an unknown address is told in their words."""
    answer = Client().get(address)
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


@pytest.mark.parametrize("address", [*ADDRESSES, "/api/session", "/api/docs", "/nothing"])
@pytest.mark.django_db
def test_every_answer_is_safe(front_end: Path, address: str) -> None:
    """Each answer forbids foreign scripts, frames and guessed types, and leaks no address."""
    assert front_end.exists()
    headers = Client().get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "script-src 'self';" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
def test_session_cookie_is_kept_from_scripts_and_strangers() -> None:
    """The cookies are HttpOnly and SameSite."""
    cookies = Client().get("/api/session").cookies
    assert cookies["csrftoken"]["httponly"]
    assert cookies["csrftoken"]["samesite"] == "Lax"


def test_other_host_names_are_refused() -> None:
    """A page is given under our own names alone."""
    assert Client().get("/api/session", headers={"host": HOSTILE_NAME}).status_code == 400


def test_bug_shows_no_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of ours is said in one sentence; its details are in the log alone."""

    def fail(*_: object) -> None:
        raise RuntimeError("the secret inside")

    monkeypatch.setattr(pages, "_render", fail)
    answer = Client(raise_request_exception=False).get("/")
    assert answer.status_code == 500
    assert "secret" not in answer.content.decode()
    assert "error of ours" in answer.content.decode()


def test_static_files_are_given_whole(front_end: Path) -> None:
    """A file of the API's page comes in one piece, with its type."""
    assert front_end.exists()
    answer = Client().get("/static/ninja/swagger-ui.css")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/css")
    assert int(answer.headers["Content-Length"]) == len(answer.content)
