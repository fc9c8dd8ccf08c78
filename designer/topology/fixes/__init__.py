"""Quick fixes: what can be done about a problem at the press of a button.

A fix is offered only if a check of the drawing with it finds the problem gone and nothing new.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from pydantic import ValidationError

from designer.topology.checks import Limits, check
from designer.topology.checks.facts import Facts, find_facts
from designer.topology.fixes.edit import Edit, Fix, apply_edits
from designer.topology.fixes.fixers import FIXERS, Fixer
from designer.topology.fixes.place import Place
from designer.topology.problem import Problem
from designer.topology.topology import Topology
from designer.topology.wires import TooManyFrames

__all__ = ["FIXERS", "Edit", "Fix", "Fixes", "apply_edits"]

FIXES_MAX = 6
"""More buttons at one problem are a riddle of their own."""


class Fixes:
    """What can be done about the problems of one drawing, which is looked at once for all."""

    def __init__(self, topology: Topology, limits: Limits | None = None) -> None:
        self._values = topology.plain()
        self._limits = limits
        self.problems = check(topology, limits)
        self._codes = Counter(one.code for one in self.problems)
        self._facts = _facts(topology)

    def of(self, problem: Problem) -> tuple[Fix, ...]:
        """Return the fixes that do away with a problem of the drawing."""
        if self._facts is None or problem not in self.problems:
            return ()
        place = Place(self._facts, problem)
        proposed = chain.from_iterable(
            _proposed(fixer, place) for fixer in FIXERS.get(problem.code, ())
        )
        helping = (one for one in proposed if self._helps(problem, one.edits))
        return tuple({one.title: one for one in islice(helping, FIXES_MAX)}.values())

    def _helps(self, problem: Problem, edits: Iterable[Edit]) -> bool:
        """Tell whether the problem is gone, and no kind of problem is there more often."""
        try:
            changed = Topology.model_validate(apply_edits(self._values, edits))
        except (ValidationError, LookupError):
            return False
        after = check(changed, self._limits)
        counts = Counter(one.code for one in after)
        is_gone = counts[problem.code] < self._codes[problem.code]
        is_gone &= all((one.code, one.message) != (problem.code, problem.message) for one in after)
        return is_gone and all(counts[code] <= self._codes[code] for code in counts)


def _facts(topology: Topology) -> Facts | None:
    try:
        return find_facts(topology)
    except TooManyFrames:
        return None


def _proposed(fixer: Fixer, place: Place) -> Iterator[Fix]:
    """Yield what a fixer has to propose; what it looks for need not be there."""
    try:
        yield from fixer(place)
    except LookupError:
        return
