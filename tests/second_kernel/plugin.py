"""Tests that say what they need of a kernel: `@pytest.mark.needs("vlan_filtering", "netem")`.

On a kernel that has it they are tests like any others. Those that need more than this one has are
run together in one boot of user-mode Linux, by this Python and this pytest, and what each of them
reports there is reported here as its own.
"""

import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import pytest

from designer.state.capability import CAPABILITIES
from tests.second_kernel import machine
from tests.second_kernel.here import capabilities

INSIDE = "VETHWORK_SECOND_KERNEL"
"""Set in there, to the file for reports."""

BOOT_LIMIT_S, TEST_LIMIT_S = 120.0, 60.0
"""On average: one alone may take what pytest allows it."""

REPORTS = "reports"
machine_key = pytest.StashKey["SecondKernel"]()


class SecondKernel:
    """What a session's tests report from there; it runs them while the others run here."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.reports: dict[tuple[str, str], pytest.TestReport] = {}
        self.ended: machine.Ended | None = None
        self._machine: machine.Machine | None = None
        self._limit_s = 0.0
        self._share = tempfile.TemporaryDirectory(prefix="vethwork-second-kernel-")

    def start(self, tests: Sequence[str]) -> None:
        """Boot it with these tests."""
        share = Path(self._share.name)
        (share / "tests").write_text("\n".join(tests))
        self._limit_s = BOOT_LIMIT_S + TEST_LIMIT_S * len(tests)
        self._machine = machine.Machine(share, self.config.rootpath, self._command(), _environ())

    def report(self, item: pytest.Item, when: str) -> pytest.TestReport | None:
        """Return what a test reported of one of its phases: it may not have got so far."""
        if self.ended is None and self._machine is not None:
            self.ended = self._machine.wait(self._limit_s)
            for line in _lines(Path(self._share.name) / REPORTS):
                self._take(json.loads(line))
        return self.reports.get((item.nodeid, when))

    def end(self) -> None:
        """Leave nothing of it, also where nobody waited for its reports."""
        if self._machine is not None and self.ended is None:
            self._machine.end()
        self._share.cleanup()

    def _take(self, data: dict[str, Any]) -> None:
        hook = self.config.hook
        report = hook.pytest_report_from_serializable(config=self.config, data=data)
        if isinstance(report.longrepr, list):  # JSON has no tuples
            report.longrepr = tuple(report.longrepr)
        self.reports[report.nodeid, report.when] = report

    def _command(self) -> list[str]:
        options = [f"--maxfail={self.config.getoption('maxfail') or 0}"]
        options.append(f"--tb={self.config.getoption('tbstyle')}")
        quiet = ["-q", "-p", "no:cacheprovider"]
        return [sys.executable, "-m", "pytest", *quiet, *options, "@/run/share/tests"]


def _lines(file: Path) -> list[str]:
    """Return the lines that were written to the end."""
    return file.read_text().split("\n")[:-1] if file.exists() else []


def _environ() -> dict[str, str]:
    given = {name: os.environ[name] for name in ("PATH", "LANG", "CI") if name in os.environ}
    return {
        **given,
        "HOME": "/tmp",  # noqa: S108 - the machine's own
        "HYPOTHESIS_STORAGE_DIRECTORY": "/tmp/hypothesis",  # noqa: S108 - the machine's own
        "PYTHONDONTWRITEBYTECODE": "1",
        INSIDE: f"/run/share/{REPORTS}",
    }


class Writer:
    """Inside, it writes each report down at once, for the next test may end it all."""

    def __init__(self, config: pytest.Config, file: Path) -> None:
        self.config = config
        self.file = file

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Append a line."""
        hook = self.config.hook
        data = hook.pytest_report_to_serializable(config=self.config, report=report)
        with self.file.open("a") as reports:
            reports.write(f"{json.dumps(data)}\n")


class Elsewhere(pytest.Item):
    """A test in place of which its reports from the second kernel are shown."""

    def __init__(self, *, original: pytest.Item, **given: Any) -> None:
        super().__init__(**given)
        self.original = original
        self.add_marker(pytest.mark.timeout(0))  # the first one waits for all

    def runtest(self) -> None:
        """Fail with all that is known, where the machine went down during this test."""
        second = self.config.stash[machine_key]
        if second.report(self, "call") is None:
            pytest.fail(f"no result came: {second.ended}", pytrace=False)

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        """Return where the test stands."""
        return self.original.reportinfo()


class Nowhere(Elsewhere):
    """A test whose kernel was not installed, where that must not go unnoticed."""

    def runtest(self) -> None:
        """Fail with the reason."""
        pytest.fail(_reason(self.original), pytrace=False)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put what this kernel cannot run where it can be run, and last, as that takes a while."""
    config.stash[machine_key] = SecondKernel(config)
    for place, item in enumerate(items):
        if needs(item) - _here(item):
            items[place] = _placed(item)
    items.sort(key=lambda item: isinstance(item, Elsewhere))


def pytest_runtestloop(session: pytest.Session) -> None:
    """Boot the second kernel before the first test, if there is work for it."""
    tests = [item.nodeid for item in session.items if type(item) is Elsewhere]
    if tests and not session.config.option.collectonly:
        session.config.stash[machine_key].start(tests)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing of it, however the session ended."""
    second = config.stash.get(machine_key, None)
    if second is not None:
        second.end()


def needs(item: pytest.Item) -> frozenset[str]:
    """Return the names of the capabilities that a test asks for."""
    names = frozenset(name for mark in item.iter_markers("needs") for name in mark.args)
    if unknown := names - CAPABILITIES.keys():
        raise pytest.UsageError(f"{item.nodeid} needs {', '.join(unknown)}: no such capability")
    return names


def _here(item: pytest.Item) -> frozenset[str]:
    return capabilities() if needs(item) else frozenset()


def _placed(item: pytest.Item) -> pytest.Item:
    if INSIDE not in os.environ:
        if machine.is_installed():
            return _instead(Elsewhere, item)
        if "CI" in os.environ:
            return _instead(Nowhere, item)
    item.add_marker(pytest.mark.skip(reason=_reason(item)))
    return item


def _instead(kind: type[Elsewhere], item: pytest.Item) -> pytest.Item:
    made = kind.from_parent(item.parent, name=item.name, original=item)
    return cast(pytest.Item, made)


def _reason(item: pytest.Item) -> str:
    lacking = ", ".join(sorted(needs(item) - capabilities()))
    if INSIDE in os.environ:
        return f"neither this host's kernel nor the second one can do: {lacking}"
    return f"this kernel lacks {lacking}: install {machine.PACKAGE} and kmod to test it in another"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> pytest.TestReport | None:
    """Give a test's report from there; what failed here comes first."""
    if type(item) is not Elsewhere or call.excinfo is not None:
        return None
    return item.config.stash[machine_key].report(item, call.when)


def pytest_configure(config: pytest.Config) -> None:
    """Have reports written down where we are inside."""
    if file := os.environ.get(INSIDE):
        config.pluginmanager.register(Writer(config, Path(file)))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say that there was a second kernel."""
    second = terminalreporter.config.stash.get(machine_key, None)
    if second and second.ended:
        tests = len({nodeid for nodeid, _ in second.reports})
        terminalreporter.line(f"{tests} tests were run in user-mode Linux")
