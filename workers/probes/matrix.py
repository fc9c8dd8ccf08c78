"""The connectivity matrix: every source asks every target, and answers stream while they come."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from itertools import product

from designer.topology.expectation import Probe
from workers.garbage import no_collection
from workers.probes import ping, tcp, udp
from workers.probes.assignment import Assignment
from workers.probes.descriptors import free_descriptors
from workers.probes.endpoints import Source, Target
from workers.probes.neighbours import Seeder, check_room, neighbours_of
from workers.probes.scoreboard import MatrixResult, Scoreboard

SHARES = 4  # of the descriptors: askers, listeners, and twice those that wait
CELLS_A_BATCH = 4096
BATCH_INTERVAL_S = 0.05
MS_A_SECOND = 1000

PublishCells = Callable[[Sequence[int]], None]
Pairs = Iterable[tuple[int, int]]

ENGINES: Mapping[str, Callable[[Assignment], None]] = {
    "ping": ping.probe,
    "tcp": tcp.probe,
    "udp": udp.probe,
}


def run_matrix(  # noqa: PLR0913 (each is a choice of the caller's)
    sources: Sequence[Source],
    targets: Sequence[Target],
    probes: Sequence[Probe],
    publish_cells: PublishCells,
    *,
    timeout_ms: int = 1000,
    pairs: Pairs | None = None,
    listen: bool = True,
    seeder: Seeder | None = None,
    neighbour_limit: int | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> MatrixResult:
    """Ask every source about every target, or the pairs given as (source, target) indexes.

    `publish_cells` and `cancelled` are called in the caller's thread; the probing has a thread of
    its own. Without a seeder, `neighbour_limit` is the kernel's gc_thresh3.
    """
    if seeder is None and neighbour_limit is not None:
        check_room(sources, targets, neighbour_limit)
    asked = _asked(len(sources), len(targets), pairs)
    board = Scoreboard(len(sources), len(targets), len(probes))

    def assign(number: int, part: Mapping[int, Sequence[int]]) -> Assignment:
        port, timeout_s = probes[number].port, timeout_ms / MS_A_SECOND
        return Assignment(sources, targets, part, number, port, listen, timeout_s, board)

    def probe_all() -> None:
        for number, probe in enumerate(probes):
            for part in _parts(asked, max(1, free_descriptors() // SHARES)):
                if not board.stopped.is_set():
                    ENGINES[probe.protocol](assign(number, part))

    with _seeded(seeder, sources, targets):
        _run_beside(probe_all, board, publish_cells, cancelled)
    return MatrixResult(
        sources=len(sources),
        targets=len(targets),
        probes=len(probes),
        outcomes=bytes(board.outcomes),
        rtts_us=board.rtts_us,
        cancelled=board.stopped.is_set(),
    )


def _asked(sources: int, targets: int, pairs: Pairs | None) -> dict[int, list[int]]:
    """Return for each source whom it asks, nobody twice; a node asks itself as well."""
    if pairs is None:
        return {source: list(range(targets)) for source in range(sources)}
    asked: dict[int, list[int]] = {}
    for source, target in dict.fromkeys(pairs):
        asked.setdefault(source, []).append(target)
    return asked


def _parts(asked: Mapping[int, Sequence[int]], size: int) -> Iterator[dict[int, list[int]]]:
    """Cut what is asked so that no part has more sources or more targets than that."""
    everybody = sorted(set().union(*asked.values()))
    for source_low, target_low in product(
        range(0, len(asked), size), range(0, len(everybody), size)
    ):
        part = set(everybody[target_low : target_low + size])
        yield {
            source: mine
            for source in list(asked)[source_low : source_low + size]
            if (mine := [target for target in asked[source] if target in part])
        }


@contextmanager
def _seeded(
    seeder: Seeder | None, sources: Sequence[Source], targets: Sequence[Target]
) -> Iterator[None]:
    with no_collection():
        neighbours = neighbours_of(sources, targets) if seeder else []
    if not seeder or not neighbours:
        yield
        return
    try:
        seeder.seed(neighbours)
        yield
    finally:
        seeder.unseed(neighbours)


def _run_beside(
    work: Callable[[], None],
    board: Scoreboard,
    publish_cells: PublishCells,
    cancelled: Callable[[], bool],
) -> None:
    """Do the work in a thread that ends with it, for it does not come back from namespaces."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="probes") as executor:
        probing = executor.submit(work)
        try:
            while not wait([probing], timeout=BATCH_INTERVAL_S).done:
                if cells := board.take(CELLS_A_BATCH):
                    publish_cells(cells)
                if cancelled():
                    board.stopped.set()
            while cells := board.take(CELLS_A_BATCH):
                publish_cells(cells)
        except BaseException:
            board.stopped.set()
            raise
    probing.result()
