"""`test`: every step runs, and one that fails fails the whole."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from designer.launch import checks, parts
from designer.launch.checks import Step
from designer.launch.layout import CHECKOUT

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
name = sys.argv[-1]
print("tests of", name)
print("=== short test summary info ===")
print("FAILED a test of", name)
print("=== 1 failed,", name, "===")
sys.exit(name == "b")
"""

apart = pytest.mark.skipif(
    not parts.can_be_apart(), reason="only root has network namespaces so easily"
)


@apart
def test_all_parts_are_shown_and_count(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Each once and whole; what failed in any is said again at the end."""
    letters = [parts.Part(("a",)), parts.Part(("b",), is_apart=False), parts.Part(("c",))]
    assert parts.run_parts([sys.executable, "-c", PYTEST], dict(os.environ), letters) == 1
    told = capfdbinary.readouterr().out.decode()
    assert [told.count(f"tests of {letter}\n") for letter in "abc"] == [1, 1, 1]
    assert told.endswith(
        "".join(
            "=== short test summary info ===\n"
            f"FAILED a test of {letter}\n=== 1 failed, {letter} ===\n"
            for letter in "abc"
        )
    )


@apart
def test_every_test_is_in_one_part() -> None:
    """The folders that are parts of their own are left out of the others, and exist."""
    for folder in parts.TOPOLOGY + parts.SHORT:
        assert (CHECKOUT / folder).is_dir()
        assert [folder in part.chosen for part in parts.PARTS].count(True) == 1
        assert [f"--ignore={folder}" in part.chosen for part in parts.PARTS].count(True) == 1


RESISTING = """
import pathlib, sys, time

import pytest

@pytest.fixture
def lent():
    yield
    pathlib.Path(sys.argv[-1]).write_text("given back")

def test_that_waits(lent):
    print("begun", flush=True)
    time.sleep(600)
"""


def test_what_is_lent_is_given_back_where_tests_are_ended(tmp_path: Path) -> None:
    """A program that a fixture started ends also when its pytest is asked to."""
    file, mark = tmp_path / "test_waits.py", tmp_path / "mark"
    file.write_text(RESISTING.replace("sys.argv[-1]", repr(str(mark))))
    command = [sys.executable, "-m", "pytest", "-sq", "-p", "no:cacheprovider"]
    command += [f"--rootdir={CHECKOUT}", f"--config-file={CHECKOUT}/pyproject.toml"]
    with subprocess.Popen(
        [*command, "-p", "tests.conftest", str(file)], cwd=CHECKOUT, stdout=subprocess.PIPE
    ) as tests:
        assert tests.stdout is not None
        while b"begun" not in tests.stdout.readline():
            assert tests.poll() is None
        tests.send_signal(signal.SIGTERM)
        tests.stdout.read()
    assert mark.read_text() == "given back"
