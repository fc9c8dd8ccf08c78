"""`test`: every step runs, and one that fails fails the whole."""

import os
import sys

import pytest

from designer.launch import both_parts, checks
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


PYTEST = """
import sys
mark = sys.argv[-1]
print("tests of", mark)
print("=== short test summary info ===")
print("FAILED a test of", mark)
print("=== 1 failed,", mark, "===")
sys.exit(1 if mark.startswith("not") else 0)
"""


@pytest.mark.skipif(not both_parts.can_be_apart(), reason="only root has two network namespaces")
def test_both_parts_are_shown_and_count(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Each once and whole; what failed in the longer one is said again at the end."""
    assert both_parts.run_both([sys.executable, "-c", PYTEST], dict(os.environ)) == 1
    told = capfdbinary.readouterr().out.decode()
    assert [told.count(f"tests of {mark}\n") for mark in both_parts_marks()] == [1, 1]
    assert told.endswith(
        "=== short test summary info ===\nFAILED a test of not (stack or browser)\n"
        "=== 1 failed, not (stack or browser) ===\n"
    )


def both_parts_marks() -> tuple[str, str]:
    """Return what each part is asked for."""
    return both_parts.WHOLE_PROGRAM, f"not ({both_parts.WHOLE_PROGRAM})"
