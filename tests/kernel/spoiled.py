"""What somebody typed by hand into a node of a lab that runs, and an apply that puts it right."""

from pathlib import Path

from designer.state.host_state import HostState
from tests.kernel.inside import inside
from tests.kernel.scratch import shell
from workers import engine
from workers.sandbox.standing import standing_in


def assert_put_right(run_dir: Path, state: HostState, node: str, commands: str) -> None:
    """Fail unless the commands are seen to change the lab, and an apply takes it back."""

    def spoil_and_apply() -> tuple[bool, HostState]:
        engine.apply("lab", state)
        with engine.namespace_fds("lab") as handles:
            standing_in(handles[node], lambda: shell(commands))
        spoiled = engine.observe_lab("lab").state != state
        engine.apply("lab", state)
        return spoiled, engine.observe_lab("lab").state

    assert inside(run_dir, spoil_and_apply) == (True, state)
