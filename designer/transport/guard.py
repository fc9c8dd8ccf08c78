"""What a worker looks at before it takes a message from the broker for a task.

Celery takes some content unsigned whatever it is told to accept, trusts the headers, and ends
when a message is of no form that it knows.
"""

from collections.abc import Callable
from typing import Any

from celery import Task
from celery.worker import strategy
from kombu.exceptions import ContentDisallowed, DecodeError

from designer.transport.seal import CONTENT_TYPE

Handle = Callable[..., Any]


class GuardedTask(Task[Any, Any]):
    """A task that takes signed messages of one form alone."""

    abstract = True
    Strategy = f"{__name__}:guarded"


def guarded(task: Any, app: Any, consumer: Any, **options: Any) -> Handle:
    """Return what handles a message: drop it, or leave it to Celery."""
    handle = strategy.default(task, app, consumer, **options)

    def handle_sound(message: Any, body: Any, *callbacks: Any, **more: Any) -> Any:
        if message.content_type != CONTENT_TYPE:
            raise ContentDisallowed(f"{message.content_type}: not signed")
        require_sound(message.payload)
        try:
            return handle(message, body, *callbacks, **more)
        except Exception as error:  # headers are not signed, so anything may be wrong with them
            raise DecodeError(f"the headers are not sound: {error!r}") from error

    return handle_sound


def require_sound(payload: Any) -> None:
    """Refuse all but positional arguments: no follow-up tasks, no other form."""
    match payload:
        case [list(), {**keywords}, {**embedded}]:
            if not keywords and not any(embedded.values()):
                return
    raise DecodeError("the message is of no form that we know")
