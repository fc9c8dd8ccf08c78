"""Tests that need another kernel end as if they had run here."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.second_kernel import machine, sample
from tests.second_kernel.here import capabilities
from tests.second_kernel.plugin import INSIDE

CHECKOUT = Path(__file__).resolve().parents[2]
ENV = shutil.which("env") or "env"  # found here, for some tests take the paths away
SAMPLE = Path(sample.__file__).relative_to(CHECKOUT)
LACKING = {"vlan_filtering", "netem"} - capabilities()

booted = pytest.mark.skipif(
    not (LACKING and machine.is_installed()),
    reason="this kernel has it all, or there is no second one",
)


def command(*arguments: str) -> list[str]:
    """Return how pytest is called on tests of the sample; names are chosen by `-k`.

    Whoever runs these tests in the background has it ignore Ctrl-C, which a program inherits.
    """
    return [
        *(ENV, "--default-signal=INT"),
        sys.executable,
        "-m",
        "pytest",
        "-rs",
        "-p",
        "no:cacheprovider",
        str(SAMPLE),
        *arguments,
    ]


def run(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run tests of the sample, outside of any CI."""
    given = {name: value for name, value in os.environ.items() if name not in {"CI", INSIDE}}
    return subprocess.run(
        command(*arguments),
        cwd=CHECKOUT,
        env={**given, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def ends(file: Path) -> dict[str, str]:
    """Return how each test ended, by its name."""
    found = {}
    for case in ET.parse(file).getroot().iter("testcase"):  # noqa: S314 - pytest's own
        kinds = {child.tag: child.get("message") or "" for child in case}
        found[case.get("name", "")] = " ".join(f"{tag}: {text}" for tag, text in kinds.items())
    return found


@booted
@pytest.mark.slow
def test_every_end_of_a_test_is_told_as_its_own(tmp_path: Path) -> None:
    """Passed, failed with its text, skipped, expected to fail, broken before it began."""
    xml = tmp_path / "ends.xml"
    chosen = "not goes_down and not waits"
    done = run("-k", chosen, f"--junitxml={xml}")
    found = ends(xml)
    assert {name for name, end in found.items() if not end} == {
        "test_needs_nothing",
        *(f"test_passes[{word}]" for word in ("plain", "a::b", "with space", "\\xfcmlaut")),
    }
    assert "== ['drawn', 'observed']" in found["test_fails"]
    assert found["test_skips"] == "skipped: for a good reason"
    assert found["test_is_expected_to_fail"] == "skipped: known"
    assert "the fixture is broken" in found["test_cannot_begin"]
    assert found["test_needs_all"].endswith("can do: wireguard")
    assert "9 tests were run in user-mode Linux" in done.stdout
    assert done.returncode == 1


@booted
@pytest.mark.slow
def test_a_test_that_takes_the_machine_down_fails() -> None:
    """With what was to be read on the way; those before it keep their results."""
    done = run("-k", "plain or goes_down")
    assert "1 failed, 1 passed" in done.stdout
    assert "went down on the way" in done.stdout
    assert "System halted" in done.stdout


@booted
@pytest.mark.slow
def test_an_interrupt_leaves_no_machine() -> None:
    """Not one of its processes."""
    with subprocess.Popen(command("-k", "waits"), cwd=CHECKOUT, stdout=subprocess.PIPE) as pytest_:
        deadline = time.monotonic() + 60
        while not (found := machines_of(pytest_.pid)):
            assert time.monotonic() < deadline
            time.sleep(0.1)
        interrupt(pytest_)
    assert [one for one in processes() if one[1] in found or one[0] in found] == []


def interrupt(process: "subprocess.Popen[bytes]") -> None:
    """Press Ctrl-C, and again where the first one fell between two steps, as a person does."""
    while process.poll() is None:
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=20)


def machines_of(parent: int) -> set[int]:
    """Return the process group of the machine that a process has started."""
    return {pid for pid, _, ppid, name in stats() if ppid == parent and name == machine.PROGRAM}


def processes() -> list[tuple[int, int]]:
    """Return pid and process group of everything that lives."""
    return [(pid, group) for pid, group, _, _ in stats()]


def stats() -> list[tuple[int, int, int, str]]:
    """Return pid, process group, parent and name of everything that lives (proc(5))."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                text = (folder / "stat").read_text()
            except OSError:  # it ended meanwhile
                continue
            name, rest = text[text.index("(") + 1 :].rsplit(")", 1)
            state, ppid, group = rest.split()[:3]
            if state != "Z":
                found.append((int(folder.name), int(group), int(ppid), name))
    return found


WITHOUT = "/usr/sbin:/sbin"
"""A PATH on which user-mode Linux is not found."""

lacking = pytest.mark.skipif(not LACKING, reason="this kernel has it all")


@lacking
def test_without_a_second_kernel_a_test_is_skipped_with_a_reason() -> None:
    """It names what is missing and what to install."""
    done = run("-k", "plain", PATH=WITHOUT)
    assert "1 skipped" in done.stdout
    assert f"this kernel lacks {', '.join(sorted(LACKING))}: install user-mode-linux" in done.stdout


@lacking
def test_in_ci_a_test_that_no_kernel_can_run_fails() -> None:
    """Nothing is left out where nobody looks."""
    done = run("-k", "plain", PATH=WITHOUT, CI="true")
    assert "1 failed" in done.stdout
    assert "install user-mode-linux" in done.stdout


def test_a_capability_that_nobody_knows_is_refused() -> None:
    """A misspelt name would never be tested."""
    done = run("-k", "unknown", "--collect-only", VETHWORK_SAMPLE_UNKNOWN="1")
    assert "needs vlan_filtring: no such capability" in done.stderr + done.stdout
