"""A destroyed lab leaves nothing behind, at once for its user and soon for the kernel."""

import os
import subprocess
import time
from pathlib import Path

from tests.kernel.drawings import gallery, star, two_hosts
from tests.kernel.inside import inside
from workers import engine
from workers.kernel.reaper import MOST_NODES, MOST_PORTIONS, MOST_SWITCHES, Pace, divide
from workers.kernel.sentinel import Sentinels
from workers.sandbox.host import here
from workers.sandbox.process import Process, process
from workers.sandbox.standing import in_thread, standing_in

PATIENCE_S = 20.0


def traces() -> list[str]:
    """Return what is left of labs in the run directory's file system."""
    labs = here().run_dir.labs
    mounts = [
        line.split()[4]
        for line in Path("/proc/self/mountinfo").read_text().splitlines()
        if line.split()[4].startswith(f"{labs}/")
    ]
    files = [str(path) for path in labs.rglob("*") if path.name not in {"by-key", "generations"}]
    return mounts + files


def test_nothing_is_left(run_dir: Path) -> None:
    """No mount, no file, no lab in the list."""

    def make_and_destroy() -> tuple[list[str], list[str], int]:
        for name in ("two-hosts-one-bridge", "home-network"):
            engine.apply(name, gallery(name))
        made = traces()
        for name in ("two-hosts-one-bridge", "home-network"):
            assert engine.destroy_lab(name)
        return made, traces(), len(engine.list_labs())

    made, left, labs = inside(run_dir, make_and_destroy)
    assert made
    assert left == []
    assert labs == 0


def test_the_kernel_frees_every_namespace(run_dir: Path) -> None:
    """Cables into each namespace of the lab vanish, for nothing keeps any of them."""

    def wait_for_all() -> bool:
        engine.apply("lab", star(2 * MOST_NODES + 5))
        with Sentinels() as sentinels:
            with engine.namespace_fds("lab") as handles:
                for handle in handles.values():
                    sentinels.post(handle)
            engine.destroy_lab("lab")
            return sentinels.wait(PATIENCE_S)

    assert inside(run_dir, lambda: in_thread(wait_for_all))


def test_processes_in_the_lab_are_ended(run_dir: Path) -> None:
    """Somebody's command, and what it has started, goes with the lab and with no other."""

    def start_and_destroy() -> tuple[bool, bool]:
        engine.apply("lab", two_hosts())
        engine.apply("other", two_hosts())
        ours, theirs = (_sleeper(lab) for lab in ("lab", "other"))
        assert ours.is_alive()
        engine.destroy_lab("lab")
        time.sleep(0.05)
        alive = ours.is_alive(), theirs.is_alive()
        engine.destroy_lab("other")
        return alive

    assert inside(run_dir, start_and_destroy) == (False, True)


def _sleeper(lab: str) -> Process:
    """Start a process in a lab's node whose parent is not ours."""
    with engine.namespace_fds(lab) as handles:
        command = ["sh", "-c", "sleep 100 >/dev/null 2>&1 & echo $!"]
        said = standing_in(
            handles["netns1"],
            lambda: subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout,
        )
    found = process(int(said))
    assert found is not None
    return found


def test_a_process_that_holds_a_namespace_open_delays_only_that(run_dir: Path) -> None:
    """The lab is gone for its user even if a stranger keeps one of its namespaces."""

    def keep_and_destroy() -> tuple[list[str], bool]:
        engine.apply("lab", two_hosts())
        with engine.namespace_fds("lab") as handles:
            kept = os.dup(handles["netns1"])
        engine.destroy_lab("lab")
        again = engine.apply("lab", two_hosts()).plan
        os.close(kept)
        left = traces()
        engine.destroy_lab("lab")
        return left, bool(again)

    left, again = inside(run_dir, keep_and_destroy)
    assert left
    assert again


def test_portions_are_even_and_whole() -> None:
    """Nothing is forgotten, and no portion is bigger than it may be."""
    nodes, switches = list(range(1000)), list(range(1000, 1050))
    portions = divide(nodes, switches)
    assert sorted(handle for portion in portions for handle in portion) == list(range(1050))
    assert max(sum(handle < 1000 for handle in portion) for portion in portions) <= MOST_NODES
    assert max(sum(handle >= 1000 for handle in portion) for portion in portions) <= MOST_SWITCHES


def test_a_switch_goes_after_the_nodes_around_it() -> None:
    """A switch that went first would take all its cables along in one portion."""
    nodes = list(range(10 * MOST_NODES))
    assert divide(nodes, [-1])[-1][-1] == -1
    assert len(divide(nodes, [-1])) == 10


def test_more_goes_at_a_time_while_nobody_is_at_work() -> None:
    """And one portion again as soon as somebody has begun since."""
    pace = Pace()
    counts = [pace.next(began) for began in (1, 1, 1, 1, 1, 2, 2, 3)]
    assert counts == [1, 2, 3, MOST_PORTIONS, MOST_PORTIONS, 1, 2, 1]


def test_a_lab_of_nothing_is_divided_into_nothing() -> None:
    """There is one portion, and it is empty."""
    assert divide([], []) == [[]]
