"""The one place that sends to a host, and the Celery application of the control worker."""

import time
from collections.abc import Mapping
from functools import cache
from typing import Any

from celery import Celery
from django.conf import settings
from kombu.exceptions import OperationalError

from designer.errors import Unavailable
from designer.messages import RunRequest
from designer.topology.sentence import say
from designer.transport.guard import GuardedTask
from designer.transport.logs import quieten
from designer.transport.names import (
    CONTROL_QUEUE,
    RUN_TASK,
    SWEEP_TASK,
    host_queue,
    watcher_channel,
)
from designer.transport.options import celery_options
from designer.transport.seal import read_key, register_serializer, seal
from designer.watching import WatcherRequest

app = Celery("vethwork-control", task_cls=GuardedTask)
app.conf.update(
    celery_options(settings.REDIS_SOCKET, settings.RUN_LIMIT_S),
    task_default_queue=CONTROL_QUEUE,
    imports=("designer.tasks",),
)


@cache
def _key() -> bytes:
    return read_key(settings.TASK_KEY_FILE)


register_serializer(_key)
quieten()


def send_run(request: RunRequest, values: Mapping[str, Any]) -> None:
    """Ask the host's worker for a run; raises Unavailable where Redis does not take it.

    `values` are the request's drawing as plain values, which take long to make.
    """
    message = request.model_dump(mode="json", exclude={"topology"})
    message["topology"] = values
    queue = host_queue(settings.TARGET_HOST)
    try:
        app.send_task(RUN_TASK, args=[message], queue=queue, task_id=request.run)
    except OperationalError as error:
        refusal = say(
            "Redis does not take the request ({error}): see that it runs, then try again",
            error=error,
        )
        raise Unavailable(refusal) from None


def watched_channel() -> str:
    """Return the channel in which the host's watcher hears what people want to look at."""
    return watcher_channel(settings.TARGET_HOST)


def sealed(request: WatcherRequest) -> str:
    """Return a request to the watcher, signed."""
    return seal(request.model_dump(mode="json"), _key(), now_s=time.time())


def send_sweep(expires_s: float) -> None:
    """Ask the control worker to look for runs that nobody will finish."""
    app.send_task(SWEEP_TASK, queue=CONTROL_QUEUE, expires=expires_s)
