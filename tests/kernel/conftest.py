"""A run directory for each test, and the host as a witness."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kernel.inside import inside
from workers import engine
from workers.sandbox.holder import end_holder, find_holder
from workers.sandbox.run_dir import RunDir

pytestmark = pytest.mark.kernel


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests here work on the real kernel."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.kernel)


@pytest.fixture
def run_dir() -> Iterator[Path]:
    """Give a folder that everybody may pass through, and end what lives by it."""
    with tempfile.TemporaryDirectory(prefix="vethwork-test-") as folder:
        path = Path(folder)
        path.chmod(0o755)
        yield path
        if find_holder(RunDir(path)) is not None:
            inside(path, _destroy_all)
        end_holder(RunDir(path))
        _wait_for_children()


def _destroy_all() -> None:
    for lab in engine.list_labs():
        engine.destroy_lab(lab.key)


def _wait_for_children() -> None:
    """Leave no zombie: a holder is the child of whoever started it."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass
