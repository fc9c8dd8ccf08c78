"""A Redis of the tests' own."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from tests.redis_server import RedisServer


@pytest.fixture(scope="module")
def redis_server() -> Iterator[RedisServer]:
    """Give a Redis that a test may stop and start."""
    folder = Path(tempfile.mkdtemp(prefix="vethwork-test-"))
    server = RedisServer(folder)
    server.start()
    yield server
    server.stop()
    shutil.rmtree(folder)


@pytest.fixture
def client(redis_server: RedisServer) -> redis.Redis:
    """Give an empty Redis."""
    client = redis.Redis(unix_socket_path=str(redis_server.socket))
    client.flushall()
    return client
