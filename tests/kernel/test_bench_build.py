"""The benchmark of builds: every builder makes the same lab, and what it times is told."""

import json
from pathlib import Path

import pytest

from designer.topology.checks import check
from designer.topology.problem import errors
from tests.kernel.inside import inside
from workers import engine
from workers.bench.build import BuildTimes, bench_build
from workers.bench.workloads import WORKLOADS, Workload, workload

PRINTED = json.dumps({"build_ms": 12.5, "nodes": 4, "destroy_ms": 3})


@pytest.mark.parametrize("kind", WORKLOADS)
def test_every_builder_takes_its_turn(run_dir: Path, kind: Workload) -> None:
    """Each has its times, the floor's ratio is one, and no lab is left."""

    def measure() -> tuple[BuildTimes, int]:
        times = bench_build(kind, 4, rounds=1, beside={"other": f"echo '{PRINTED}'"})
        return times, len(engine.list_labs())

    times, labs = inside(run_dir, measure)
    assert times.ratio("floor") == 1
    assert times.milliseconds["other"] == {"build": 12.5, "destroy": 3}
    ours = times.milliseconds["vethwork"]
    assert {"build", "observe", "apply_again", "destroy", "freed"} <= ours.keys()
    assert all(value >= 0 for value in ours.values())
    assert times.milliseconds["ip -batch"]["build"] > 0
    assert labs == 0
    assert json.loads(json.dumps(times.as_json()))["times_the_floor"]["floor"] == 1
    assert all(line for line in times.lines())


def test_who_fails_is_left_out_with_the_reason(run_dir: Path) -> None:
    """One program that cannot build the lab does not spoil the comparison of the others."""
    command = "sh -c 'echo no such thing >&2; exit 3'"
    times = inside(run_dir, lambda: bench_build("star", 2, rounds=1, beside={"bad": command}))
    assert times.left_out["bad"] == "bad: no such thing"
    assert "bad" not in times.milliseconds


@pytest.mark.parametrize("kind", WORKLOADS)
@pytest.mark.parametrize("size", [1, 2, 21, 70])
def test_workloads_are_sound_drawings(kind: Workload, size: int) -> None:
    """What we measure with could be anybody's drawing."""
    assert errors(check(workload(kind, size))) == []


def test_a_star_cannot_be_bigger_than_a_bridge() -> None:
    """The kernel's limit is told before the kernel tells it."""
    with pytest.raises(ValueError, match="at most 1023"):
        workload("star", 1024)


@pytest.mark.needs("vlan_filtering")
def test_vlans_are_compared_with_the_bridge_program(run_dir: Path) -> None:
    """There is a second floor, which leaves them to bridge -batch."""
    times = inside(run_dir, lambda: bench_build("campus", 4, vlans=True, rounds=1))
    assert times.ratio("floor") == 1
    assert times.ratio("vethwork", "floor, VLANs by bridge -batch") > 0
    assert "ip -batch" in times.milliseconds
    lines = list(times.lines())
    assert lines[0].startswith("campus of 4 with VLANs")
    assert any("times floor, VLANs by bridge -batch" in line for line in lines)


@pytest.mark.parametrize("kind", WORKLOADS)
def test_workloads_with_vlans_have_one_on_every_port(kind: Workload) -> None:
    """Those of one switch are in one VLAN, so that everybody still reaches everybody."""
    topology = workload(kind, 21, vlans=True)
    assert errors(check(topology)) == []
    for name, node in topology.nodes.items():
        if node.kind == "switch":
            ends = [end for link in topology.links for end in link.ends if end.node == name]
            assert len({node.interfaces[end.interface].vlan for end in ends} - {None}) == 1
