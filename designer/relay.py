"""Between web processes: what happens in a shared document, told at once and kept by nobody.

What must not be lost is in the database; the numbers tell a process when it has missed something.
"""

import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any
from uuid import UUID

import redis
import redis.asyncio
from django.conf import settings
from redis.backoff import ConstantBackoff
from redis.retry import Retry

from designer.transport.names import ACCESS_CHANNEL, document_channel

_TIMEOUT_S = 5
_SENDER_BYTES = 8

NUMBER_BYTES = 8
"""How long the number of an update is in a message."""

ANYBODY = bytes(_SENDER_BYTES)
"""The sender of what every process has to hear, this one too."""

LOST = (redis.ConnectionError, redis.TimeoutError)
"""What is raised where Redis does not answer."""


class Sort(Enum):
    """What a message says."""

    UPDATE = b"u"
    """A change: its number in eight bytes, then the update."""
    AWARENESS = b"a"
    ASK_AWARENESS = b"q"
    CHECKED = b"c"
    """The drawing was derived anew: JSON for the browsers."""
    ACCESS = b"r"
    """Somebody's rights were changed: look again."""
    RUN = b"s"
    """A run has begun or ended: JSON for the browsers."""


@dataclass(frozen=True, slots=True)
class Message:
    """What one process tells the others of a lab."""

    sender: bytes
    sort: Sort
    body: bytes = b""

    def encode(self) -> bytes:
        """Return what goes through Redis."""
        return self.sender + self.sort.value + self.body


Hear = Callable[[float], Awaitable[Message | None]]


def decode(data: bytes) -> Message:
    """Return a message that came through Redis."""
    sort = Sort(data[_SENDER_BYTES : _SENDER_BYTES + 1])
    return Message(data[:_SENDER_BYTES], sort, data[_SENDER_BYTES + 1 :])


def new_sender() -> bytes:
    """Return a name by which a process knows its own messages again."""
    return secrets.token_bytes(_SENDER_BYTES)


@cache
def _client() -> Any:  # redis types an answer as all that any command could answer
    path = str(settings.REDIS_SOCKET)
    retry = Retry(ConstantBackoff(0.1), 1)
    return redis.Redis(unix_socket_path=path, socket_timeout=_TIMEOUT_S, retry=retry)


def publish(lab: UUID, sort: Sort, body: bytes = b"") -> None:
    """Tell every process; raises one of LOST."""
    _client().publish(document_channel(str(lab)), Message(ANYBODY, sort, body).encode())


def publish_access(lab: UUID) -> None:
    """Tell every process that somebody's rights in a lab were changed; raises one of LOST."""
    _client().publish(ACCESS_CHANNEL, str(lab))


def open_client() -> Any:
    """Return a client for one listener, whose listening keeps a connection busy."""
    path = str(settings.REDIS_SOCKET)
    retry = redis.asyncio.retry.Retry(ConstantBackoff(0.1), 0)
    return redis.asyncio.Redis(unix_socket_path=path, retry=retry, socket_timeout=_TIMEOUT_S)


async def publish_from(client: Any, lab: UUID, message: Message) -> None:
    """Tell the other processes; raises one of LOST."""
    await client.publish(document_channel(str(lab)), message.encode())


@asynccontextmanager
async def listen(client: Any, lab: UUID) -> AsyncIterator[Hear]:
    """Give a function that waits so many seconds for the next message, None where none came."""
    async with _subscribed(client, document_channel(str(lab))) as next_data:

        async def hear(wait_s: float) -> Message | None:
            data = await next_data(wait_s)
            return decode(data) if data else None

        yield hear


@asynccontextmanager
async def listen_access(client: Any) -> AsyncIterator[Callable[[float], Awaitable[UUID | None]]]:
    """Give a function that waits so many seconds for the next lab where rights were changed."""
    async with _subscribed(client, ACCESS_CHANNEL) as next_data:

        async def hear(wait_s: float) -> UUID | None:
            data = await next_data(wait_s)
            return UUID(data.decode()) if data else None

        yield hear


@asynccontextmanager
async def _subscribed(
    client: Any, channel: str
) -> AsyncIterator[Callable[[float], Awaitable[bytes | None]]]:
    async with client.pubsub(ignore_subscribe_messages=True) as pubsub:
        await pubsub.subscribe(channel)

        async def next_data(wait_s: float) -> bytes | None:
            told = await pubsub.get_message(timeout=wait_s)
            return bytes(told["data"]) if told else None

        yield next_data
