"""`test`: every step runs, and one that fails fails the whole."""

import sys

import pytest

from designer.launch import checks
from designer.launch.checks import Step

GOOD = Step("good", (sys.executable, "-c", "print('silence')"))
BAD = Step("bad", (sys.executable, "-c", "raise SystemExit('this is wrong')"))


def test_a_failed_step_fails_the_whole(capfd: pytest.CaptureFixture[str]) -> None:
    """The others run still; only what failed is quoted; pytest has the last word."""
    assert checks.main(["--version"], [BAD, GOOD]) == 1
    told = capfd.readouterr()
    assert told.err.index("bad") < told.err.index("this is wrong") < told.err.index("good")
    assert "silence" not in told.err
    assert told.out.splitlines()[-1].startswith("pytest ")


def test_tests_that_fail_fail_the_whole(capfd: pytest.CaptureFixture[str]) -> None:
    """Pytest's own status is handed on."""
    assert checks.main(["--no-such-option"], [GOOD]) == int(pytest.ExitCode.USAGE_ERROR)
    assert "--no-such-option" in capfd.readouterr().err


def test_fast_leaves_out_what_needs_the_stack(capfd: pytest.CaptureFixture[str]) -> None:
    """And the rest of the options are pytest's."""
    assert checks.main(["--fast", "--collect-only", "-q", "tests/launch"], []) == 0
    assert "test_checks.py::test_fast" in capfd.readouterr().out
