"""What all ways to build a lab have in common when they are timed."""

import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from designer.plan.operations import Plan
from designer.state.host_state import HostState
from designer.topology.sentence import Sentence
from designer.topology.topology import Topology
from workers.errors import WorkerError
from workers.kernel.sentinel import Sentinels

FREED_PATIENCE_S = 120.0
SENTINEL_EVERY = 25
Times = dict[str, float]
"""Milliseconds by what took them: `build`, `destroy` (the call), `freed` (by the kernel), …"""


@dataclass(frozen=True)
class Job:
    """What is to be built."""

    kind: str
    size: int
    topology: Topology
    text: str
    state: HostState
    plan: Plan


class BuilderFailed(WorkerError):
    """A program that we are compared with did not build the lab; its own words say why."""

    def __init__(self, name: str, said: str) -> None:
        last = said.strip().splitlines()[-1] if said.strip() else "failed"
        super().__init__(Sentence(f"{name}: {last}"))


class Builder(Protocol):
    """One way to build a lab and to remove it."""

    name: str

    def missing(self) -> str:
        """Return what is not installed here, empty if all is."""

    def run(self, job: Job) -> Times:
        """Build, destroy, wait until the kernel has freed all, and tell how long each took."""


class Stopwatch:
    """Takes the times of steps that follow each other."""

    def __init__(self) -> None:
        self.times: Times = {}

    @contextmanager
    def timing(self, name: str) -> Iterator[None]:
        """Note how long the block takes."""
        began = time.perf_counter()
        yield
        self.times[name] = (time.perf_counter() - began) * 1e3


def in_child(name: str, work: Callable[[], Times]) -> Times:
    """Do it in a process of its own, which leaves nothing behind in ours."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _answer(work, writing)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        answer = json.load(pipe)
    os.waitpid(child, 0)
    if isinstance(answer, str):
        raise BuilderFailed(name, answer)
    times: Times = answer
    return times


def _answer(work: Callable[[], Times], writing: int) -> None:
    answer: Times | str = "it was killed"
    try:
        answer = work()
    except (OSError, WorkerError) as error:
        answer = str(error)
    finally:
        with os.fdopen(writing, "w") as pipe:
            json.dump(answer, pipe)
        os._exit(0)


@contextmanager
def timing_until_freed(watch: Stopwatch, namespaces: Sequence[int]) -> Iterator[None]:
    """Time from the block's beginning until namespaces that it lets go of are really gone.

    To be used in a thread that ends afterwards; the block closes the descriptors.
    """
    with Sentinels() as sentinels:
        watched = {*namespaces[::SENTINEL_EVERY], *namespaces[-1:]}
        for handle in namespaces:
            if handle in watched:
                sentinels.post(handle)
        with watch.timing("freed"):
            yield
            sentinels.wait(FREED_PATIENCE_S)
