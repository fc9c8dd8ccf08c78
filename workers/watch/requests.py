"""What people want to look at, as the web says it: heard in a thread of its own."""

import logging
import socket
import threading
import time
from collections import deque
from contextlib import suppress
from typing import Any

import redis
from pydantic import ValidationError

from designer.transport.seal import BadSeal, unseal
from designer.watching import WATCHER_REQUEST, WatcherRequest

WAITING_MAX = 1000
"""Nobody asks so much at once; of more than that the oldest is forgotten."""

RETRY_S = 0.5

logger = logging.getLogger(__name__)


class Requests:
    """Requests in the order in which they came."""

    def __init__(self, client: Any, channel: str, key: bytes) -> None:
        self._client = client
        self._channel = channel
        self._key = key
        self._waiting: deque[WatcherRequest] = deque(maxlen=WAITING_MAX)
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._thread = threading.Thread(target=self._listen, name="requests", daemon=True)

    def start(self) -> None:
        """Listen for as long as the process lives."""
        self._thread.start()

    def fileno(self) -> int:
        """Return the descriptor that can be read when somebody asked."""
        return self._reading.fileno()

    def drain(self) -> list[WatcherRequest]:
        """Return what has been asked since."""
        with suppress(BlockingIOError):
            while self._reading.recv(4096):
                pass
        found = []
        while self._waiting:
            found.append(self._waiting.popleft())
        return found

    def _listen(self) -> None:
        while True:
            try:
                with self._client.pubsub(ignore_subscribe_messages=True) as subscription:
                    subscription.subscribe(self._channel)
                    for message in subscription.listen():
                        self._take(message["data"])
            except redis.RedisError as error:
                logger.info("who looks is not heard of while Redis is away: %s", error)
                time.sleep(RETRY_S)

    def _take(self, data: bytes) -> None:
        try:
            said = unseal(data.decode(), self._key, now_s=time.time())
            self._waiting.append(WATCHER_REQUEST.validate_python(said))
        except (BadSeal, ValidationError, ValueError) as error:
            logger.warning("a request that is none was dropped: %s", type(error).__name__)
            return
        with suppress(BlockingIOError):
            self._writing.send(b"!")
