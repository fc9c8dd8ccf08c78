"""Freeing a big lab's namespaces bit by bit, so that other labs do not wait for the kernel.

The kernel frees namespaces with its lock for all links held, some 16 ms for each bridge
(rcu_barrier in br_multicast_dev_del). So the pins go at once, and a process in the background
keeps the namespaces by descriptor and lets go of a few at a time. If it is killed, all go.
"""

import os
import signal
from collections.abc import Sequence
from math import ceil
from typing import NoReturn

MOST_NODES, MOST_SWITCHES = 80, 4
"""What is let go of at a time: measured, `vethwork bench build` shows the effect."""


def free_slowly(nodes: Sequence[int], switches: Sequence[int]) -> None:
    """Keep the namespaces of a big lab in a process that lets go of them in portions."""
    portions = _portions(nodes, switches)
    if len(portions) < 2:  # noqa: PLR2004 - a small lab may go at once
        return
    child = os.fork()
    if child == 0:
        if os.fork() == 0:
            _let_go(portions)
        os._exit(0)
    os.waitpid(child, 0)


def _portions(nodes: Sequence[int], switches: Sequence[int]) -> list[list[int]]:
    """Deal both evenly, a switch never before the nodes that were drawn before it."""
    count = max(ceil(len(nodes) / MOST_NODES), ceil(len(switches) / MOST_SWITCHES), 1)
    portions: list[list[int]] = [[] for _ in range(count)]
    for kind in (nodes, switches):
        for place, handle in enumerate(kind, 1):
            portions[ceil(place * count / len(kind)) - 1].append(handle)
    return portions


def _let_go(portions: Sequence[Sequence[int]]) -> NoReturn:
    try:
        os.setsid()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        keep = {handle for portion in portions for handle in portion}
        _close_all_but(keep)
        for portion in portions:
            for handle in portion:
                os.close(handle)
    finally:
        os._exit(0)


def _close_all_but(keep: set[int]) -> None:
    previous = -1
    for handle in (*sorted(keep), os.sysconf("SC_OPEN_MAX")):
        os.closerange(previous + 1, handle)
        previous = handle
