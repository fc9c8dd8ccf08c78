"""The life of every noun on the real kernel: applied, probed, changed, undone, destroyed."""

from pathlib import Path

import pytest

from designer.exporters import EXPORTERS
from designer.plan.diff import diff
from designer.state.capability import CAPABILITIES, PROGRAMS
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.state.needs import needs
from designer.topology.checks import check
from designer.topology.problem import errors
from designer.topology.topology import Topology
from tests.empty_host import empty_host, without_loopback
from tests.kernel.inside import inside
from tests.nouns.every_noun import NOUNS
from tests.nouns.nouns import Noun
from workers import engine
from workers.capabilities import find_program
from workers.matrix import MatrixOrder, probe_lab
from workers.verdicts import judge

pytestmark = pytest.mark.kernel

LAB = "noun"


def _parameter(noun: Noun) -> object:
    needed = {one.capability for lab in (noun.before(), noun.after()) for one in needs(lab)}
    marks = pytest.mark.needs(*sorted(needed & CAPABILITIES.keys()))
    absent = sorted(name for name in needed & PROGRAMS.keys() if find_program(name) is None)
    skip = pytest.mark.skipif(bool(absent), reason=f"not installed: {', '.join(absent)}")
    return pytest.param(noun, marks=[marks, skip], id=noun.name.replace(" ", "-"))


EVERY_NOUN = [_parameter(noun) for noun in NOUNS]
IN_SHELL = [_parameter(noun) for noun in NOUNS if noun.in_shell]


@pytest.mark.parametrize("noun", EVERY_NOUN)
def test_applied_probed_changed_undone_destroyed(run_dir: Path, noun: Noun) -> None:
    """At each step the kernel has what is drawn, and in the end nothing of it."""
    assert errors(check(noun.before())) == []
    missed, states, left = inside(run_dir, lambda: _live(noun))
    assert missed == []
    for wanted, found in zip((noun.before(), noun.after(), noun.before()), states, strict=True):
        assert diff(lower(wanted), found) == ()
    assert states[2] == states[0]
    assert left == ()


def _live(noun: Noun) -> tuple[list[str], list[HostState], tuple[object, ...]]:
    before, after = noun.before(), noun.after()
    states = []
    try:
        states.append(_applied(before))
        missed = _missed(before)
        states.append(_applied(after))
        states.append(_applied(before))
    finally:
        engine.destroy_lab(LAB)
    return missed, states, engine.list_labs()


def _applied(topology: Topology) -> HostState:
    engine.apply(LAB, lower(topology))
    seen = engine.observe_lab(LAB)
    assert seen.unsettled == {}
    return seen.state


def _missed(topology: Topology) -> list[str]:
    """Return the reasons of the expectations that are not met."""
    if not topology.expect:
        return []
    matrix = probe_lab(LAB, topology, MatrixOrder())
    verdicts = judge(topology, matrix.axes, matrix.result, matrix.observed)
    return [verdict.reason for verdict in verdicts if not verdict.met]


@pytest.mark.parametrize("noun", IN_SHELL)
def test_script_makes_the_same(noun: Noun) -> None:
    """What the exported script builds is what apply would have built."""
    topology = noun.before()
    desired = lower(topology, host_namespace=True)
    with empty_host() as host:
        text = EXPORTERS["shell"].export(topology).text
        if "wg set " in text and find_program("wg") is None:
            pytest.skip("not installed: wg")
        done = host.run(text)
        assert (done.returncode, done.stderr) == (0, ""), text
        assert diff(desired, without_loopback(host.observe(desired))) == ()
