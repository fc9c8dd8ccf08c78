"""The one thing that the web may ask of this host: a run. What it sends is treated as hostile."""

import logging
import time
from errno import EOPNOTSUPP
from functools import cache, partial
from typing import Any

import redis
from celery.exceptions import SoftTimeLimitExceeded
from kombu.exceptions import OperationalError
from pydantic import BaseModel, ValidationError
from redis.backoff import ConstantBackoff
from redis.retry import Retry

from designer.messages import Finished, Id, Refused, RunRequest, RunStatus, Started
from designer.plan.element import element_of, link_numbers
from designer.topology.checks import check
from designer.topology.problem import errors
from designer.topology.sentence import Sentence, say, told
from designer.transport.names import CONTROL_QUEUE, RECORD_TASK, RUN_TASK
from workers.celery import app, journal, settings
from workers.errors import HostLacks, KernelRefused, LabBusy, NotAsDrawn, WorkerError
from workers.events import EventsLost, Publisher, Stream
from workers.reading import Reading, Readings
from workers.runs import KINDS, Context, tell_what_is_there
from workers.sandbox.host import here

TICK_S = 0.02
TAKEN_OVER = say("a newer edit took its place")
REFUSED_MAX = 200
"""Elements that are named one by one."""

REDIS_RETRIES = Retry(ConstantBackoff(0.1), 300)
"""Half a minute, which a restart of Redis may take."""

RECORD_RETRIES = {
    "max_retries": 60,
    "interval_start": 0.1,
    "interval_step": 0.1,
    "interval_max": 0.5,
}

logger = logging.getLogger(__name__)


class NotSound(WorkerError):
    """The drawing has errors; the web does not send such, so the message is somebody else's."""


class TooLong(WorkerError):
    """It took longer than a run may."""


class _Envelope(BaseModel):
    """What has to be known of a request before its drawing can be read."""

    lab: Id
    topology: dict[str, Any]


@app.task(name=RUN_TASK)
def run(message: Any) -> None:
    """Do what is asked, once, however often it is delivered."""
    try:
        request, reading = _read(message)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        logger.error("a request that is none was dropped: %r: %s", where, first["type"])  # noqa: TRY400
        return
    try:
        with journal.alone(request.run, settings.patience_s):
            _do_once(request, reading)
    except LabBusy:
        logger.info("run %s is being done already: this copy is dropped", request.run)


def _read(message: Any) -> tuple[RunRequest, Reading]:
    """Make the request anew; of its drawing, only the parts that are not known already."""
    envelope = _Envelope.model_validate(message)
    reading = _readings().read(envelope.lab, envelope.topology)
    return RunRequest.model_validate({**message, "topology": reading.topology}), reading


def _do_once(request: RunRequest, reading: Reading) -> None:
    stream = Stream(_redis(), request.run)
    last = stream.last()
    done = isinstance(last, Finished) or journal.read(request.lab).is_done(request.generation)
    if not done and not stream.is_cancelled():
        with Publisher(stream, last.seq if last else 0) as publisher:
            _do(request, reading, publisher, stream)
    journal.note_done(request.lab, request.generation)
    _ask_for_record(request.run)


def _do(request: RunRequest, reading: Reading, publisher: Publisher, stream: Stream) -> None:
    """Carry the run out; whatever becomes of it, its last event says so."""
    attempt = stream.count_attempt()
    publisher.publish(Started, kind=request.kind, lab=request.lab, attempt=attempt)
    if request.live and stream.newest_asked(request.lab) > request.generation:
        _tell_end(publisher, "succeeded", TAKEN_OVER)
        return
    _ask_for_record(request.run)
    superseded = partial(_is_superseded, request)
    context = Context(request, reading, _readings(), publisher, settings.patience_s, superseded)
    try:
        summary = _carry_out(context)
    except EventsLost:
        raise
    except WorkerError as refusal:
        logger.info("%s of lab %s: %s", request.kind, request.lab, refusal)
        _tell_refusal(context, refusal)
    except Exception:
        text = say("an error of ours stopped it: the host worker's log has it")
        _tell_end(publisher, "failed", text)
        raise
    else:
        logger.info("%s of lab %s: %s", request.kind, request.lab, summary)
        _tell_end(publisher, "succeeded", summary)


def _carry_out(context: Context) -> Sentence:
    request = context.request
    if request.kind != "destroy":
        _require_sound(request)
    if request.kind in {"apply", "destroy"}:
        journal.note_change(request.lab, request.generation)
    else:
        _await_change(request)
    try:
        summary = KINDS[request.kind](context)
    except SoftTimeLimitExceeded:
        limit_s = settings.run_limit_s
        raise TooLong(
            say("it took longer than the {limit_s} s allowed: split the lab", limit_s=limit_s)
        ) from None
    if request.kind != "destroy":
        _readings().remember(request.lab, context.reading)
    return summary


def _require_sound(request: RunRequest) -> None:
    """Check the drawing anew, so that every rule about a whole drawing holds here as well."""
    if found := errors(check(request.topology, settings.limits)):
        raise NotSound(say("the drawing cannot be run: {message}", message=found[0].message))


def _await_change(request: RunRequest) -> None:
    """Let the apply or destroy that was asked for before come first."""
    deadline = time.monotonic() + settings.patience_s
    while not journal.read(request.lab).is_done(request.after):
        if time.monotonic() > deadline:
            raise LabBusy(say("what was asked for before has not ended: try again when it has"), 0)
        time.sleep(TICK_S)


def _is_superseded(request: RunRequest) -> bool:
    return journal.read(request.lab).changed > request.generation


def _tell_end(publisher: Publisher, status: RunStatus, summary: Sentence) -> None:
    publisher.publish(Finished, status=status, summary=summary, **told(summary))


def _tell_refusal(context: Context, refusal: WorkerError) -> None:
    """Say what was refused, what is there of the lab all the same, and that it failed."""
    if isinstance(refusal, KernelRefused):
        links = link_numbers(context.topology)
        context.publish(
            Refused,
            operation=str(refusal.operation),
            errno=refusal.errno,
            message=refusal.message,
            **told(refusal.message),
            element=element_of(refusal.operation, context.topology, links),
        )
    if isinstance(refusal, HostLacks):
        for problem in refusal.problems[:REFUSED_MAX]:
            context.publish(
                Refused,
                operation="",
                errno=EOPNOTSUPP,
                message=problem.message,
                **told(problem.message),
                element=problem.element,
            )
    if isinstance(refusal, KernelRefused | NotAsDrawn):
        tell_what_is_there(context)
    _tell_end(context.publisher, "failed", refusal.message)


def _ask_for_record(run_id: str) -> None:
    """Have the control worker write it down; should this fail, its sweep finds it."""
    try:
        app.send_task(
            RECORD_TASK, args=[{"run": run_id}], queue=CONTROL_QUEUE, retry_policy=RECORD_RETRIES
        )
    except OperationalError as error:
        logger.warning("run %s: nobody was asked to record it: %s", run_id, error)


@cache
def _readings() -> Readings:
    return Readings(host_namespace=here().allows_host_namespace)


@cache
def _redis() -> Any:
    return redis.Redis(unix_socket_path=str(settings.redis_socket), retry=REDIS_RETRIES)
