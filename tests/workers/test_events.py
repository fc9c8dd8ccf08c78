"""A run's events on their way into Redis: in order, each once, whatever Redis does meanwhile."""

import threading
import time
from typing import Any
from uuid import uuid4

import pytest
import redis

from designer.messages import RUN_EVENT, Cells, Finished, Note, RunEvent, Started
from designer.transport.names import (
    CELLS_PER_EVENT,
    EVENT_FIELD,
    LAST_FIELD,
    cancelled_key,
    stream_key,
)
from tests.redis_server import RedisServer
from workers.events import EventsLost, Publisher, Stream

LAB = str(uuid4())


@pytest.fixture
def stream(client: redis.Redis) -> Stream:
    """Give the stream of a new run."""
    return Stream(client, str(uuid4()))


def read(stream: Stream) -> list[RunEvent]:
    """Return what is in a stream, where each entry has its event's number."""
    events = []
    for entry_id, fields in stream.client.xrange(stream.key):
        event = RUN_EVENT.validate_json(fields[EVENT_FIELD.encode()])
        assert entry_id == f"{event.seq}-0".encode()
        events.append(event)
    return events


def test_events_arrive_in_order(stream: Stream) -> None:
    """What is said is written once, in order, with its time; the last entry is marked."""
    with Publisher(stream, 0) as publisher:
        publisher.publish(Started, kind="plan", lab=LAB)
        for number in range(500):
            publisher.publish(Note, text=str(number))
        publisher.publish(Finished, status="succeeded", summary="")
    events = read(stream)
    assert [event.seq for event in events] == list(range(1, 503))
    assert [event.text for event in events if isinstance(event, Note)] == [
        str(number) for number in range(500)
    ]
    marked = [LAST_FIELD.encode() in fields for _, fields in stream.client.xrange(stream.key)]
    assert marked == [False] * 501 + [True]


def test_first_event_does_not_wait_for_others(stream: Stream) -> None:
    """A browser hears of a start at once, not only when the run is over."""
    with Publisher(stream, 0) as publisher:
        began = time.monotonic()
        publisher.publish(Started, kind="plan", lab=LAB)
        while not read(stream):
            time.sleep(0.001)
        assert time.monotonic() - began < 0.5


def test_events_come_in_few_batches(stream: Stream) -> None:
    """Many events in a moment are some writes, not as many."""
    before = stream.client.info("commandstats").get("cmdstat_exec", {}).get("calls", 0)
    with Publisher(stream, 0) as publisher:
        for number in range(300):
            publisher.publish(Note, text=str(number))
    after = stream.client.info("commandstats")["cmdstat_exec"]["calls"]
    assert after - before < 10


def test_long_results_are_cut(stream: Stream) -> None:
    """No message is too long for a browser, and no result is lost by cutting."""
    cells = list(range(5 * (2 * CELLS_PER_EVENT + 3)))
    with Publisher(stream, 0) as publisher:
        publisher.publish_cells(cells)
    pieces = [event.cells for event in read(stream) if isinstance(event, Cells)]
    assert [len(piece) // 5 for piece in pieces] == [CELLS_PER_EVENT, CELLS_PER_EVENT, 3]
    assert [number for piece in pieces for number in piece] == cells


def test_next_attempt_goes_on_with_the_numbers(stream: Stream) -> None:
    """After a crash numbers go on behind what is there; what is there stays."""
    with Publisher(stream, 0) as publisher:
        publisher.publish(Started, kind="plan", lab=LAB)
    last = stream.last()
    assert last is not None
    with Publisher(stream, last.seq) as publisher:
        publisher.publish(Started, kind="plan", lab=LAB, attempt=2)
    assert [(event.seq, event.attempt) for event in read(stream)] == [(1, 1), (2, 2)]


def test_number_that_is_there_is_not_written_again(stream: Stream) -> None:
    """An event that was written before its answer was lost is not doubled by the retry."""
    first = Note(seq=1, at=1.0, text="kept")
    stream.client.xadd(stream.key, {EVENT_FIELD: first.model_dump_json()}, id="1-0")
    with Publisher(stream, 0) as publisher:
        publisher.publish(Note, text="again")
        publisher.publish(Note, text="next")
    assert [event.text for event in read(stream)] == ["kept", "next"]


def test_redis_may_be_away_for_a_while(
    redis_server: RedisServer, client: redis.Redis, stream: Stream
) -> None:
    """While Redis restarts nobody waits for it, and afterwards all is there."""
    with Publisher(stream, 0) as publisher:
        publisher.publish(Started, kind="plan", lab=LAB)
        redis_server.stop()
        began = time.monotonic()
        for number in range(100):
            publisher.publish(Note, text=str(number))
        assert time.monotonic() - began < 0.1
        restart = threading.Timer(0.7, redis_server.start)
        restart.start()
    restart.join()
    assert client.ping()
    assert [event.seq for event in read(stream)] == list(range(1, 102))


def talk_for_ten_seconds(stream: Stream) -> None:
    """Say something again and again to a Redis that may not be there."""
    with Publisher(stream, 0, patience_s=0.3) as publisher:
        for _ in range(200):
            publisher.publish(Note, text="anybody?")
            time.sleep(0.05)


def test_run_does_not_go_on_for_ever_without_redis(
    redis_server: RedisServer, stream: Stream
) -> None:
    """When Redis stays away the run is told, so that it is done again when Redis is back."""
    redis_server.stop()
    try:
        with pytest.raises(EventsLost):
            talk_for_ten_seconds(stream)
    finally:
        redis_server.start()


def test_streams_do_not_stay_for_ever(client: redis.Redis, stream: Stream) -> None:
    """A stream goes a day after its end; one that never ends goes, too."""
    with Publisher(stream, 0) as publisher:
        publisher.publish(Started, kind="plan", lab=LAB)
    unfinished: Any = client.ttl(stream.key)
    with Publisher(stream, 1) as publisher:
        publisher.publish(Finished, status="failed", summary="")
    finished: Any = client.ttl(stream.key)
    assert 0 < finished <= 24 * 3600 < unfinished


def test_run_that_was_given_up_is_known(client: redis.Redis, stream: Stream) -> None:
    """A worker that comes late sees that nobody waits any more."""
    assert not stream.is_cancelled()
    client.set(cancelled_key(stream.run), 1)
    assert stream.is_cancelled()
    assert stream.key == stream_key(stream.run)
