"""Messages in the broker, read and written as somebody with access to Redis could."""

import base64
import json
import pickle
import time
import uuid
from typing import Any

from designer.transport.names import RUN_TASK
from designer.transport.seal import CONTENT_TYPE, seal
from tests.stack.stack import HOST_QUEUE, Stack


def waiting(stack: Stack) -> list[dict[str, Any]]:
    """Return what waits for the host worker, oldest first."""
    return [json.loads(text) for text in reversed(stack.client.lrange(HOST_QUEUE, 0, -1))]


def push(stack: Stack, *messages: dict[str, Any]) -> None:
    """Put messages into the host worker's queue, the first to be taken first."""
    for message in messages:
        stack.client.lpush(HOST_QUEUE, json.dumps(message))


def made(body: str | bytes, content_type: str, task: str = RUN_TASK) -> dict[str, Any]:
    """Return a message as Celery writes it, with any body."""
    raw = body.encode() if isinstance(body, str) else body
    name = str(uuid.uuid4())
    return {
        "body": base64.b64encode(raw).decode(),
        "content-encoding": "binary" if isinstance(body, bytes) else "utf-8",
        "content-type": content_type,
        "headers": {"lang": "py", "task": task, "id": name, "root_id": name, "retries": 0},
        "properties": {
            "correlation_id": name,
            "delivery_mode": 2,
            "delivery_info": {"exchange": "", "routing_key": HOST_QUEUE},
            "priority": 0,
            "body_encoding": "base64",
            "delivery_tag": str(uuid.uuid4()),
        },
    }


def arguments(request: Any, embedded: dict[str, Any] | None = None) -> list[Any]:
    """Return a task's arguments as they stand in a body."""
    nothing = {"callbacks": None, "errbacks": None, "chain": None, "chord": None}
    return [[request], {}, nothing | (embedded or {})]


def plain(request: Any) -> dict[str, Any]:
    """Return a request as unsigned JSON."""
    return made(json.dumps(arguments(request)), "application/json")


def pickled(request: Any) -> dict[str, Any]:
    """Return a request as a pickle."""
    return made(pickle.dumps(arguments(request)), "application/x-python-serialize")


def signed(
    stack: Stack,
    request: Any,
    *,
    age_s: float = 0,
    task: str = RUN_TASK,
    embedded: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Return a request signed with the installation's key, as the web server signs it."""
    key = stack.layout.task_key_file.read_bytes().strip()
    body = seal(arguments(request, embedded), key, now_s=time.time() - age_s)
    return made(body, CONTENT_TYPE, task)


def forged(request: Any) -> dict[str, Any]:
    """Return a request signed with another key."""
    return made(seal(arguments(request), b"f" * 32, now_s=time.time()), CONTENT_TYPE)


def delivered_again(message: dict[str, Any]) -> dict[str, Any]:
    """Return the same message as another delivery of it."""
    properties = {**message["properties"], "delivery_tag": str(uuid.uuid4())}
    return {**message, "properties": properties}
