"""What people look at on the host itself: its watcher is asked, and nothing of it is on record."""

from typing import Any
from uuid import UUID, uuid4

from pydantic import IPvAnyAddress

from designer import queue, streams
from designer.errors import Conflict, Unavailable
from designer.models import Lab
from designer.topology.expectation import Probe
from designer.topology.sentence import retold, say
from designer.watching import (
    WATCHER_ANSWER,
    LinkRates,
    Look,
    NodeSeen,
    NotSeen,
    PathTraced,
    Trace,
    WatchRates,
)

SILENT = say("the worker of the target host does not answer: see that it runs, then try again")


async def show_interest(client: Any, lab_id: UUID, *, newcomer: bool) -> None:
    """Have a lab's traffic told for some seconds, all of it at once to a newcomer."""
    request = WatchRates(lab=str(lab_id), newcomer=newcomer)
    await client.publish(queue.watched_channel(), queue.sealed(request))


def read_rates(lab: Lab) -> list[LinkRates]:
    """Return what was told last of a lab's traffic, nothing where nobody looks."""
    told = streams.read_last_rates(lab.pk)
    return [told] if told else []


def look_at_node(lab: Lab, node: str) -> NodeSeen:
    """Return what there is of a node now."""
    found = _ask(Look(lab=str(lab.pk), answer=str(uuid4()), node=node))
    assert isinstance(found, NodeSeen)  # noqa: S101 - a look is answered by what was seen
    return found


def trace_path(lab: Lab, source: str, target: IPvAnyAddress, probe: Probe) -> PathTraced:
    """Return which way packets take now, and where they stop."""
    answer = str(uuid4())
    request = Trace(lab=str(lab.pk), answer=answer, source=source, target=target, probe=probe)
    found = _ask(request)
    assert isinstance(found, PathTraced)  # noqa: S101 - a trace is answered by a path
    return found


def _ask(request: Look | Trace) -> NodeSeen | PathTraced:
    text = streams.ask(queue.watched_channel(), queue.sealed(request), request.answer)
    if text is None:
        raise Unavailable(SILENT)
    answer = WATCHER_ANSWER.validate_json(text)
    if isinstance(answer, NotSeen):
        raise Conflict(retold(answer.reason, answer.template, answer.values))
    return answer
