"""What the control worker does: write down what became of runs. It has no privilege."""

import logging
import time
from typing import Any
from uuid import UUID

from celery.signals import celeryd_after_setup, worker_ready, worker_shutdown
from django.conf import settings
from kombu.exceptions import OperationalError

from designer import queue
from designer.errors import Unavailable
from designer.messages import RunRecord
from designer.services import records
from designer.transport.heartbeat import keep_alive
from designer.transport.names import CONTROL_QUEUE, RECORD_TASK, SWEEP_TASK
from designer.transport.redelivery import restore_unacknowledged

SWEEP_PERIOD_S = 15.0

logger = logging.getLogger(__name__)


@queue.app.task(name=RECORD_TASK, autoretry_for=(Unavailable,), retry_backoff=True, max_retries=10)
def record_run(message: dict[str, Any]) -> None:
    """Write a run's outcome into the database."""
    records.record_run(UUID(RunRecord.model_validate(message).run))


@queue.app.task(name=SWEEP_TASK)
def sweep_runs() -> None:
    """Find the runs that nobody will finish."""
    try:
        records.sweep_runs()
    except Unavailable as error:
        logger.warning("the sweep waits for its next turn: %s", error.message)


@celeryd_after_setup.connect(weak=False)
def take_up_again(**_: Any) -> None:
    """Do first what an earlier control worker had taken and not finished."""
    restore_unacknowledged(queue.app, CONTROL_QUEUE)


@worker_ready.connect(weak=False)
def begin(**_: Any) -> None:
    """Show that the worker lives, and sweep from time to time."""
    stop = keep_alive(settings.REDIS_SOCKET, CONTROL_QUEUE, _sweeper())
    worker_shutdown.connect(lambda **_: stop.set(), weak=False)


def _sweeper() -> Any:
    last_s = 0.0

    def sweep() -> None:
        nonlocal last_s
        if time.monotonic() - last_s >= SWEEP_PERIOD_S:
            last_s = time.monotonic()
            try:
                queue.send_sweep(SWEEP_PERIOD_S)
            except OperationalError as error:
                logger.warning("the sweep waits for its next turn: %s", error)

    return sweep
