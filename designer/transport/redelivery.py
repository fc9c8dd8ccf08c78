"""Take up again at once what a dead worker had taken and not finished."""

import json
from typing import Any

from celery import Celery


def restore_unacknowledged(app: "Celery[Any]", queue: str) -> int:
    """Put the queue's unacknowledged messages back in front, and return how many there were.

    For a worker that starts and is the only one of its queue: Redis itself would give them out
    again only after the visibility timeout.
    """
    restored = 0
    with app.connection_for_write() as connection:
        channel: Any = connection.default_channel
        for tag, payload in channel.client.hgetall(channel.unacked_key).items():
            _message, _exchange, routing_key = json.loads(payload)
            if routing_key == queue:
                channel.qos.restore_by_tag(tag)
                restored += 1
    return restored
