"""Programs that come from the distribution: installed when we are root, else named."""

import os
import shutil
import subprocess
from collections.abc import Iterable

from designer.launch.console import say
from designer.launch.errors import CannotStart

ADMIN_PATH = "/usr/local/sbin:/usr/sbin:/sbin"

FOR_UP = {"nft": "nftables"}
FOR_TEST = {
    **FOR_UP,
    "ip": "iproute2",
    "ping": "iputils-ping",
    "nc": "netcat-openbsd",
    "chromium": "chromium",
}
"""Program to Debian package, as Debian 12, Debian 13 and Ubuntu 24.04 name them."""


def find(program: str) -> str | None:
    """Where the program is; an ordinary user's PATH often leaves the sbin folders out."""
    return shutil.which(program, path=f"{os.environ.get('PATH', os.defpath)}:{ADMIN_PATH}")


def missing(programs: dict[str, str]) -> list[str]:
    """The packages of the programs that this host lacks."""
    return sorted({package for program, package in programs.items() if find(program) is None})


def install(packages: Iterable[str], needed_for: str) -> None:
    """Install packages, or stop with the one command that a person must run."""
    names = list(packages)
    if not names:
        return
    if os.geteuid() != 0 or find("apt-get") is None:
        raise CannotStart(f"{', '.join(names)} needed for {needed_for}: run: {command(names)}")
    say(f"installing {', '.join(names)} for {needed_for}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    options = ["--yes", "--quiet=2", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0"]
    if _apt(["install", *options, *names], quiet) == 0:
        return
    _apt(["update", "--quiet=2"], quiet)  # the lists were absent or old
    if _apt(["install", *options, *names], quiet) != 0:
        raise CannotStart(f"apt-get could not install {', '.join(names)}: its message is above")


def command(packages: Iterable[str]) -> str:
    """The command that a person runs to get the packages."""
    return f"sudo apt-get install {' '.join(packages)}"


def _apt(arguments: list[str], environ: dict[str, str]) -> int:
    return subprocess.run(["apt-get", *arguments], env=environ, check=False).returncode
