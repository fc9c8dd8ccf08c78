"""What to do about impairments that cannot do what they say."""

from collections.abc import Callable, Iterator, Mapping
from math import ceil
from typing import Any

from designer.topology.checks.impairments import PACKET_BYTES
from designer.topology.fixes.edit import Fix, fix
from designer.topology.fixes.place import Place
from designer.topology.impairment import Impairment
from designer.topology.sentence import say
from designer.topology.values import whole

USUAL_DELAY_MS = 10


def _of_both_ways(
    place: Place, change: Callable[[Impairment], Mapping[str, Any]]
) -> dict[str, Mapping[str, Any]]:
    """Return the change of each way that needs one."""
    ways = {
        "impairment": place.link.impairment,
        "impairment_back": place.link.impairment_back,
    }
    return {key: said for key, way in ways.items() if way is not None and (said := change(way))}


def delay_for_jitter(place: Place) -> Iterator[Fix]:
    """Give jitter a delay to vary, or take it out."""
    delays = _of_both_ways(
        place, lambda one: {"delay_ms": whole(one.jitter_ms)} if _is_undelayed(one) else {}
    )
    longest = max((said["delay_ms"] for said in delays.values()), default=0)
    yield fix(say("Delay packets by {delay_ms} ms", delay_ms=f"{longest:g}"), (place.path, delays))
    without = _of_both_ways(place, lambda one: {"jitter_ms": None} if _is_undelayed(one) else {})
    yield fix(say("Remove the jitter"), (place.path, without))


def _is_undelayed(one: Impairment) -> bool:
    return bool(one.jitter_ms) and not one.delay_ms


def lower_jitter(place: Place) -> Iterator[Fix]:
    """Let the delay vary no more than down to nothing."""
    change = _of_both_ways(
        place,
        lambda one: {"jitter_ms": whole(one.delay_ms)} if one.jitter_ms > one.delay_ms > 0 else {},
    )
    least = min((said["jitter_ms"] for said in change.values()), default=0)
    yield fix(say("Lower the jitter to {least} ms", least=f"{least:g}"), (place.path, change))


def delay_for_reordering(place: Place) -> Iterator[Fix]:
    """Delay packets so that some can overtake, or let none do so."""

    def is_one(one: Impairment) -> bool:
        return bool(one.reorder_percent) and not one.delay_ms

    without = _of_both_ways(place, lambda one: {"reorder_percent": None} if is_one(one) else {})
    yield fix(say("Remove the reordering"), (place.path, without))
    delay = _of_both_ways(place, lambda one: {"delay_ms": USUAL_DELAY_MS} if is_one(one) else {})
    yield fix(
        say("Delay packets by {delay_ms} ms", delay_ms=USUAL_DELAY_MS),
        (place.path, delay),
    )


def longer_queue(place: Place) -> Iterator[Fix]:
    """Make room for all packets that are under way."""

    def change(one: Impairment) -> dict[str, int]:
        if one.queue_packets is None or one.rate_kbit is None:
            return {}
        under_way = ceil(one.rate_kbit * one.delay_ms / (8 * PACKET_BYTES))
        return {"queue_packets": under_way} if one.queue_packets < under_way else {}

    changes = _of_both_ways(place, change)
    longest = max((said["queue_packets"] for said in changes.values()), default=0)
    yield fix(say("Give it a queue of {longest} packets", longest=longest), (place.path, changes))
    without = _of_both_ways(place, lambda one: {"queue_packets": None} if change(one) else {})
    yield fix(say("Let the queue be as long as it takes"), (place.path, without))
