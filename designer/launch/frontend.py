"""The browser's part: built from frontend/ whenever its sources changed."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from designer.launch import installer
from designer.launch.console import say
from designer.launch.layout import ENVIRONMENT, FRONTEND, REQUIREMENTS

OLDEST_NODE = (20, 19)
BUILT = FRONTEND / "dist"
MADE = {"node_modules", "dist", "coverage", "test-results", "playwright-report"}
"""Folders that are made from the sources, and so are none of them."""


def build() -> None:
    """Build what the web server gives to browsers, unless it was built from these sources."""
    digest = sources_digest(FRONTEND)
    stamp = BUILT / ".sources"
    if _reads(stamp) == digest:
        return
    install_packages()
    say("building the browser's part")
    installer.call(["npm", "run", "--silent", "build"], cwd=FRONTEND)
    python = str(ENVIRONMENT / "bin" / "python")  # the web server gives the small copies
    installer.call([python, "-m", "whitenoise.compress", "--quiet", str(BUILT)])
    stamp.write_text(digest)


def install_packages() -> None:
    """Install exactly what package-lock.json names, with a Node.js that is new enough."""
    provide_node()
    digest = hashlib.sha256((FRONTEND / "package-lock.json").read_bytes()).hexdigest()
    stamp = FRONTEND / "node_modules" / ".lock-digest"
    if _reads(stamp) == digest:
        return
    say("installing the browser's packages")
    installer.call(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=FRONTEND)
    stamp.write_text(digest)


def provide_node() -> None:
    """Put a Node.js on PATH: the system's if it is new enough, else one from PyPI."""
    if shutil.which("npm") and _version("node") >= OLDEST_NODE:
        return
    bin_folder = ENVIRONMENT / "bin"
    if not (bin_folder / "npm").exists():
        say("installing Node.js")
        installer.install(ENVIRONMENT, REQUIREMENTS / "node.txt")
    os.environ["PATH"] = f"{bin_folder}:{os.environ.get('PATH', os.defpath)}"


def sources_digest(folder: Path) -> str:
    """One number for all that the build reads."""
    whole = hashlib.sha256()
    for path in sorted(_sources(folder)):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{path.relative_to(folder)}\0{content}\n".encode())
    return whole.hexdigest()


def _sources(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            if entry.name not in MADE:
                yield from _sources(entry)
        elif entry.is_file():
            yield entry


def _version(program: str) -> tuple[int, ...]:
    if shutil.which(program) is None:
        return ()
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    return tuple(int(part) for part in said.stdout.strip().lstrip("v").split(".") if part.isdigit())


def _reads(stamp: Path) -> str:
    return stamp.read_text() if stamp.exists() else ""


if __name__ == "__main__":
    build()
