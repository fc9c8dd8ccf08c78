"""What it costs to tell the traffic of a big lab once a second, beside the same dumps alone."""

import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any
from uuid import uuid4

from workers import engine
from workers.bench.workloads import WORKLOADS, Workload
from workers.kernel.notices import Notices
from workers.reading import Readings
from workers.sandbox.host import here
from workers.sandbox.lab import Lab
from workers.watch.desk import PERIOD_S
from workers.watch.gauge import Gauge, where_to_ask

MS = 1000


@dataclass(frozen=True, slots=True)
class RatesTimes:
    """Processor time of one reading, and of its dumps alone: ours and the kernel's together."""

    topology: str
    size: int
    rounds: int
    links: int
    asked: int
    reading_ms: float
    dumps_ms: float

    @property
    def share_of_a_core(self) -> float:
        """Return which part of a core it takes while somebody looks."""
        return self.reading_ms / MS / PERIOD_S

    def as_json(self) -> dict[str, Any]:
        """Return everything as JSON takes it."""
        ratios = {
            "share_of_a_core": self.share_of_a_core,
            "times_the_dumps": self.reading_ms / self.dumps_ms,
        }
        return asdict(self) | {"ratios": ratios}

    def lines(self) -> Iterator[str]:
        """Say it to a person."""
        yield f"{self.topology} of {self.size}, {self.links} links at {self.asked} nodes"
        yield (
            f"a reading {self.reading_ms:.1f} ms, {self.reading_ms / self.dumps_ms:.2f} times its"
            f" dumps ({self.dumps_ms:.1f} ms): {self.share_of_a_core:.1%} of a core while somebody"
            " looks, none otherwise"
        )


def bench_rates(kind: Workload, size: int, *, rounds: int) -> RatesTimes:
    """Make a lab, read its counters many times, and remove it."""
    lab, values = str(uuid4()), WORKLOADS[kind](size)
    reading = Readings(host_namespace=here().allows_host_namespace).read(lab, values)
    topology = reading.topology
    engine.apply(lab, reading.state, document=reading.text)
    notices, gauge = Notices(), Gauge()
    try:
        _watch_all(lab, notices)
        asked = where_to_ask(topology)
        gauge.read(topology, notices.counters, time.monotonic())
        read, dumped = [], []
        for _ in range(rounds):
            dumped.append(_cpu_ms(lambda: [notices.dump_counters(node) for node in asked]))
            read.append(_cpu_ms(lambda: gauge.read(topology, notices.counters, time.monotonic())))
    finally:
        notices.close()
        engine.destroy_lab(lab)
    links = len(topology.links)
    return RatesTimes(kind, size, rounds, links, len(asked), median(read), median(dumped))


def _watch_all(lab_key: str, notices: Notices) -> None:
    lab = Lab.find(here(), lab_key)
    assert lab is not None  # noqa: S101 - it has just been made
    with lab:
        for name, handle in lab.own_namespaces().items():
            notices.watch(name, handle)


def _cpu_ms(work: Callable[[], object]) -> float:
    """Return the processor time that it took here and in the kernel: others may run meanwhile."""
    began_s = time.process_time()
    work()
    return (time.process_time() - began_s) * MS
