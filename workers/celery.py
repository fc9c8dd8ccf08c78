"""The host worker: `celery -A workers.celery:app worker -Q host.NAME`.

It starts with the privilege it was given, goes into the application's user namespace and takes
tasks only there.
"""

import logging
from functools import cache
from typing import Any

from celery import Celery
from celery.signals import celeryd_after_setup, celeryd_init, worker_ready, worker_shutdown

from designer.transport.guard import GuardedTask
from designer.transport.heartbeat import keep_alive
from designer.transport.logs import quieten
from designer.transport.names import host_queue
from designer.transport.options import celery_options
from designer.transport.redelivery import restore_unacknowledged
from designer.transport.seal import read_key, register_serializer
from workers.capabilities import able_to
from workers.errors import HostRefused
from workers.journal import Journal
from workers.sandbox import host
from workers.settings import read_settings
from workers.watch.process import WatcherProcess

HOST_REFUSED = 3

settings = read_settings()
journal = Journal(settings.run_dir)
logger = logging.getLogger(__name__)

app = Celery("vethwork-host", task_cls=GuardedTask)
app.conf.update(
    celery_options(settings.redis_socket, settings.run_limit_s),
    task_default_queue=host_queue(settings.host),
    imports=("workers.tasks",),
)


@cache
def _key() -> bytes:
    return read_key(settings.task_key_file)


register_serializer(_key)
quieten()


@celeryd_init.connect(weak=False)
def go_where_labs_are(**_: Any) -> None:
    """Read what only the host's side may read, then leave it; without that no task is taken."""
    _key()
    try:
        host.enter(settings.run_dir, host_namespace=settings.host_namespace, groups=_groups())
        journal.make()
        able_to()  # once for all the processes that take tasks
    except HostRefused as refusal:
        logger.critical("%s", refusal)
        raise SystemExit(HOST_REFUSED) from None


def _groups() -> tuple[int, ...]:
    """Return the group that may talk to Redis."""
    return (settings.redis_socket.parent.stat().st_gid,)


@celeryd_after_setup.connect(weak=False)
def take_up_again(**_: Any) -> None:
    """Do first what an earlier worker of this host had taken and not finished."""
    restore_unacknowledged(app, host_queue(settings.host))


@worker_ready.connect(weak=False)
def begin(**_: Any) -> None:
    """Show that the worker lives, and what its host can do; watch the labs."""
    able = " ".join(sorted(able_to()))
    stop = keep_alive(settings.redis_socket, host_queue(settings.host), saying=able)
    watcher = WatcherProcess(_key())
    watcher.start()

    def end(**_: Any) -> None:
        stop.set()
        watcher.stop()

    worker_shutdown.connect(end, weak=False)
