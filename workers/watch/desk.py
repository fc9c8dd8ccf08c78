"""Serves who looks at labs: their traffic once a second, and answers about nodes and paths."""

import logging
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import Any, Protocol

import redis

from designer.state.trace import trace
from designer.topology.sentence import say, told
from designer.transport.names import EVENT_FIELD, answer_key, rates_key
from designer.watching import (
    LinkRates,
    Look,
    PathTraced,
    Trace,
    WatcherAnswer,
    WatcherRequest,
    WatchRates,
    not_seen,
)
from workers.sandbox.host import Host
from workers.watch.gauge import Gauge, Row
from workers.watch.lab import WatchedLab
from workers.watch.look import look_at

PERIOD_S, FIRST_PERIOD_S = 1.0, 0.25
"""Between two readings; the second one of all comes sooner, for somebody waits."""

WATCHED_FOR_S = 10.0
"""Whoever looks says so more often than this."""

KEPT, KEPT_S = 60, 60
LOOKERS, LOOKS_MAX = 2, 16
ANSWER_KEPT_S = 30
NOT_RUNNING = not_seen(say("the lab does not run: apply it first"))
BUSY = not_seen(say("too many people look at nodes at once: try again in a moment"))

logger = logging.getLogger(__name__)
Labs = Mapping[str, WatchedLab]


class Asks(Protocol):
    """Where requests come from."""

    def fileno(self) -> int:
        """Return the descriptor that can be read when somebody asked."""

    def drain(self) -> list[WatcherRequest]:
        """Return what has been asked since."""


@dataclass
class _Watched:
    """A lab that somebody looks at."""

    until_s: float
    due_s: float
    whole: bool = True
    gauge: Gauge = field(default_factory=Gauge)
    told: dict[int, Row] = field(default_factory=dict)


class Desk:
    """Costs nothing while nobody looks, and as much for many as for one."""

    def __init__(self, host: Host, client: Any, requests: Asks) -> None:
        self._host = host
        self._client = client
        self._requests = requests
        self._watched: dict[str, _Watched] = {}
        self._lookers = ThreadPoolExecutor(LOOKERS, "look")
        self._looks = 0

    def fileno(self) -> int:
        """Return the descriptor that can be read when somebody asked."""
        return self._requests.fileno()

    @property
    def due_s(self) -> float | None:
        """When the next reading is due, None while nobody looks."""
        return min((one.due_s for one in self._watched.values()), default=None)

    def close(self) -> None:
        """Serve nobody any more."""
        self._lookers.shutdown(cancel_futures=True)

    def hear(self, labs: Labs, now_s: float) -> None:
        """Take in who looks at what, and answer."""
        for request in self._requests.drain():
            match request:
                case WatchRates():
                    self._watch(request, now_s)
                case Look():
                    self._look(request, labs.get(request.lab))
                case Trace():
                    self._answer(request.answer, _trace(request, labs.get(request.lab)))

    def serve(self, labs: Labs, now_s: float) -> None:
        """Read what is due; forget labs at which nobody looks any more."""
        for key, one in list(self._watched.items()):
            if one.until_s < now_s:
                del self._watched[key]
            elif one.due_s <= now_s:
                self._read(key, one, labs.get(key), now_s)

    def _watch(self, request: WatchRates, now_s: float) -> None:
        one = self._watched.setdefault(request.lab, _Watched(now_s, now_s))
        one.until_s = now_s + WATCHED_FOR_S
        one.whole = one.whole or request.newcomer

    def _read(self, key: str, one: _Watched, lab: WatchedLab | None, now_s: float) -> None:
        one.due_s = now_s + PERIOD_S
        topology = lab.topology if lab is not None else None
        rates: dict[int, Row] | None = {}
        if lab is not None and topology is not None:
            rates = one.gauge.read(topology, lab.notices.counters, now_s)
        if rates is None:
            one.due_s = now_s + FIRST_PERIOD_S
            return
        changed = rates if one.whole else _changes(one.told, rates)
        if changed or one.whole:
            links = tuple(chain.from_iterable((link, *row) for link, row in changed.items()))
            self._tell(key, one, LinkRates(at=time.time(), whole=one.whole, links=links))
        one.told = rates

    def _tell(self, key: str, one: _Watched, rates: LinkRates) -> None:
        try:
            pipe = self._client.pipeline(transaction=True)
            pipe.xadd(rates_key(key), {EVENT_FIELD: rates.model_dump_json()}, maxlen=KEPT)
            pipe.expire(rates_key(key), KEPT_S)
            pipe.execute()
            one.whole = False
        except redis.RedisError as error:
            one.whole = True
            logger.warning("the traffic of a lab was not told: %s", error)

    def _look(self, request: Look, lab: WatchedLab | None) -> None:
        if lab is None:
            self._answer(request.answer, NOT_RUNNING)
        elif self._looks >= LOOKS_MAX:
            self._answer(request.answer, BUSY)
        else:
            self._looks += 1
            look = partial(look_at, self._host, lab.key, request.node, lab.desired(request.node))
            done = self._lookers.submit(lambda: self._answer(request.answer, look()))
            done.add_done_callback(self._note_looked)

    def _note_looked(self, done: Any) -> None:
        self._looks -= 1
        if not done.cancelled() and (failure := done.exception()) is not None:
            logger.error("a look at a node failed", exc_info=failure)

    def _answer(self, key: str, answer: WatcherAnswer) -> None:
        try:
            pipe = self._client.pipeline(transaction=True)
            pipe.rpush(answer_key(key), answer.model_dump_json())
            pipe.expire(answer_key(key), ANSWER_KEPT_S)
            pipe.execute()
        except redis.RedisError as error:
            logger.warning("an answer was not told: %s", error)


def _changes(told: Mapping[int, Row], rates: Mapping[int, Row]) -> dict[int, Row]:
    """Return what is not as it was told: links that have come to rest are told so once."""
    changed = {link: row for link, row in rates.items() if told.get(link) != row}
    return changed | dict.fromkeys(told.keys() - rates.keys(), (0, 0, 0, 0, 0, 0))


def _trace(request: Trace, lab: WatchedLab | None) -> WatcherAnswer:
    topology = lab.topology if lab is not None else None
    if lab is None or topology is None:
        return NOT_RUNNING
    seen = lab.at_this_moment()
    traced = trace(seen, topology, request.source, request.target, request.probe)
    if traced is None:
        return not_seen(say("{node} does not run", node=request.source))
    return PathTraced(
        nodes=traced.there.nodes,
        links=traced.there.links,
        back_nodes=traced.back.nodes,
        back_links=traced.back.links,
        fault=traced.fault,
        **told(traced.fault),
    )
