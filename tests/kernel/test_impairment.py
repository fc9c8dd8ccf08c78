"""Impaired links, on a kernel that has netem: what is set is seen equal, and felt."""

import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from designer.plan.diff import diff
from designer.plan.shell import commands
from designer.state.host_state import HostState
from designer.state.impairment import Netem, lower_impairment
from designer.state.interface import InterfaceId
from designer.state.lower import lower
from designer.topology.impairment import Impairment
from designer.topology.topology import Topology
from tests.kernel.inside import inside
from tests.kernel.nodes import say
from tests.kernel.scratch import in_scratch, shell
from tests.strategies import sound_impairments
from workers import engine
from workers.kernel.impairment_dump import egresses
from workers.kernel.sockets import open_route_socket

pytestmark = pytest.mark.needs("netem")

A, B = InterfaceId("a", "e"), InterfaceId("b", "e")


def drawing(**link: object) -> Topology:
    """Return two hosts on a cable that is like this."""
    ends = {"ends": ["a:e", "b:e"], **link}
    return Topology.model_validate({"nodes": {"a": {}, "b": {}}, "links": [ends]})


def impaired(**values: object) -> HostState:
    """Return the state of two hosts on a cable that does this to packets, both ways."""
    return lower(drawing(impairment=values))


def round_trip_ms(lab: str, count: int = 3) -> float:
    """Return how long a ping takes from a to b, the quickest of some."""
    status, text = say(lab, "a", f"ping -nqc{count} -i0.2 -W5 10.0.1.2")
    assert status == 0, text
    return float(text.rpartition(" = ")[2].split("/")[0])


def test_delay_is_felt_and_goes_again(run_dir: Path) -> None:
    """Both ways count; without it a packet takes no time, and nothing is left in the kernel."""

    def work() -> tuple[list[float], list[HostState]]:
        took, seen = [], []
        for state in (impaired(), impaired(delay_ms=30), impaired()):
            engine.apply("lab", state)
            took.append(round_trip_ms("lab"))
            seen.append(engine.observe_lab("lab").state)
        return took, seen

    took, seen = inside(run_dir, work)
    assert 60 <= took[1] < 90
    assert max(took[0], took[2]) < 20
    assert seen == [impaired(), impaired(delay_ms=30), impaired()]


def test_each_direction_has_its_own(run_dir: Path) -> None:
    """The way there stands at the first end of the link, the way back at the second."""
    state = lower(drawing(impairment={"delay_ms": 40}, impairment_back={}))

    def work() -> float:
        engine.apply("lab", state)
        return round_trip_ms("lab")

    assert 40 <= inside(run_dir, work) < 70
    here, there = state.interface(A), state.interface(B)
    assert here is not None
    assert here.egress == replace(Netem(), delay_ns=40_000_000, limit_packets=34334)
    assert there is not None
    assert there.egress is None


def test_changing_one_value_keeps_or_ends_the_others_as_drawn(run_dir: Path) -> None:
    """Whatever was set before, the kernel has exactly what is drawn now, after one operation."""
    everything = {
        "delay_ms": 1.3,
        "jitter_ms": 0.5,
        "loss_percent": 1,
        "duplicate_percent": 0.1,
        "reorder_percent": 33.3,
        "corrupt_percent": 0.05,
        "rate_kbit": 40_000_000,
        "queue_packets": 77,
    }
    changes = (everything, {**everything, "loss_percent": 2}, {"delay_ms": 2}, {"rate_kbit": 64})

    def work() -> list[tuple[int, bool]]:
        found = []
        for values in changes:
            applied = engine.apply("lab", impaired(**values))
            same = engine.observe_lab("lab").state == impaired(**values)
            found.append((len(applied.plan), same))
        return found

    assert inside(run_dir, work)[1:] == [(2, True)] * 3


def test_full_loss_blocks_one_direction_only(run_dir: Path) -> None:
    """Nothing comes back, though the other way is whole."""
    state = lower(drawing(impairment={"loss_percent": 100}, impairment_back={}))

    def work() -> tuple[int, int]:
        engine.apply("lab", state)
        status, _ = say("lab", "a", "ping -nqc1 -W1 10.0.1.2")
        received = say("lab", "b", "awk '/ e:/ {print $3}' /proc/net/dev")[1]
        return status, int(received)

    assert inside(run_dir, work) == (1, 0)


def test_a_rate_limits_a_transfer(run_dir: Path) -> None:
    """A quarter of a megabyte at 4 Mbit/s takes half a second."""
    listen = "timeout 20 nc -l -p 5000 -q0 > /dev/null & sleep 0.5"
    send = "head -c 250000 /dev/zero | timeout 20 nc -q0 10.0.1.2 5000"

    def work() -> float:
        engine.apply("lab", impaired(rate_kbit=4000))
        assert say("lab", "b", f"({listen})")[0] == 0
        began = time.monotonic()
        status, text = say("lab", "a", send)
        assert status == 0, text
        return time.monotonic() - began

    assert 0.4 < inside(run_dir, work) < 3


@settings(max_examples=25, phases=[Phase.reuse, Phase.generate], deadline=None)
@given(sound_impairments(), sound_impairments())
def test_tc_sets_what_we_set(first: Impairment, second: Impairment) -> None:
    """Whatever is drawn, and drawn afterwards, tc(8) makes the state that lowering says."""
    plain = lower(drawing())
    states = [plain, *(lower(drawing(impairment=one)) for one in (first, second)), plain]

    def look() -> list[object]:
        found: list[object] = []
        for before, wanted in pairwise(states):
            plan = [one for one in diff(wanted, before) if one.namespace == "a"]
            lines = [line for one in plan for line in commands(replace(one, namespace="@host"))]
            shell("\n".join(lines))
            with open_route_socket() as netlink:
                found.append(next(iter(egresses(netlink).values()), None))
        return found

    setup = "ip link add e type veth peer name f; ip link set e up"
    assert in_scratch(setup, look) == [lower_impairment(first), lower_impairment(second), None]
