"""A worker's sign of life in Redis: a key that expires soon after its process does."""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

import redis

from designer.transport.names import alive_key

PERIOD_S = 2.0
EXPIRY_S = 10

logger = logging.getLogger(__name__)


def keep_alive(
    redis_socket: Path, queue: str, also: Callable[[], None] = lambda: None, *, saying: str = ""
) -> threading.Event:
    """Say every two seconds that the queue's worker lives, and do what else is due then.

    `saying` is what others shall know of it as long as it lives. What else is due may ask who
    else lives: it is left out until everybody has had the time to say so, after the start and
    after Redis was away. Setting the returned event ends it and takes the sign away.
    """
    client = redis.Redis(unix_socket_path=str(redis_socket), socket_timeout=PERIOD_S)
    stop = threading.Event()
    beat = threading.Thread(
        target=_beat,
        args=(client, alive_key(queue), saying, stop, also),
        name="heartbeat",
        daemon=True,
    )
    beat.start()
    return stop


def _beat(
    client: redis.Redis,
    key: str,
    saying: str,
    stop: threading.Event,
    also: Callable[[], None],
) -> None:
    began_s = time.monotonic()
    while True:
        try:
            client.set(key, saying, ex=EXPIRY_S)
            if time.monotonic() - began_s > EXPIRY_S:
                also()
        except redis.RedisError as error:
            began_s = time.monotonic()
            logger.warning("Redis does not take the sign of life: %s", error)
        if stop.wait(PERIOD_S):
            break
    try:
        client.delete(key)
    except redis.RedisError:
        return
