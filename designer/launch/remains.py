"""What an earlier set left: processes that still run, and a Redis without a supervisor."""

import os
import signal
from collections.abc import Iterable
from contextlib import suppress

from designer.launch import redis
from designer.launch.claim import Claim
from designer.launch.console import say
from designer.launch.identity import Identity
from designer.launch.layout import Layout
from designer.launch.waiting import wait_until

PATIENCE_S = 10.0


def clear(places: Layout, claims: Iterable[Claim]) -> None:
    """End the processes of a set whose supervisor was killed: two must not share a database."""
    for claim in claims:
        for name, process in claim.left_behind():
            if process.is_alive():
                say(f"ending {name} (pid {process.pid}), which an earlier start left behind")
                end(process)
    if redis.ask(places.redis_socket, "PING") is not None:
        say(f"ending the Redis that an earlier start left at {places.redis_socket}")
        redis.ask(places.redis_socket, "SHUTDOWN")
        wait_until(lambda: redis.ask(places.redis_socket, "PING") is None, PATIENCE_S)
    places.redis_socket.unlink(missing_ok=True)


def end(process: Identity) -> None:
    """Ask the process to end; if it does not, end it and all that it started."""
    with suppress(ProcessLookupError):
        os.kill(process.pid, signal.SIGTERM)
        if not wait_until(lambda: not process.is_alive(), PATIENCE_S):
            os.killpg(process.pid, signal.SIGKILL)
            wait_until(lambda: not process.is_alive(), PATIENCE_S)
