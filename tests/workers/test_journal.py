"""What has been done with a lab, on disk: it survives who wrote it."""

import multiprocessing
from pathlib import Path

import pytest

from workers.errors import LabBusy
from workers.journal import REMEMBERED, Journal

LAB = "2f1d7c52-8f2c-4a40-9d3c-3b1a4a1c7a55"
RUN = "f7b1ad3c-41cf-4c56-8a9a-0b0b3fbcd3ad"


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """Give an empty journal."""
    (tmp_path / "labs").mkdir()
    journal = Journal(tmp_path)
    journal.make()
    return journal


def test_nothing_is_known_of_a_new_lab(journal: Journal) -> None:
    """A lab that was never heard of has no past, and what needs nothing need not wait."""
    past = journal.read(LAB)
    assert (past.changed, past.is_done(1), past.is_done(0)) == (0, False, True)


def test_what_was_noted_is_known(journal: Journal) -> None:
    """Requests may end in any order; a change never becomes older."""
    journal.note_change(LAB, 3)
    journal.note_change(LAB, 2)
    journal.note_done(LAB, 3)
    journal.note_done(LAB, 1)
    past = journal.read(LAB)
    assert past.changed == 3
    assert [past.is_done(generation) for generation in (1, 2, 3, 4)] == [True, False, True, False]


def test_old_requests_stay_done_without_a_list_of_them(journal: Journal) -> None:
    """The file does not grow for ever, and forgets nothing that was done."""
    for generation in range(1, REMEMBERED + 50):
        journal.note_done(LAB, generation)
    past = journal.read(LAB)
    assert len(past.done) == REMEMBERED
    assert all(past.is_done(generation) for generation in range(1, REMEMBERED + 50))


def test_lab_names_do_not_reach_the_file_system(journal: Journal, tmp_path: Path) -> None:
    """Whatever a lab is called, its file is where the others are."""
    journal.note_done("../../../etc/passwd", 1)
    assert journal.read("../../../etc/passwd").is_done(1)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {file.parent for file in files} == {tmp_path / "labs" / "runs"}


def note_all(journal: Journal, first: int) -> None:
    """Note every second request from one on."""
    for generation in range(first, 60, 2):
        journal.note_done(LAB, generation)


def test_two_processes_write_one_journal(journal: Journal) -> None:
    """Notes of processes that write at the same time are all kept."""
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=note_all, args=(journal, first)) for first in (1, 2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    past = journal.read(LAB)
    assert all(past.is_done(generation) for generation in range(1, 60))


def test_run_is_done_by_one_process_at_a_time(journal: Journal) -> None:
    """A second copy waits a little for the first, and then leaves it the run."""

    def try_it(refused: "multiprocessing.Queue[bool]") -> None:
        try:
            with journal.alone(RUN, patience_s=0.1):
                refused.put(False)
        except LabBusy:
            refused.put(True)

    context = multiprocessing.get_context("fork")
    refused: multiprocessing.Queue[bool] = context.Queue()
    with journal.alone(RUN, patience_s=1):
        other = context.Process(target=try_it, args=(refused,))
        other.start()
        assert refused.get(timeout=10)
        other.join()
    with journal.alone(RUN, patience_s=1):
        pass
