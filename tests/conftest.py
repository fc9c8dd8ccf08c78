"""What holds for all tests."""

import os
import signal

import pytest
from hypothesis import settings

from designer.launch.checks import FAILED_STEPS
from tests.host_guard import host_stays_the_same

__all__ = ["host_stays_the_same"]

pytest_plugins = ["tests.second_kernel.plugin"]

settings.register_profile(
    "vethwork", deadline=None, max_examples=60, print_blob=True, derandomize=True
)
settings.register_profile("search", deadline=None, max_examples=1000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "vethwork"))


def pytest_sessionstart() -> None:
    """Have all that fixtures lend given back when the tests are asked to end.

    What a test forks ends as any process does.
    """
    ours = os.getpid()

    def end(number: int, _: object) -> None:
        if os.getpid() == ours:
            raise KeyboardInterrupt
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    signal.signal(signal.SIGTERM, end)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what failed before the tests, for the last lines are what people read."""
    if failed := os.environ.get(FAILED_STEPS):
        terminalreporter.section("checks before the tests", red=True)
        terminalreporter.line(f"failed: {failed}")
