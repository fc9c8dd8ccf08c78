"""A cable that flaps: cut and mended while nobody else changes the lab, and whole at the end."""

import os
import signal
import time
from pathlib import Path

import pytest

from designer.gallery import GALLERY
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.topology.flap import Flap
from designer.topology.topology import Topology
from designer.topology.values import End
from tests.kernel.inside import inside
from workers import engine
from workers.errors import LabBusy, NoSuchCable, Unsettled
from workers.flap import flap_cable

ROUTERS = GALLERY["two-routers"].topology
WAN = End("r1", "wan")
QUICK = Flap(times=2, down_ms=20, up_ms=10)


def apply(topology: Topology) -> None:
    """Apply a drawing to the lab called lab."""
    engine.apply("lab", lower(topology), document=topology.to_json())


def seen() -> HostState:
    """Return what the kernel has of the lab."""
    return engine.observe_lab("lab").state


def with_cut(topology: Topology, number: int) -> Topology:
    """Return the drawing with a link cut."""
    links = list(topology.links)
    links[number] = links[number].model_copy(update={"cut": True})
    return topology.model_copy(update={"links": tuple(links)})


def test_a_cable_is_cut_and_mended_as_often_as_asked(run_dir: Path) -> None:
    """Routes go with the cable and come back, and the lab is as drawn in the end."""

    def work() -> tuple[list[HostState], list[str], str]:
        states, said = [], []

        def told(done: int, text: str) -> None:
            states.append(seen())
            said.append(f"{done} {text}")

        apply(ROUTERS)
        flap_cable("lab", WAN, QUICK, told=told)
        return [*states, seen()], said, engine.list_labs()[0].phase

    states, said, phase = inside(run_dir, work)
    cut, whole = lower(with_cut(ROUTERS, 3)), lower(ROUTERS)
    assert states == [cut, whole, cut, whole, whole]
    assert said[:2] == ["1 cut r1:wan -- r2:wan", "2 mend r1:wan -- r2:wan"]
    assert phase == "applied"
    assert len(whole.namespaces["r1"].routes) == 1
    assert not cut.namespaces["r1"].routes


def test_nobody_changes_the_lab_meanwhile(run_dir: Path) -> None:
    """Whoever tries hears who holds it."""

    def work() -> bool:
        apply(ROUTERS)
        child = os.fork()
        if child == 0:
            flap_cable("lab", WAN, Flap(times=1, down_ms=1500, up_ms=10))
            os._exit(0)
        time.sleep(0.7)
        try:
            engine.apply("lab", lower(ROUTERS), patience_s=0.1)
        except LabBusy:
            return True
        finally:
            os.waitpid(child, 0)
        return False

    assert inside(run_dir, work)


def test_one_that_is_killed_is_mended_by_the_next_apply(run_dir: Path) -> None:
    """The lab is known not to be as drawn, so it is looked at as a whole."""

    def work() -> tuple[HostState, str, HostState]:
        apply(ROUTERS)
        child = os.fork()
        if child == 0:
            die = lambda *_: os.kill(os.getpid(), signal.SIGKILL)  # noqa: E731
            flap_cable("lab", WAN, QUICK, told=die)
        os.waitpid(child, 0)
        between, phase = seen(), engine.list_labs()[0].phase
        with pytest.raises(Unsettled):
            flap_cable("lab", WAN, QUICK)
        document = ROUTERS.to_json()
        known = {document: lower(ROUTERS)}.get
        engine.apply("lab", lower(ROUTERS), document=document, known=known)
        return between, phase, seen()

    between, phase, after = inside(run_dir, work)
    assert between == lower(with_cut(ROUTERS, 3))
    assert phase == "applying"
    assert after == lower(ROUTERS)


def test_one_that_is_not_wanted_any_more_is_mended_at_once(run_dir: Path) -> None:
    """It ends in the middle of the first time."""

    def work() -> tuple[float, list[str], HostState]:
        apply(ROUTERS)
        said: list[str] = []
        began = time.monotonic()
        flap_cable(
            "lab",
            WAN,
            Flap(times=2, down_ms=5000, up_ms=5000),
            told=lambda _, text: said.append(text),
            cancelled=lambda: bool(said),
        )
        return time.monotonic() - began, said, seen()

    took_s, said, state = inside(run_dir, work)
    assert took_s < 4
    assert len(said) == 2
    assert state == lower(ROUTERS)


@pytest.mark.parametrize(
    ("topology", "end", "words"),
    [
        (ROUTERS, End("r1", "none"), "no cable ends at r1:none"),
        (with_cut(ROUTERS, 3), WAN, "the cable at r1:wan is cut"),
    ],
)
def test_what_is_no_cable_cannot_flap(
    run_dir: Path, topology: Topology, end: End, words: str
) -> None:
    """It is said, and nothing is done."""

    def work() -> str:
        apply(topology)
        try:
            flap_cable("lab", end, QUICK)
        except NoSuchCable as refusal:
            return str(refusal)
        return ""

    assert words in inside(run_dir, work)
