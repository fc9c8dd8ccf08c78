"""Freeing a big lab's namespaces bit by bit, so that other labs do not wait for the kernel.

The kernel frees namespaces with its lock for all links held, some 16 ms for each bridge
(rcu_barrier in br_multicast_dev_del). So the pins go at once, and a process in the background
keeps the namespaces by descriptor, lets go of a few at a time, and of none while another lab is
being changed; the longer nobody is at work, the more at a time. If it is killed, all go.
"""

import os
from collections import deque
from collections.abc import Sequence
from itertools import chain
from math import ceil
from typing import NoReturn

from workers.kernel.sentinel import Sentinels
from workers.sandbox.busy import wait_while_busy
from workers.sandbox.host import Host

MOST_NODES, MOST_SWITCHES = 110, 6
"""A portion: more is done sooner, less keeps others waiting less. Letting go costs some 60 ms
besides, and for each portion the kernel holds its lock for some 150 ms."""

MOST_PORTIONS = 4
"""So many go at a time at most, when nobody has been at work since the last ones went."""

STANDARD = (0, 1, 2)
PATIENCE_S = 10.0
"""For one portion; a namespace that somebody else keeps alive is not waited for any longer."""


def free_slowly(host: Host, nodes: Sequence[int], switches: Sequence[int]) -> None:
    """Keep the namespaces of a big lab in a process that lets go of them in portions."""
    portions = divide(nodes, switches)
    if len(portions) < 2:  # noqa: PLR2004 - a small lab may go at once
        return
    child = os.fork()
    if child == 0:
        if os.fork() == 0:
            _let_go(host, portions)
        os._exit(0)
    os.waitpid(child, 0)


def divide(nodes: Sequence[int], switches: Sequence[int]) -> list[list[int]]:
    """Deal both evenly, a switch after the nodes that were drawn around it."""
    count = max(ceil(len(nodes) / MOST_NODES), ceil(len(switches) / MOST_SWITCHES), 1)
    portions: list[list[int]] = [[] for _ in range(count)]
    for kind in (nodes, switches):
        for place, handle in enumerate(kind, 1):
            portions[ceil(place * count / len(kind)) - 1].append(handle)
    return portions


def _let_go(host: Host, portions: Sequence[Sequence[int]]) -> NoReturn:
    try:
        os.setsid()
        _close_all_but({handle for portion in portions for handle in portion})
        with Sentinels() as sentinels:
            pace = Pace()
            waiting = deque(portions)
            while waiting:
                count = pace.next(wait_while_busy(host))
                going = [waiting.popleft() for _ in range(min(count, len(waiting)))]
                sentinels.post(going[-1][-1])
                for handle in chain.from_iterable(going):
                    os.close(handle)
                sentinels.wait(PATIENCE_S)
    finally:
        os._exit(0)


class Pace:
    """How many portions go at a time: one more each time that nobody was at work meanwhile."""

    def __init__(self) -> None:
        self._count = 0
        self._last_began_ns = 0

    def next(self, last_began_ns: int) -> int:
        """Return how many go now, where somebody last began at that time."""
        is_quiet = last_began_ns == self._last_began_ns
        self._last_began_ns = last_began_ns
        self._count = min(self._count + 1, MOST_PORTIONS) if is_quiet else 1
        return self._count


def _close_all_but(keep: set[int]) -> None:
    """Nothing of the process that we were forked from may live on in us."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in STANDARD:
        os.dup2(nowhere, standard)
    previous = STANDARD[-1]
    for handle in (*sorted(keep), os.sysconf("SC_OPEN_MAX")):
        os.closerange(previous + 1, handle)
        previous = handle
