"""A matrix that is bigger than what may be open at once."""

import json
import subprocess
import sys

import pytest

from designer.topology.outcome import Outcome
from tests.probes.asking import PROBES
from workers.probes.matrix import _parts

FEW_FILES = """
import json, resource, sys
from tests.probes.asking import ask_all
from tests.probes.lab import Lab, star

with Lab() as lab:
    names = star(lab, 20)
    if sys.argv[2] == "dead":
        lab.nft("h0", "input drop")
        lab.nft("h1", "input drop")
    resource.setrlimit(resource.RLIMIT_NOFILE, (140, 140))
    result = ask_all(lab, names, names, sys.argv[1], timeout_ms=200)
    print(json.dumps({outcome.name: count for outcome, count in result.counts().items()}))
"""


def counts_with_few_files(probe: str, state: str) -> dict[str, int]:
    """Run a matrix of 20 in a process that may open some fifty files more."""
    done = subprocess.run(
        [sys.executable, "-c", FEW_FILES, probe, state], capture_output=True, text=True, check=True
    )
    counts: dict[str, int] = json.loads(done.stdout)
    return counts


@pytest.mark.kernel
@pytest.mark.parametrize("probe", PROBES)
def test_a_matrix_bigger_than_the_limit_is_done_in_parts(probe: str) -> None:
    """Everybody is reached, though not all sockets can be open together."""
    assert counts_with_few_files(probe, "alive") == {"REACHED": 400}


@pytest.mark.kernel
@pytest.mark.parametrize("probe", PROBES)
def test_silent_pairs_make_way_when_files_run_out(probe: str) -> None:
    """Two hosts are deaf to everybody, themselves among them, and hear no answer."""
    counts = counts_with_few_files(probe, "dead")
    assert counts == {"REACHED": 18 * 18, "TIMED_OUT": 400 - 18 * 18}


def test_parts_together_are_the_whole() -> None:
    """No pair is lost, none is asked twice, and no part is bigger than it may be."""
    asked = {source: [t for t in range(11) if (source + t) % 3] for source in range(7)}
    parts = list(_parts(asked, 4))
    pairs = [(s, t) for part in parts for s, targets in part.items() for t in targets]
    assert sorted(pairs) == sorted((s, t) for s, targets in asked.items() for t in targets)
    assert len(pairs) == len(set(pairs))
    assert max(len(part) for part in parts) <= 4
    assert max(len(set().union(*part.values())) for part in parts) <= 4


def test_every_outcome_has_a_reason() -> None:
    """A person who looks at a cell is told what it means."""
    assert all(outcome.reason for outcome in Outcome)
