"""How Celery is set up: the same on both ends."""

from pathlib import Path
from typing import Any

from designer.transport.seal import SERIALIZER

HARD_LIMIT_AFTER_S = 60
"""A task that has not ended so long after its soft limit is killed."""

VISIBILITY_MIN_S = 3600


def celery_options(redis_socket: Path, run_limit_s: int) -> dict[str, Any]:
    """Return options in which soft limit < hard limit < visibility timeout.

    A message that is not acknowledged within the visibility timeout is delivered again; one whose
    process died is delivered again at once. Nothing is pickled, no result is kept, and no worker
    listens to remote control.
    """
    hard_limit_s = run_limit_s + HARD_LIMIT_AFTER_S
    return {
        "broker_url": f"redis+socket://{redis_socket}?virtual_host=0",
        "broker_connection_retry_on_startup": True,
        "broker_connection_max_retries": None,
        "broker_transport_options": {
            "visibility_timeout": max(VISIBILITY_MIN_S, 3 * hard_limit_s),
            "socket_connect_timeout": 3,
        },
        "task_publish_retry_policy": {"max_retries": 5, "interval_start": 0, "interval_step": 0.2},
        "task_serializer": SERIALIZER,
        "accept_content": [SERIALIZER],
        "event_serializer": SERIALIZER,
        "task_ignore_result": True,
        "task_acks_late": True,
        "task_reject_on_worker_lost": True,
        "task_soft_time_limit": run_limit_s,
        "task_time_limit": hard_limit_s,
        "task_send_sent_event": False,
        "worker_log_format": "%(levelname)s %(message)s",
        "worker_redirect_stdouts": False,
        "worker_prefetch_multiplier": 1,
        "worker_max_tasks_per_child": 100,
        "worker_proc_alive_timeout": 60,
        "worker_enable_remote_control": False,
        "worker_send_task_events": False,
        "worker_cancel_long_running_tasks_on_connection_loss": False,
    }
