"""Our own way: the engine, given a plan; and the whole way from the file to the verified lab."""

import os
import time
from uuid import uuid4

from designer.plan.diff import diff
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.topology.checks import check
from designer.topology.document import read_text
from workers import engine
from workers.bench.builder import Job, Stopwatch, Times, timing_until_freed
from workers.bench.workloads import workload
from workers.garbage import no_collection
from workers.kernel.execute import Execution
from workers.kernel.indexes import Indexes
from workers.kernel.lab_observation import observe
from workers.kernel.progress import unheard
from workers.kernel.sockets import Sockets
from workers.sandbox.host import here
from workers.sandbox.lab import Lab
from workers.sandbox.standing import in_thread

NEIGHBOUR_SIZE = 10
NEIGHBOUR_S = 3.0
NAME = "vethwork"


class Ours:
    """Execute, observe, apply again, destroy, each timed by itself."""

    name = NAME

    def missing(self) -> str:
        """Nothing is."""
        return ""

    def run(self, job: Job) -> Times:
        """Time every step of a lab's life."""
        watch = Stopwatch()
        key = str(uuid4())
        with engine.lab_lock(key):
            _execute(watch, key, job)
        with watch.timing("apply_again"):
            engine.apply(key, job.state)
        in_thread(lambda: _destroy(watch, key))
        return watch.times


class WholeWay:
    """From the text of the file to a lab that was seen to equal it."""

    name = "vethwork, from file to verified"

    def missing(self) -> str:
        """Nothing is."""
        return ""

    def run(self, job: Job) -> Times:
        """Time each step of an apply, and what a neighbour waits while the lab is freed."""
        watch = Stopwatch()
        key = str(uuid4())
        with watch.timing("build"), no_collection():  # as the command does
            with watch.timing("read"):
                topology = read_text(job.text).topology
            assert topology is not None  # noqa: S101 - it is our own document
            with watch.timing("check"):
                check(topology)
            with watch.timing("lower"):
                state = lower(topology)
            with watch.timing("diff"):
                diff(state, HostState())
            with watch.timing("apply"):
                engine.apply(key, state)
        with watch.timing("destroy"):
            engine.destroy_lab(key)
        watch.times["neighbour"] = _slowest_neighbour_ms()
        return watch.times


def _execute(watch: Stopwatch, key: str, job: Job) -> None:
    with Lab.find_or_make(here(), key, job.topology.name) as lab, Sockets() as sockets:
        execution = Execution(lab, sockets, Indexes({}, 1))
        with watch.timing("build"):
            execution.run(job.plan, unheard)
        with watch.timing("observe"):
            found = observe(lab, sockets)
        with watch.timing("diff_again"):
            left = diff(job.state, found.state)
        assert not left  # noqa: S101 - else the times mean nothing


def _destroy(watch: Stopwatch, key: str) -> None:
    with engine.namespace_fds(key) as lent:
        handles = [os.dup(handle) for handle in lent.values()]
    with timing_until_freed(watch, handles):
        for handle in handles:
            os.close(handle)
        with watch.timing("destroy"):
            engine.destroy_lab(key)


def _slowest_neighbour_ms() -> float:
    """Return the longest of many applies of small labs, while a big one is being freed."""
    state = lower(workload("star", NEIGHBOUR_SIZE))
    keys: list[str] = []
    slowest, end = 0.0, time.monotonic() + NEIGHBOUR_S
    while time.monotonic() < end:
        keys.append(str(uuid4()))
        began = time.perf_counter()
        engine.apply(keys[-1], state)
        slowest = max(slowest, time.perf_counter() - began)
    for key in keys:
        engine.destroy_lab(key)
    return slowest * 1e3
