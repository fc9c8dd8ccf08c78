"""The streams of runs, read: by the web for browsers, by the control worker for the record."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

import redis
import redis.asyncio
from django.conf import settings
from redis.backoff import ConstantBackoff
from redis.retry import Retry

from designer.errors import Unavailable
from designer.messages import LAB_EVENT, RUN_EVENT, LabEvent, RunEvent
from designer.state.capability import CAPABILITIES, PROGRAMS
from designer.topology.sentence import say
from designer.transport.names import (
    EVENT_FIELD,
    LAST_FIELD,
    alive_key,
    answer_key,
    asked_key,
    cancelled_key,
    host_queue,
    lab_stream_key,
    rates_key,
    stream_key,
)
from designer.watching import LINK_RATES, LinkRates

PAGE = 500
"""Events in one answer of Redis: of a large matrix some 20 MB."""

CANCELLED_FOR_S = 2 * 24 * 3600
"""Longer than any message is taken."""

_TIMEOUT_S = 5
_ANSWER_WITHIN_S = 4
_WAIT = ConstantBackoff(0.1)
_RETRY = Retry(_WAIT, 3)
_FIELD, _LAST_FIELD = EVENT_FIELD.encode(), LAST_FIELD.encode()


@contextmanager
def _available() -> Iterator[None]:
    try:
        yield
    except (redis.ConnectionError, redis.TimeoutError) as error:
        raise Unavailable(
            say("Redis does not answer ({error}): see that it runs", error=error)
        ) from None


@cache
def _client() -> Any:  # redis types an answer as all that any command could answer
    path = str(settings.REDIS_SOCKET)
    return redis.Redis(unix_socket_path=path, socket_timeout=_TIMEOUT_S, retry=_RETRY)


def read_texts(run: UUID, after: int = 0) -> list[str]:
    """Return the events after a number, as JSON; none where the stream is gone."""
    texts: list[str] = []
    last = f"({after}-0"
    while page := _read_page(run, last):
        texts += [fields[_FIELD].decode() for _, fields in page]
        last = f"({page[-1][0].decode()}"
    return texts


def _read_page(run: UUID, after: str) -> list[tuple[bytes, dict[bytes, bytes]]]:
    with _available():
        return list(_client().xrange(stream_key(str(run)), min=after, count=PAGE))


def read_all(run: UUID) -> Iterator[RunEvent]:
    """Yield every event of a run."""
    return (RUN_EVENT.validate_json(text) for text in read_texts(run))


def read_last(run: UUID) -> RunEvent | None:
    """Return the newest event, or None where there is no stream."""
    with _available():
        entries = _client().xrevrange(stream_key(str(run)), count=1)
    return RUN_EVENT.validate_json(entries[0][1][_FIELD]) if entries else None


def read_last_of_lab(lab: UUID) -> LabEvent | None:
    """Return the newest event of a lab, which says all that the former ones did."""
    with _available():
        entries = _client().xrevrange(lab_stream_key(str(lab)), count=1)
    return LAB_EVENT.validate_json(entries[0][1][_FIELD]) if entries else None


def read_last_rates(lab: UUID) -> LinkRates | None:
    """Return what was told last of a lab's traffic, None where nobody looks."""
    with _available():
        entries = _client().xrevrange(rates_key(str(lab)), count=1)
    return LINK_RATES.validate_json(entries[0][1][_FIELD]) if entries else None


def ask(channel: str, request: str, answer: str) -> bytes | None:
    """Say a request in a channel and return the answer; None if nobody hears it, or is too slow."""
    with _available():
        if not _client().publish(channel, request):
            return None
        found = _client().blpop([answer_key(answer)], timeout=_ANSWER_WITHIN_S)
    return bytes(found[1]) if found else None


def is_host_alive() -> bool:
    """Tell whether the host's worker showed a sign of life in the last seconds."""
    with _available():
        return bool(_client().exists(alive_key(host_queue(settings.TARGET_HOST))))


def host_capabilities() -> frozenset[str] | None:
    """Return the names of what the host can do; None where no worker of it says so."""
    with _available():
        told = _client().get(alive_key(host_queue(settings.TARGET_HOST)))
    if told is None:
        return None
    known = CAPABILITIES.keys() | PROGRAMS.keys()
    return frozenset(told.decode().split()) & known or None


def cancel(run: UUID) -> None:
    """Have a worker that gets the run after all leave it undone."""
    with _available():
        _client().set(cancelled_key(str(run)), 1, ex=CANCELLED_FOR_S)


def note_asked(lab: UUID, generation: int) -> None:
    """Have live edits that were asked for before left out."""
    with _available():
        _client().set(asked_key(str(lab)), generation, ex=CANCELLED_FOR_S)


def forget(run: UUID) -> None:
    """Remove the stream of a run whose events are on record."""
    with _available():
        _client().delete(stream_key(str(run)))


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as it stands in the stream."""

    seq: int
    text: str
    is_last: bool


async def number_before_last(client: Any, key: str) -> int:
    """Return the number after which there is only a stream's newest event, 0 without any."""
    entries = await client.xrevrange(key, count=1)
    return int(entries[0][0].decode().partition("-")[0]) - 1 if entries else 0


FOLLOWED_PAGE = 50
"""Events in one answer to a browser that follows, which may take them slowly: at most 2 MB."""


async def follow(client: Any, key: str, after: int, wait_ms: int) -> AsyncIterator[Entry]:
    """Yield a stream's events after a number as they come, until none has come for a while."""
    last = f"{after}-0"
    while answer := await client.xread({key: last}, count=FOLLOWED_PAGE, block=wait_ms):
        for entry_id, fields in _entries(answer):
            last = entry_id.decode()
            is_last = _LAST_FIELD in fields
            yield Entry(int(last.partition("-")[0]), fields[_FIELD].decode(), is_last)


def _entries(answer: Any) -> Any:
    """Return the entries of the one stream that was read; which form depends on the protocol."""
    streams = answer.values() if isinstance(answer, dict) else (part for _, part in answer)
    return [entry for part in streams for entry in part]


def open_client() -> Any:
    """Return a client of one's own for following: a blocking read keeps its connection busy."""
    path = str(settings.REDIS_SOCKET)
    return redis.asyncio.Redis(unix_socket_path=path, retry=redis.asyncio.retry.Retry(_WAIT, 0))
