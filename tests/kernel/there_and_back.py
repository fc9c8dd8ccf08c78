"""A lab that is changed while it runs, and changed back."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from designer.state.host_state import HostState
from tests.kernel.inside import inside
from workers import engine


def any_two(states: Mapping[str, HostState]) -> pytest.MarkDecorator:
    """Give a test each pair of the states as `before` and `after`, under their names."""
    steps = [(one, other) for one in states for other in states if one < other]
    values = [(states[one], states[other]) for one, other in steps]
    return pytest.mark.parametrize(("before", "after"), values, ids=map(" to ".join, steps))


def assert_there_and_back(run_dir: Path, before: HostState, after: HostState) -> None:
    """Fail unless the kernel equals each of the two in turn, and a second apply does nothing."""

    def change() -> list[HostState]:
        states = []
        for state in (before, after, before):
            engine.apply("lab", state)
            assert engine.apply("lab", state).plan == ()
            states.append(engine.observe_lab("lab").state)
        return states

    assert inside(run_dir, change) == [before, after, before]
