"""How fast the matrix is, beside a forked `ping` for each pair and an `fping` for each source."""

import os
import random
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import groupby
from operator import itemgetter
from statistics import median
from typing import Any

from designer.topology.expectation import Probe
from designer.topology.outcome import Outcome
from workers.probes.endpoints import Source, Target
from workers.probes.matrix import run_matrix
from workers.probes.neighbours import Seeder, neighbours_of

FORKED_SAMPLE = 800
FORKED_AT_ONCE = 32
FPINGS_AT_ONCE = 8
PING, FORKED_PING, FPING = "ping", "forked ping", "fping"
OURS = (Probe("ping"), Probe("tcp", 41234), Probe("udp", 41234))

Pairs = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Design:
    """A way to find out who reaches whom; `ask` returns how many of `pairs` answered."""

    name: str
    pairs: int
    ask: Callable[[], int]


@dataclass(frozen=True, slots=True)
class MatrixTimes:
    """Medians over rounds in which all designs took turns.

    `lost` counts the answers that a design missed in all rounds. `cold_to_warm` compares the
    first ping matrix, its seeding included, with the later ones.
    """

    nodes: int
    rounds: int
    cores: int
    pairs_per_s: dict[str, int]
    lost: dict[str, int]
    cold_to_warm: float

    def ratio(self, other: str) -> float | None:
        """Return how many times faster ping is than another design; None if that did not run."""
        rate = self.pairs_per_s.get(other)
        return self.pairs_per_s[PING] / rate if rate else None

    def as_json(self) -> dict[str, Any]:
        """Return everything as JSON takes it."""
        ratios = {name: self.ratio(name) for name in (FORKED_PING, FPING)}
        return asdict(self) | {"ping_is_faster_than": ratios}

    def lines(self) -> Iterator[str]:
        """Say it to a person."""
        yield f"{self.nodes} nodes, {self.cores} cores, medians of {self.rounds} rounds"
        for name, rate in self.pairs_per_s.items():
            lost = f", {self.lost[name]} answers lost" if self.lost[name] else ""
            yield f"{name:<12} {rate:>9,} pairs/s{lost}"
        for name in (FORKED_PING, FPING):
            ratio = self.ratio(name)
            yield f"{name} is not installed" if ratio is None else f"ping: {ratio:.1f} times {name}"
        yield f"cold: {self.cold_to_warm:.2f} times warm"


def bench_matrix(
    sources: Sequence[Source],
    targets: Sequence[Target],
    *,
    rounds: int = 3,
    seeder: Seeder | None = None,
) -> MatrixTimes:
    """Time every design on a running lab where all reach all and nobody has spoken yet.

    With a seeder, neighbours stay seeded for all designs, so that the kernel's table for those
    learnt, which a big lab overflows, decides nothing.
    """
    designs = list(_designs(sources, targets))
    cold_s, _ = _timed(_ours(sources, targets, Probe("ping"), seeder))
    with _neighbours(sources, targets, seeder):
        in_turns = [[_timed(design) for design in designs] for _ in range(rounds)]
    times = dict(zip((design.name for design in designs), zip(*in_turns, strict=True), strict=True))
    warm_s = median(seconds for seconds, _ in times[PING])
    return MatrixTimes(
        nodes=len(sources),
        rounds=rounds,
        cores=len(os.sched_getaffinity(0)),
        pairs_per_s={d.name: _rate(d, [s for s, _ in times[d.name]]) for d in designs},
        lost={d.name: sum(d.pairs - answered for _, answered in times[d.name]) for d in designs},
        cold_to_warm=cold_s / warm_s,
    )


def _designs(sources: Sequence[Source], targets: Sequence[Target]) -> Iterator[Design]:
    for probe in OURS:
        yield _ours(sources, targets, probe, seeder=None)
    others = [
        (source, target)
        for source in range(len(sources))
        for target in range(len(targets))
        if sources[source].name != targets[target].node
    ]
    if shutil.which("ping") and shutil.which("nsenter"):
        yield _forked_ping(sources, targets, others)
    if shutil.which("fping") and shutil.which("nsenter"):
        yield _fping(sources, targets, others)


def _ours(
    sources: Sequence[Source], targets: Sequence[Target], probe: Probe, seeder: Seeder | None
) -> Design:
    def ask() -> int:
        result = run_matrix(sources, targets, [probe], lambda _: None, seeder=seeder)
        return result.counts().get(Outcome.REACHED, 0)

    return Design(probe.protocol, len(sources) * len(targets), ask)


def _forked_ping(sources: Sequence[Source], targets: Sequence[Target], pairs: Pairs) -> Design:
    """A sample will do: each process costs the same."""
    sample = random.Random(1).sample(pairs, min(len(pairs), FORKED_SAMPLE))  # noqa: S311

    def ask_one(pair: tuple[int, int]) -> bool:
        source, target = pair
        command = ["ping", "-c1", "-W1", "-n", "-q", str(targets[target].address)]
        return _run_in(sources[source], command).returncode == 0

    def ask() -> int:
        with ThreadPoolExecutor(FORKED_AT_ONCE) as executor:
            return sum(executor.map(ask_one, sample))

    return Design(FORKED_PING, len(sample), ask)


def _fping(sources: Sequence[Source], targets: Sequence[Target], pairs: Pairs) -> Design:
    asked = {
        source: "\n".join(str(targets[target].address) for _, target in group)
        for source, group in groupby(pairs, itemgetter(0))
    }

    def ask_all(source: int) -> int:
        command = ["fping", "-i1", "-t1000", "-r0", "-q", "-c1"]
        return _run_in(sources[source], command, asked[source]).stderr.count("min/avg/max")

    def ask() -> int:
        with ThreadPoolExecutor(FPINGS_AT_ONCE) as executor:
            return sum(executor.map(ask_all, asked))

    return Design(FPING, len(pairs), ask)


def _run_in(
    source: Source, command: Sequence[str], stdin: str = ""
) -> "subprocess.CompletedProcess[str]":
    enter = ["nsenter", f"--net=/proc/{os.getpid()}/fd/{source.namespace_fd}"]
    return subprocess.run(
        [*enter, *command], input=stdin, capture_output=True, text=True, check=False
    )


@contextmanager
def _neighbours(
    sources: Sequence[Source], targets: Sequence[Target], seeder: Seeder | None
) -> Iterator[None]:
    if seeder is None:
        yield
        return
    neighbours = neighbours_of(sources, targets)
    try:
        seeder.seed(neighbours)
        yield
    finally:
        seeder.unseed(neighbours)


def _timed(design: Design) -> tuple[float, int]:
    began = time.perf_counter()
    answered = design.ask()
    return time.perf_counter() - began, answered


def _rate(design: Design, seconds: Sequence[float]) -> int:
    return round(design.pairs / median(seconds))
