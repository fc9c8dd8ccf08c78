"""A run's events in few bytes, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.messages import (
    Cells,
    Finished,
    LinkStates,
    MatrixStarted,
    NodeStates,
    Note,
    Progress,
    RunEvent,
    Started,
    Target,
)
from designer.record import fold, read_record, unfold
from designer.transport.names import CELLS_PER_EVENT

LAB = "2f1d7c52-8f2c-4a40-9d3c-3b1a4a1c7a55"
START = Started(seq=1, at=1.0, kind="matrix", lab=LAB)


def axes(sources: int, targets: int, probes: int) -> MatrixStarted:
    """Return the axes of a matrix of that size."""
    return MatrixStarted(
        seq=2,
        at=1.0,
        sources=tuple(f"h{number}" for number in range(sources)),
        targets=tuple(Target(node="", interface="", address="") for _ in range(targets)),
        probes=tuple(f"tcp/{port}" for port in range(1, probes + 1)),
    )


def numbered(*events: RunEvent) -> list[RunEvent]:
    """Return the events with the numbers of their order."""
    return [event.model_copy(update={"seq": seq}) for seq, event in enumerate(events, start=1)]


def cells_of(events: list[RunEvent]) -> dict[tuple[int, ...], tuple[int, ...]]:
    """Return what is known of each cell in the end."""
    known = {}
    for event in events:
        if isinstance(event, Cells):
            flat = event.cells
            for at in range(0, len(flat), 5):
                known[flat[at : at + 3]] = flat[at + 3 : at + 5]
    return known


Size = tuple[int, int, int]

results = st.tuples(st.integers(1, 8), st.integers(-1, 2**31 - 1))


@given(
    st.tuples(st.integers(1, 6), st.integers(1, 6), st.integers(1, 3)).flatmap(
        lambda size: st.tuples(
            st.just(size),
            st.dictionaries(
                st.tuples(*(st.integers(0, length - 1) for length in size)), results, max_size=40
            ),
        )
    )
)
def test_cells_survive(case: tuple[Size, dict[tuple[int, ...], tuple[int, int]]]) -> None:
    """Every cell of a matrix comes back with its outcome and its time, and no other."""
    size, known = case
    cells = [Cells(seq=0, at=1.0, cells=(*place, *result)) for place, result in known.items()]
    record = fold(numbered(START, axes(*size), *cells))
    again = read_record(record.to_json(), record.cells)
    assert cells_of(list(unfold(again, 0))) == known


def test_large_matrix_comes_back_in_pieces() -> None:
    """No message is larger than those that the worker sent."""
    full = tuple(
        number for place in range(5000) for number in (place // 100, place % 100, 0, 1, place)
    )
    record = fold(numbered(START, axes(50, 100, 1), Cells(seq=0, at=1.0, cells=full)))
    pieces = [event for event in unfold(record, 0) if isinstance(event, Cells)]
    assert max(len(piece.cells) for piece in pieces) <= CELLS_PER_EVENT * 5
    assert sum((piece.cells for piece in pieces), ()) == full


def test_only_the_last_of_what_replaces_itself_is_kept() -> None:
    """Steps of progress and older states are not worth keeping; notes are."""
    steps = [Progress(seq=0, at=1.0, done=done, total=9, text="") for done in range(9)]
    states = [NodeStates(seq=0, at=1.0, states={"h1": state}) for state in ("absent", "up")]
    notes = [Note(seq=0, at=1.0, text=text) for text in ("one", "two")]
    record = fold(numbered(START, *notes, *steps, *states, LinkStates(seq=0, at=1.0, states={})))
    assert [event.type for event in record.events] == [
        "started",
        "note",
        "note",
        "progress",
        "node_states",
        "link_states",
    ]
    assert record.last_seq == 15


def test_crashed_attempt_is_forgotten() -> None:
    """What a worker found before it died is not mixed with what the next one finds."""
    first = Cells(seq=0, at=1.0, cells=(0, 0, 0, 5, -1))
    again = START.model_copy(update={"attempt": 2})
    record = fold(numbered(START, axes(1, 1, 1), first, again, axes(1, 1, 1)))
    assert record.events[0] == again.model_copy(update={"seq": 4})
    assert cells_of(list(unfold(record, 0))) == {}


def test_cells_outside_of_the_matrix_are_left_out() -> None:
    """An index that does not belong there changes no other cell."""
    wild = (0, 2, 0, 1, 7, -1, 0, 0, 1, 7, 9, 9, 9, 1, 7, 0, 0, 5, 1, 7)
    record = fold(numbered(START, axes(2, 2, 1), Cells(seq=0, at=1.0, cells=wild)))
    assert cells_of(list(unfold(record, 0))) == {}


@pytest.mark.parametrize("after", [0, 1, 2])
def test_reader_goes_on_where_they_were(after: int) -> None:
    """Numbers go on after the last one seen, without a gap, and end with `finished`."""
    end = Finished(seq=0, at=2.0, status="succeeded", summary="done")
    record = fold(numbered(START, axes(1, 1, 1), end))
    events = list(unfold(record, after))
    assert [event.seq for event in events] == list(range(after + 1, after + 1 + len(events)))
    assert events[-1].type == "finished"


def test_who_saw_the_end_gets_nothing() -> None:
    """After the last event there is nothing more."""
    end = Finished(seq=0, at=2.0, status="succeeded", summary="done")
    record = fold(numbered(START, end))
    assert list(unfold(record, 2)) == []
