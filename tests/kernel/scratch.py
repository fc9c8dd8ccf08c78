"""A namespace for one test, in a process of its own."""

import subprocess
from collections.abc import Callable
from typing import TypeVar

from tests.kernel.inside import in_child
from workers.sandbox import linux

Result = TypeVar("Result")


def in_scratch(commands: str, work: Callable[[], Result]) -> Result:
    """Call in a child process that stands in a new namespace where shell commands were run."""

    def run_and_work() -> Result:
        linux.unshare(linux.CLONE_NEWNET)
        shell(commands)
        return work()

    return in_child(run_and_work)


def shell(commands: str) -> str:
    """Run shell commands, which must all succeed, and return what they say."""
    done = subprocess.run(
        ["sh", "-ec", commands], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, f"{commands}: {done.stderr}"
    return done.stdout
