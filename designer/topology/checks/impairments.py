"""Rules about impairments."""

from collections.abc import Iterator
from math import ceil

from designer.topology.impairment import Impairment
from designer.topology.problem import Problem
from designer.topology.sentence import say
from designer.topology.topology import Topology

PACKET_BYTES = 1500


def check_impairments(topology: Topology) -> Iterator[Problem]:
    """What a cable does to packets must be possible, and do what it says."""
    for number, link in enumerate(topology.links):
        for impairment in dict.fromkeys((link.impairment, link.impairment_back)):
            if impairment is not None:
                yield from _check(impairment, f"links/{number}")


def _check(impairment: Impairment, element: str) -> Iterator[Problem]:
    delay_ms, jitter_ms = impairment.delay_ms, impairment.jitter_ms
    if jitter_ms and not delay_ms:
        message = say(
            "jitter of {jitter_ms} ms has no delay to vary: give delay_ms {jitter_ms}"
            " or more, or remove jitter_ms",
            jitter_ms=f"{jitter_ms:g}",
        )
        yield Problem("jitter-without-delay", element, message)
    elif jitter_ms > delay_ms:
        message = say(
            "the delay of {delay_ms} ms varies by {jitter_ms} ms, but no packet"
            " arrives before it was sent: give jitter_ms {delay_ms} at most",
            delay_ms=f"{delay_ms:g}",
            jitter_ms=f"{jitter_ms:g}",
        )
        yield Problem("jitter-beyond-delay", element, message, "warning")
    if impairment.reorder_percent and not delay_ms:
        message = say(
            "packets overtake others that are delayed, and none is: give delay_ms, or"
            " remove reorder_percent"
        )
        yield Problem("reorder-without-delay", element, message)
    yield from _check_queue(impairment, element)


def _check_queue(impairment: Impairment, element: str) -> Iterator[Problem]:
    queue, rate_kbit = impairment.queue_packets, impairment.rate_kbit
    if queue is None or rate_kbit is None:
        return
    under_way = ceil(rate_kbit * impairment.delay_ms / (8 * PACKET_BYTES))
    if queue < under_way:
        message = say(
            "{under_way} packets of {size} bytes are under way at {rate_kbit}"
            " kbit/s, and there is room for {queue}, so it never gets as fast: give"
            " queue_packets more",
            under_way=under_way,
            size=PACKET_BYTES,
            rate_kbit=rate_kbit,
            queue=queue,
        )
        yield Problem("queue-too-short", element, message, "warning")
