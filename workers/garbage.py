"""Python's collector of garbage, where it would look for it in vain."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Many small objects are made and all are kept: meanwhile nothing is looked through.

    A collection would, in a process that knows a big lab, take longer than what it interrupts.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
