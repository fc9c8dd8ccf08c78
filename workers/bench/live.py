"""How fast one edit of a big lab that runs is: from the new document to the verified kernel.

Beside it, in turns: the same netlink messages alone, prepared beforehand; and applying the whole
lab again.
"""

import os
import resource
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from statistics import median, quantiles
from typing import Any, cast
from uuid import uuid4

from designer.plan.operations import Operation, Plan
from designer.plan.touched import namespaces_of
from designer.state.host_state import HostState
from designer.topology.checks import check
from workers import engine
from workers.bench.builder import Stopwatch
from workers.bench.workloads import WORKLOADS, Workload
from workers.kernel.indexes import Indexes
from workers.kernel.lab_observation import observe
from workers.kernel.outbox import Outbox
from workers.kernel.request import Request, Writer
from workers.kernel.sockets import Sockets
from workers.reading import Reading, Readings
from workers.sandbox.host import here
from workers.sandbox.lab import Lab

READ, CHECK, EDIT, OWN = "read", "check", "edit", "own time"
MESSAGES, AGAIN = "messages", "whole lab again"
PERCENT_95 = 94

Values = dict[str, Any]
Change = Callable[[Values], Values]


@dataclass(frozen=True, slots=True)
class EditTimes:
    """One kind of edit, in milliseconds: medians, of the edit also the 95th of 100.

    `not_kernel` is the share of the edit's time in which our own program ran.
    """

    read_ms: float
    check_ms: float
    p50_ms: float
    p95_ms: float
    messages_ms: float
    not_kernel: float

    @property
    def times_the_messages(self) -> float:
        """Return how many times the time of its messages alone an edit takes."""
        return self.p50_ms / self.messages_ms


@dataclass(frozen=True, slots=True)
class LiveTimes:
    """Every kind of edit, and the whole lab applied again with nothing to do."""

    topology: str
    size: int
    rounds: int
    cores: int
    edits: Mapping[str, EditTimes]
    again_ms: float

    def as_json(self) -> dict[str, Any]:
        """Return everything as JSON takes it."""
        ratios = {
            name: {
                "times_the_messages": one.times_the_messages,
                "whole_lab_takes_times": self.again_ms / one.p50_ms,
            }
            for name, one in self.edits.items()
        }
        return asdict(self) | {"ratios": ratios}

    def lines(self) -> Iterator[str]:
        """Say it to a person."""
        yield f"{self.topology} of {self.size}, {self.cores} cores, {self.rounds} rounds, in ms"
        for name, one in self.edits.items():
            yield (
                f"{name:<12} p50 {one.p50_ms:.1f}, p95 {one.p95_ms:.1f}:"
                f" {one.times_the_messages:.1f} times its messages ({one.messages_ms:.1f}),"
                f" {one.not_kernel:.0%} not the kernel's;"
                f" before that read {one.read_ms:.1f}, check {one.check_ms:.1f}"
            )
        fastest = min(one.p50_ms for one in self.edits.values())
        yield f"the whole lab again: {self.again_ms:.0f}, {self.again_ms / fastest:.0f} times"


def bench_live(kind: Workload, size: int, *, rounds: int) -> LiveTimes:
    """Make a lab, change it many times, and remove it."""
    bench = _Bench(WORKLOADS[kind](size))
    try:
        with bench.watch.timing(AGAIN):
            bench.apply_whole()
        again = []
        for _ in range(3):
            with bench.watch.timing(AGAIN):
                bench.apply_whole()
            again.append(bench.watch.times[AGAIN])
        changes = dict(_changes(bench.values))
        edits = {name: bench.measure(change, rounds) for name, change in changes.items()}
    finally:
        engine.destroy_lab(bench.lab)
    cores = len(os.sched_getaffinity(0))
    return LiveTimes(kind, size, rounds, cores, edits, median(again))


def _changes(values: Values) -> Iterator[tuple[str, Change]]:
    """Yield edits of the last link and of the end that is a host or a router."""
    ends = values["links"][-1]["ends"]
    end = next(one for one in ends if values["nodes"][one.split(":")[0]]["kind"] != "switch")
    said = values["nodes"][end.split(":")[0]]["interfaces"][end.split(":")[1]]
    more = [*said["addresses"], "198.51.100.1/24"]
    yield "MTU", lambda values: _with_interface(values, end, {"mtu": 1400})
    yield "down", lambda values: _with_interface(values, end, {"up": False})
    yield "address", lambda values: _with_interface(values, end, {"addresses": more})
    yield "link", lambda values: _without_last_link(values, end)


def _without_last_link(values: Values, end: str) -> Values:
    """Take the routes along, which would lead nowhere."""
    name = end.split(":", maxsplit=1)[0]
    node = {key: said for key, said in values["nodes"][name].items() if key != "routes"}
    return {**values, "links": values["links"][:-1], "nodes": {**values["nodes"], name: node}}


def _with_interface(values: Values, end: str, said: Values) -> Values:
    name, interface = end.split(":")
    node = values["nodes"][name]
    changed = {**node["interfaces"], interface: {**node["interfaces"][interface], **said}}
    return {**values, "nodes": {**values["nodes"], name: {**node, "interfaces": changed}}}


class _Bench:
    """One lab, its document, and a stopwatch."""

    def __init__(self, values: Values) -> None:
        self.values = values
        self.lab = str(uuid4())
        self.watch = Stopwatch()
        self._readings = Readings(host_namespace=here().allows_host_namespace)
        self._reading = self._readings.read(self.lab, values)

    def apply_whole(self) -> None:
        """Apply the first document as if nothing were known of the lab."""
        engine.apply(self.lab, self._reading.state, document=self._reading.text)
        self._readings.remember(self.lab, self._reading)

    def measure(self, change: Change, rounds: int) -> EditTimes:
        """Change and undo, by an edit and by the messages alone, in turns."""
        times: defaultdict[str, list[float]] = defaultdict(list)
        changed = change(self.values)
        self.edit(changed)
        self.edit(self.values)
        for _ in range(rounds):
            plans = []
            for values in (changed, self.values):
                plans.append(self.edit(values))
                for step in (READ, CHECK, EDIT, OWN):
                    times[step].append(self.watch.times[step])
            times[MESSAGES].append(self._send_alone(plans[0]))
            self._take_back(changed)
        return EditTimes(
            read_ms=median(times[READ]),
            check_ms=median(times[CHECK]),
            p50_ms=median(times[EDIT]),
            p95_ms=quantiles(times[EDIT], n=100)[PERCENT_95],
            messages_ms=median(times[MESSAGES]),
            not_kernel=sum(times[OWN]) / sum(times[EDIT]),
        )

    def edit(self, values: Values) -> Plan:
        """Do what a live run does: read, check; and then lower, look, change, look, write."""
        with self.watch.timing(READ):
            reading = self._readings.read(self.lab, values)
        with self.watch.timing(CHECK):
            check(reading.topology)
        began_s = _user_s()
        with self.watch.timing(EDIT):
            plan = engine.apply(
                self.lab, reading.state, document=reading.text, known=self._known
            ).plan
        self.watch.times[OWN] = (_user_s() - began_s) * 1e3
        self._readings.remember(self.lab, reading)
        return plan

    def _known(self, document: str) -> HostState | None:
        return self._readings.state_of(self.lab, document)

    def _send_alone(self, plan: Plan) -> float:
        with engine.lab_lock(self.lab):
            lab = Lab.find(here(), self.lab, namespaces_of(plan))
            assert lab is not None  # noqa: S101 - it runs
            with lab, Sockets() as sockets:
                seen = observe(lab, sockets)
                highest = max(seen.highest_index, lab.manifest.highest_index)
                writer = Writer(Indexes(seen.indexes, highest), lab.namespaces)
                box: Outbox[Operation] = Outbox()
                for operation in plan:
                    writer.write(box, cast(Request, operation))
                with self.watch.timing(MESSAGES):
                    refused = list(box.send(sockets))
                assert not refused  # noqa: S101 - else the times mean nothing
        return self.watch.times[MESSAGES]

    def _take_back(self, values: Values) -> None:
        """Undo what the messages alone have done, of which the lab's document knows nothing."""
        done = Reading(values, self._reading, host_namespace=here().allows_host_namespace)
        engine.apply(
            self.lab, self._reading.state, document=self._reading.text, known=lambda _: done.state
        )


def _user_s() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime
