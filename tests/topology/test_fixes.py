"""Quick fixes: each does away with its problem and makes no new one."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings

import designer
from designer.topology.checks import check
from designer.topology.document import read_text
from designer.topology.fixes import FIXERS, Fix, Fixes, apply_edits
from designer.topology.problem import Problem
from designer.topology.topology import Topology
from tests.strategies.drawings import topologies
from tests.topology.broken_drawings import BROKEN, WITHOUT_FIX

_CODE = re.compile(
    r'Problem\(\s*"([a-z0-9-]+)"|return "([a-z]+(?:-[a-z]+)+)"|else "([a-z]+-[a-z]+)"'
)


def every_code() -> set[str]:
    """Return the codes of all problems that the program can tell of, read from its source."""
    sources = Path(designer.__file__).parent.rglob("*.py")
    return {
        code
        for source in sources
        if source.parts[-2] in {"topology", "checks", "state", "shared"}
        for match in _CODE.finditer(source.read_text())
        for code in match.groups()
        if code
    }


def drawn(text: str) -> Topology:
    """Return a drawing whose values are sound."""
    topology = read_text(text).topology
    assert topology is not None, read_text(text).problems
    return topology


def problems_after(topology: Topology, fix: Fix) -> list[Problem]:
    """Return what is wrong with a drawing once a fix is made."""
    return check(Topology.model_validate(apply_edits(topology.plain(), fix.edits)))


def test_every_kind_of_problem_has_a_fix_or_a_reason_to_have_none() -> None:
    """A new kind of problem has to be entered in one of the two tables."""
    assert set(FIXERS) == set(BROKEN)
    assert every_code() == set(FIXERS) | set(WITHOUT_FIX)
    assert not set(FIXERS) & set(WITHOUT_FIX)


@pytest.mark.parametrize("code", sorted(BROKEN))
def test_a_fix_does_away_with_its_problem(code: str) -> None:
    """The best comes first, and whichever is pressed, less is wrong than before."""
    text, title = BROKEN[code]
    topology = drawn(text)
    fixes = Fixes(topology)
    mine = [one for one in fixes.problems if one.code == code]
    offered = [fix for one in mine for fix in fixes.of(one)]
    assert offered
    assert offered[0].title == title
    for fix in offered:
        after = problems_after(topology, fix)
        assert Counter(one.code for one in after)[code] < len(mine), fix
        assert not Counter(one.code for one in after) - Counter(
            one.code for one in fixes.problems
        ), fix


@settings(max_examples=60, deadline=None)
@given(topologies)
def test_no_fix_makes_anything_worse(topology: Topology) -> None:
    """Whatever is drawn: a fix that is offered leaves fewer problems, and none of another kind."""
    fixes = Fixes(topology)
    before = Counter(one.code for one in fixes.problems)
    for problem in fixes.problems[:12]:
        for fix in fixes.of(problem):
            found = problems_after(topology, fix)
            after = Counter(one.code for one in found)
            assert after[problem.code] < before[problem.code], (problem, fix)
            assert not after - before, (problem, fix)


def test_a_problem_of_another_drawing_has_no_fix() -> None:
    """What a browser asks for may be long gone."""
    fixes = Fixes(drawn(BROKEN["loose-end"][0]))
    assert fixes.of(Problem("loose-end", "links/7", "gone")) == ()
