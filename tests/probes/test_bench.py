"""The matrix benchmark measures what it says."""

import json
import shutil

import pytest

from tests.probes.lab import Lab, star
from tests.probes.seeder import RawSeeder
from workers.bench.matrix import FORKED_PING, FPING, bench_matrix

pytestmark = pytest.mark.kernel


def test_all_designs_are_timed_and_none_loses_an_answer(lab: Lab) -> None:
    """A small star: every rate is there, and a forked ping for each pair is the slowest way."""
    names = star(lab, 8)
    times = bench_matrix(lab.sources(*names), lab.targets(*names), rounds=1, seeder=RawSeeder())
    installed = {FORKED_PING: shutil.which("ping"), FPING: shutil.which("fping")}
    assert set(times.pairs_per_s) == {"ping", "tcp", "udp"} | {
        n for n, at in installed.items() if at
    }
    assert not any(times.lost.values())
    assert (times.ratio(FORKED_PING) or 2) > 1
    assert json.loads(json.dumps(times.as_json()))["nodes"] == 8
    assert any("times fping" in line or "fping is not installed" in line for line in times.lines())
