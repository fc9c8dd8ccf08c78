"""How fast labs are built and removed, beside the floor and beside other programs.

Ratios come from one run of all of them in turns, for a machine is never twice as fast.
"""

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any

from designer.plan.diff import diff
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.topology.yaml_text import dump_yaml
from workers.bench import bridge_batch, ours, replay
from workers.bench.bridge_batch import BridgeBatch
from workers.bench.builder import Builder, BuilderFailed, Job, Times
from workers.bench.command import Command
from workers.bench.ip_batch import IpBatch
from workers.bench.mininet import Mininet
from workers.bench.ours import Ours, WholeWay
from workers.bench.replay import Replay
from workers.bench.workloads import Workload, document, workload

BUILD, SLOW = "build", ("ip -batch", "Mininet")
"""Those take a minute for a thousand nodes: one round tells enough."""


@dataclass(frozen=True, slots=True)
class BuildTimes:
    """Medians in milliseconds, of each builder and step, over rounds in which all took turns."""

    topology: str
    size: int
    rounds: int
    cores: int
    milliseconds: Mapping[str, Times]
    left_out: Mapping[str, str]
    vlans: bool = False

    def ratio(self, builder: str, other: str = replay.NAME) -> float:
        """Return how many times another's time a builder takes, the floor's unless it is named."""
        return self.milliseconds[builder][BUILD] / self.milliseconds[other][BUILD]

    def as_json(self) -> dict[str, Any]:
        """Return everything as JSON takes it."""
        return asdict(self) | {
            "times_the_floor": {one: self.ratio(one) for one in self.milliseconds}
        }

    def lines(self) -> Iterator[str]:
        """Say it to a person."""
        what = f"{self.topology} of {self.size}" + (" with VLANs" if self.vlans else "")
        yield f"{what}, {self.cores} cores, medians of up to {self.rounds} rounds, in ms"
        for name, times in self.milliseconds.items():
            steps = ", ".join(f"{step} {value:.0f}" for step, value in times.items())
            yield f"{name}: {self.ratio(name):.2f} times the floor: {steps}"
        if bridge_batch.NAME in self.milliseconds and ours.NAME in self.milliseconds:
            ratio = self.ratio(ours.NAME, bridge_batch.NAME)
            yield f"{ours.NAME}: {ratio:.2f} times {bridge_batch.NAME}"
        for name, reason in self.left_out.items():
            yield f"{name}: {reason}"


def bench_build(
    kind: Workload,
    size: int,
    *,
    vlans: bool = False,
    rounds: int = 3,
    beside: Mapping[str, str] | None = None,
) -> BuildTimes:
    """Have every builder build and remove the same lab, in turns; `beside` adds commands.

    With VLANs there is a second floor: bridge(8) adds them to what the first one builds without.
    """
    job = make_job(kind, size, vlans=vlans)
    others = [Command(name, line) for name, line in (beside or {}).items()]
    floors: list[Builder] = [Replay(), BridgeBatch()] if vlans else [Replay()]
    builders = [*floors, Ours(), WholeWay(), *others, IpBatch(), Mininet()]
    left_out = {one.name: f"{what} is not installed" for one in builders if (what := one.missing())}
    times: defaultdict[str, list[Times]] = defaultdict(list)
    for turn in range(rounds):
        for builder in builders:
            if builder.name not in left_out and not (turn and builder.name in SLOW):
                try:
                    times[builder.name].append(builder.run(job))
                except BuilderFailed as failure:
                    left_out[builder.name] = str(failure)
    return BuildTimes(
        topology=kind,
        size=size,
        rounds=rounds,
        cores=len(os.sched_getaffinity(0)),
        milliseconds={name: _medians(ones) for name, ones in times.items() if ones},
        left_out=left_out,
        vlans=vlans,
    )


def make_job(kind: Workload, size: int, *, vlans: bool = False) -> Job:
    """Return what every builder is given."""
    topology = workload(kind, size, vlans=vlans)
    state = lower(topology)
    text = dump_yaml(document(kind, size, vlans=vlans))
    return Job(kind, size, topology, text, state, diff(state, HostState()))


def _medians(rounds: list[Times]) -> Times:
    return {step: round(median(one[step] for one in rounds), 1) for step in rounds[0]}
