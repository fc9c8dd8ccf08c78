"""Killed, stopped, run twice: the next apply is as good as the first one."""

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from designer.state.host_state import HostState
from tests.kernel.drawings import gallery, star, two_hosts
from tests.kernel.inside import inside
from tests.kernel.test_destroy import traces
from workers import engine
from workers.errors import LabBusy
from workers.sandbox import linux, slots
from workers.sandbox.holder import Holder, end_holder
from workers.sandbox.host import here
from workers.sandbox.lab import Lab
from workers.sandbox.process import process, stat_fields
from workers.sandbox.run_dir import RunDir

LONGEST_S = 10.0


def fork(work: Callable[[], object]) -> int:
    """Do it in a child process and return its number."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return child


def kill_in(
    work: Callable[[], object], delay_s: float, has_begun: Callable[[], bool] = lambda: True
) -> None:
    """Start it in a child process and kill that a while after it has begun."""
    child = fork(work)
    deadline = time.monotonic() + LONGEST_S
    while not has_begun() and time.monotonic() < deadline:
        time.sleep(0.0005)
    time.sleep(delay_s)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def wait_for_orphans(before: set[int]) -> set[int]:
    """Wait until no process is left that was not there before."""
    deadline = time.monotonic() + LONGEST_S
    while (left := ours() - before) and time.monotonic() < deadline:
        time.sleep(0.01)
    return left


def ours() -> set[int]:
    """Return the processes that come of this one, which becomes the parent of their orphans."""
    linux.prctl(linux.PR_SET_CHILD_SUBREAPER, 1)
    pids = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]
    living = {pid: fields for pid in pids if (fields := stat_fields(pid)) and fields[0] != "Z"}
    family = {os.getpid()}
    while more := {pid for pid, fields in living.items() if int(fields[1]) in family} - family:
        family |= more
    return family - {os.getpid()}


def time_of(work: Callable[[], object]) -> float:
    """Return how long it takes, in seconds."""
    start = time.monotonic()
    work()
    return time.monotonic() - start


def has_namespaces() -> bool:
    """Tell whether any namespace of the lab has been made."""
    return bool(engine.observe_lab("lab").state.namespaces)


@pytest.mark.slow
def test_kill_at_any_moment_of_an_apply(run_dir: Path) -> None:
    """After each of 50 kills a re-apply gives the same as a clean one, or a destroy nothing."""
    state = gallery("two-routers")
    chance = random.Random(20)  # noqa: S311 - moments, not secrets

    def kill_and_repair() -> tuple[int, int]:
        partial = 0
        before = ours()
        longest_s = time_of(lambda: engine.apply("lab", state))
        engine.destroy_lab("lab")
        for turn in range(50):
            # before its first namespace an apply may wait for the kernel to free the last lab
            begun = has_namespaces if turn % 3 else lambda: True
            kill_in(lambda: engine.apply("lab", state), chance.uniform(0, longest_s), begun)
            seen = engine.observe_lab("lab").state
            partial += seen not in (HostState(), state)
            # how long an apply takes changes with the machine's load: follow it
            longest_s *= 0.8 if seen == state else 1.2 if seen == HostState() else 1.0
            if turn % 2:
                engine.apply("lab", state)
                assert engine.observe_lab("lab").state == state, turn
            engine.destroy_lab("lab")
            assert traces() == [], turn
        return partial, len(wait_for_orphans(before))

    partial, orphans = inside(run_dir, kill_and_repair)
    assert partial > 5, "the kills came too early or too late to mean anything"
    assert orphans == 0


@pytest.mark.slow
def test_kill_at_any_moment_of_a_destroy(run_dir: Path) -> None:
    """A destroy that was killed is completed by the next one."""
    state = star(30)
    chance = random.Random(21)  # noqa: S311

    def kill_and_complete() -> None:
        engine.apply("lab", state)
        longest_s = time_of(lambda: engine.destroy_lab("lab"))
        for turn in range(20):
            engine.apply("lab", state)
            kill_in(lambda: engine.destroy_lab("lab"), chance.uniform(0, 2 * longest_s))
            engine.destroy_lab("lab")
            assert traces() == [], turn

    inside(run_dir, kill_and_complete)


def test_half_made_pins_are_repaired(run_dir: Path) -> None:
    """A pin that never was mounted, a name without pin and a pin without name do no harm."""

    def spoil_and_apply() -> tuple[HostState, list[str]]:
        engine.apply("lab", two_hosts())
        with _found("lab") as lab:
            numbers = sorted(lab.manifest.pins)
            pins = dict(lab.manifest.pins)
            del pins[numbers[0]]
            lab.write(lab.manifest.with_pins(pins))
            (lab.folder / slots.PINS / "77").touch()
            (lab.folder / slots.PINS / str(max(numbers) + 1)).touch()
        engine.apply("lab", two_hosts())
        observed = engine.observe_lab("lab").state
        with _found("lab") as lab:
            files = sorted(path.name for path in (lab.folder / slots.PINS).iterdir())
            assert files == sorted(str(number) for number in lab.manifest.pins)
        engine.destroy_lab("lab")
        return observed, traces()

    assert inside(run_dir, spoil_and_apply) == (two_hosts(), [])


def _found(key: str) -> Lab:
    lab = Lab.find(here(), key)
    assert lab is not None
    return lab


def test_a_slot_of_nobody_is_swept(run_dir: Path) -> None:
    """What a process killed between two steps leaves of a slot goes with the next change."""

    def leave_and_sweep() -> list[str]:
        for slot in (5, 6):
            (here().run_dir.labs / str(slot)).mkdir()
        engine.apply("lab", two_hosts())
        engine.destroy_lab("lab")
        return traces()

    assert inside(run_dir, leave_and_sweep) == []


def test_two_applies_at_once_are_one_after_the_other(run_dir: Path) -> None:
    """Both succeed, and the lab equals the drawing of one of them."""
    first, second = star(8), gallery("two-routers")

    def both() -> HostState:
        children = [
            fork(lambda state=state: engine.apply("lab", state)) for state in (first, second)
        ]  # type: ignore[misc]
        for child in children:
            assert os.waitpid(child, 0)[1] == 0
        return engine.observe_lab("lab").state

    assert inside(run_dir, both) in (first, second)


def test_different_labs_are_applied_at_once(run_dir: Path) -> None:
    """Each gets what was drawn for it."""

    def four() -> list[bool]:
        children = [fork(lambda n=n: engine.apply(f"lab{n}", star(n + 1))) for n in range(4)]  # type: ignore[misc]
        for child in children:
            os.waitpid(child, 0)
        return [engine.observe_lab(f"lab{n}").state == star(n + 1) for n in range(4)]

    assert inside(run_dir, four) == [True] * 4


def test_a_stopped_holder_of_the_lock_is_named(run_dir: Path) -> None:
    """Who waits in vain learns which process it is and how to let it go on."""

    def stop_and_ask() -> tuple[int, str, bool]:
        child = fork(lambda: _hold("lab"))
        time.sleep(0.2)
        os.kill(child, signal.SIGSTOP)
        try:
            engine.apply("lab", two_hosts(), patience_s=0.3)
        except LabBusy as busy:
            text, named = str(busy), busy.pid == child
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        engine.apply("lab", two_hosts(), patience_s=0.3)
        return child, text, named

    child, text, named = inside(run_dir, stop_and_ask)
    assert f"kill -CONT {child}" in text
    assert named


def _hold(key: str) -> None:
    with engine.lab_lock(key):
        time.sleep(LONGEST_S)


def test_a_running_holder_of_the_lock_is_waited_for(run_dir: Path) -> None:
    """An apply that finds the lab busy begins when the other is done."""

    def hold_and_apply() -> float:
        child = fork(lambda: _hold_shortly("lab"))
        time.sleep(0.1)
        start = time.monotonic()
        engine.apply("lab", two_hosts())
        os.waitpid(child, 0)
        return time.monotonic() - start

    assert inside(run_dir, hold_and_apply) > 0.2


def _hold_shortly(key: str) -> None:
    with engine.lab_lock(key):
        time.sleep(0.5)


def test_a_process_cannot_lock_a_lab_twice(run_dir: Path) -> None:
    """Where the kernel's locks would let a process pass its own, ours does not."""

    def twice() -> str:
        with engine.lab_lock("lab"):
            try:
                engine.apply("lab", two_hosts(), patience_s=0.1)
            except LabBusy as busy:
                return str(busy)
        raise AssertionError

    assert "this very process" in inside(run_dir, twice)


def test_helpers_die_with_their_parent(run_dir: Path) -> None:
    """A killed apply leaves no process that holds namespaces or the lock."""

    def kill_and_look() -> int:
        before = ours()
        for delay_ms in range(0, 60, 6):
            kill_in(lambda: engine.apply("lab", star(30)), delay_ms / 1000)
        left = wait_for_orphans(before)
        engine.destroy_lab("lab")
        return len(left)

    assert inside(run_dir, kill_and_look) == 0


def test_the_holder_outlives_its_starter(run_dir: Path) -> None:
    """Labs stay when the process that made them, and started the holder, is gone."""
    inside(run_dir, lambda: engine.apply("lab", two_hosts()) and None)
    assert inside(run_dir, lambda: engine.observe_lab("lab").state) == two_hosts()


def test_a_lab_without_its_holder_is_gone_and_can_be_made_again(run_dir: Path) -> None:
    """After the holder's end, as after a reboot, the same apply makes everything anew."""
    inside(run_dir, lambda: engine.apply("lab", two_hosts()) and None)
    end_holder(RunDir(run_dir))
    assert inside(run_dir, lambda: engine.observe_lab("lab").state) == HostState()
    made = inside(run_dir, lambda: engine.apply("lab", two_hosts()).observation.state)
    assert made == two_hosts()


def test_a_number_that_another_process_took_over_is_no_holder() -> None:
    """The start time tells the holder from a later process with its number."""
    me = process(os.getpid())
    assert me is not None
    assert me.is_alive()
    assert not Holder(me.pid, me.start_time - 1, "root").process.is_alive()
