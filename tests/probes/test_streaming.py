"""Results while they come, and a matrix that is stopped."""

import os
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from designer.topology.expectation import parse_probe
from designer.topology.outcome import Outcome
from tests.probes.asking import PROBES, ask_all
from tests.probes.lab import Lab, pair, star
from workers.probes.endpoints import Source
from workers.probes.matrix import CELLS_A_BATCH, run_matrix
from workers.probes.scoreboard import FIELDS_A_CELL, MatrixResult

pytestmark = pytest.mark.kernel


def cells_of(result: MatrixResult) -> set[tuple[int, ...]]:
    """Return all cells of a result the way they are published."""
    return {
        (s, t, p, result.outcome(s, t, p), result.rtt_us(s, t, p))
        for p in range(result.probes)
        for s in range(result.sources)
        for t in range(result.targets)
    }


def cut(cells: Sequence[int]) -> list[tuple[int, ...]]:
    """Cut a batch into cells."""
    return [tuple(cells[low : low + 5]) for low in range(0, len(cells), 5)]


def test_every_cell_is_published_once_as_it_ends_up(lab: Lab) -> None:
    """The batches together are the result, in the caller's thread, none too big."""
    names = star(lab, 40)
    batches: list[Sequence[int]] = []
    threads = set()

    def publish(cells: Sequence[int]) -> None:
        batches.append(cells)
        threads.add(threading.current_thread())

    result = ask_all(lab, names, names, publish_cells=publish)
    published = [cell for batch in batches for cell in cut(batch)]
    assert len(published) == 40 * 40 * len(PROBES)
    assert set(published) == cells_of(result)
    assert threads == {threading.current_thread()}
    assert max(map(len, batches)) <= CELLS_A_BATCH * FIELDS_A_CELL


def test_answers_are_published_before_the_silent_ones_are_given_up(lab: Lab) -> None:
    """What is known is not held back by what is waited for."""
    names = star(lab, 3)
    lab.nft("h1", "input drop")
    seen: list[tuple[float, list[tuple[int, ...]]]] = []
    began = time.monotonic()
    ask_all(
        lab,
        names,
        names,
        "ping",
        timeout_ms=1000,
        publish_cells=lambda cells: seen.append((time.monotonic() - began, cut(cells))),
    )
    first_s, first = seen[0]
    assert first_s < seen[-1][0] - 0.5
    assert {cell[3] for cell in first} == {Outcome.REACHED}
    assert len([cell for _, cells in seen for cell in cells]) == 9


def test_only_the_pairs_asked_for_are_asked(lab: Lab) -> None:
    """The other cells stay pending and are not published."""
    names = star(lab, 3)
    batches: list[int] = []
    result = ask_all(
        lab, names, names, "ping", pairs=[(0, 1), (2, 0), (0, 1)], publish_cells=batches.extend
    )
    assert {cell[:2] for cell in cut(batches)} == {(0, 1), (2, 0)}
    assert result.counts() == {Outcome.PENDING: 7, Outcome.REACHED: 2}


@pytest.mark.parametrize("probe", PROBES)
def test_a_cancelled_matrix_ends_soon(lab: Lab, probe: str) -> None:
    """What is not known by then stays pending."""
    pair(lab, 4)
    lab.nft("b", "input drop")
    began = time.monotonic()
    result = ask_all(lab, ["a"], ["b"], probe, timeout_ms=10_000, cancelled=lambda: True)
    assert time.monotonic() - began < 3
    assert result.cancelled
    assert result.outcome(0, 0) == Outcome.PENDING


def open_files() -> int:
    """Count this process's descriptors."""
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.mark.parametrize("probe", PROBES)
def test_nothing_stays_open(lab: Lab, probe: str) -> None:
    """Sockets, threads and the caller's namespace are as before, with dead and live pairs."""
    names = star(lab, 5)
    lab.nft("h1", "input drop")
    files, threads = open_files(), threading.active_count()
    home = Path("/proc/thread-self/ns/net").readlink()
    ask_all(lab, names, names, probe, timeout_ms=200)
    assert open_files() == files
    assert threading.active_count() == threads
    assert Path("/proc/thread-self/ns/net").readlink() == home


@pytest.mark.parametrize("probe", PROBES)
def test_a_caller_that_cannot_publish_stops_the_matrix(lab: Lab, probe: str) -> None:
    """Its error comes out, soon, and nothing stays open."""
    names = star(lab, 3)
    lab.nft("h1", "input drop")
    files, began = open_files(), time.monotonic()

    def publish(_: Sequence[int]) -> None:
        raise ConnectionError

    with pytest.raises(ConnectionError):
        ask_all(lab, names, names, probe, timeout_ms=10_000, publish_cells=publish)
    assert time.monotonic() - began < 5
    assert open_files() == files


@pytest.mark.parametrize("probe", PROBES)
def test_a_source_without_a_namespace_ends_the_matrix(lab: Lab, probe: str) -> None:
    """The kernel's refusal comes out of the call, and nothing stays open."""
    pair(lab, 4)
    files = open_files()
    with Path(os.devnull).open() as no_namespace, pytest.raises(OSError, match="namespace"):
        run_matrix(
            [*lab.sources("a"), Source("c", no_namespace.fileno())],
            lab.targets("b"),
            [parse_probe(probe)],
            lambda _: None,
        )
    assert open_files() == files
