"""Two users, their clients, and a Redis of the tests' own."""

import secrets
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import User
from django.core.cache import cache
from pytest_django import Settings

from designer import queue, streams
from tests.redis_server import RedisServer
from tests.web.client import ApiClient


@pytest.fixture(scope="session")
def redis_server() -> Iterator[RedisServer]:
    """Give a Redis that the web side uses from now on."""
    folder = Path(tempfile.mkdtemp(prefix="vethwork-test-"))
    server = RedisServer(folder)
    server.start()
    key = folder / "task-key"
    key.write_text(secrets.token_urlsafe(48))
    django_settings.REDIS_SOCKET, django_settings.TASK_KEY_FILE = server.socket, key
    queue.app.conf.broker_url = f"redis+socket://{server.socket}?virtual_host=0"
    yield server
    server.stop()
    shutil.rmtree(folder)


@pytest.fixture(autouse=True)
def clean_slate(redis_server: RedisServer, settings: Settings) -> None:
    """Begin with an empty Redis, with nobody shut out, and with passwords hashed in no time."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    streams._client.cache_clear()
    streams._client().flushall()
    cache.clear()
    assert redis_server.socket.exists()


@pytest.fixture
def ann(db: None) -> User:
    """Give a user."""
    del db
    return User.objects.create_user("ann", password="correct horse")  # noqa: S106


@pytest.fixture
def bob(db: None) -> User:
    """Give another user."""
    del db
    return User.objects.create_user("bob", password="battery staple")  # noqa: S106


@pytest.fixture
def api(ann: User) -> ApiClient:
    """Give a browser in which ann is signed in."""
    return ApiClient(ann)


@pytest.fixture
def bobs_api(bob: User) -> ApiClient:
    """Give a browser in which bob is signed in."""
    return ApiClient(bob)


@pytest.fixture
def anonymous(db: None) -> ApiClient:
    """Give a browser in which nobody is signed in."""
    del db
    return ApiClient(None)
