"""An installation of our own for tests of the command line: it ends with the test."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from workers.sandbox.holder import end_holder
from workers.sandbox.run_dir import RunDir

CHECKOUT = Path(__file__).parents[1]
PROGRAM = (sys.executable, "-m", "designer.launch.program")


@dataclass(frozen=True)
class Vethwork:
    """The program, with a run directory of its own; files are named from `folder`."""

    folder: Path

    def __call__(
        self, *arguments: str, text: str | None = None, environ: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run one command to its end."""
        return subprocess.run(
            [*PROGRAM, *arguments],
            cwd=self.folder,
            env={**os.environ, **self.environ, **(environ or {})},
            input=text if text is not None else "",
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def environ(self) -> dict[str, str]:
        """What makes it an installation of its own."""
        return {"VETHWORK_RUN_DIR": str(self.folder / "run"), "PYTHONPATH": str(CHECKOUT)}

    def write(self, name: str, text: str) -> str:
        """Write a file and return its name."""
        (self.folder / name).write_text(text)
        return name


@contextmanager
def own_installation() -> Iterator[Vethwork]:
    """Lend an installation in a folder that everybody may pass; whatever runs ends with it."""
    with tempfile.TemporaryDirectory(prefix="vethwork-test-") as folder:
        Path(folder).chmod(0o755)
        vethwork = Vethwork(Path(folder))
        try:
            yield vethwork
        finally:
            if (vethwork.folder / "run").exists():
                vethwork("destroy", "--all")
                end_holder(RunDir(vethwork.folder / "run"))


@pytest.fixture
def vethwork() -> Iterator[Vethwork]:
    """Lend an installation of its own to a test."""
    with own_installation() as installation:
        yield installation
