"""Waiting for something that others do, with an end to the patience."""

import time
from collections.abc import Callable

TICK_S = 0.05


def wait_until(done: Callable[[], bool], timeout_s: float) -> bool:
    """Whether it came to be so in time."""
    deadline = time.monotonic() + timeout_s
    while not done():
        if time.monotonic() > deadline:
            return False
        time.sleep(TICK_S)
    return True
