"""Programs that come from the distribution: installed when we are root, else named."""

import os
import platform
import shutil
import subprocess
from collections.abc import Iterable

from designer.launch.console import say
from designer.launch.errors import CannotStart

ADMIN_PATH = "/usr/local/sbin:/usr/sbin:/sbin"

FOR_UP = {"nft": "nftables"}
PROGRAMS = {
    "up": FOR_UP,
    "test": {
        **FOR_UP,
        "ip": "iproute2",
        "ping": "iputils-ping",
        "nc": "netcat-openbsd",
        "iperf3": "iperf3",
        "dnsmasq": "dnsmasq-base",
        "udhcpc": "udhcpc",
        "chromium": "chromium",
    },
}
"""What each command calls, program to package, as Debian 12 and 13 and Ubuntu 24.04 name them."""

SECOND_KERNEL = {"linux.uml": "user-mode-linux", "modprobe": "kmod"}
"""For tests that need more than the host's kernel can do. Only Debian has it, for x86 alone."""


def find(program: str) -> str | None:
    """Where the program is; an ordinary user's PATH often leaves the sbin folders out."""
    return shutil.which(program, path=f"{os.environ.get('PATH', os.defpath)}:{ADMIN_PATH}")


def missing(programs: dict[str, str]) -> list[str]:
    """The packages of the programs that this host lacks."""
    packages = {package for program, package in programs.items() if find(program) is None}
    return sorted(packages - _only_as_snap())


def has(packages: Iterable[str]) -> bool:
    """Tell whether this is Debian, root may install there, and all these packages can be had."""
    if os.geteuid() != 0 or _distribution() != "debian" or find("apt-cache") is None:
        return False
    names = list(packages)
    if not all(map(_is_listed, names)):
        _apt(["update", "--quiet=2"], dict(os.environ))  # the lists were absent or old
    return all(map(_is_listed, names))


def install(packages: Iterable[str]) -> None:
    """Install packages, or stop with the one command that a person must run."""
    names = list(packages)
    if not names:
        return
    if os.geteuid() != 0 or find("apt-get") is None:
        raise CannotStart(f"packages are missing: run: {command(names)}")
    say(f"installing {', '.join(names)}")
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


def _only_as_snap() -> set[str]:
    """Packages that only point to a snap, whose confinement no test gets through."""
    return {"chromium"} if _distribution() == "ubuntu" else set()


def _distribution() -> str:
    try:
        return platform.freedesktop_os_release()["ID"]
    except OSError:
        return ""


def _is_listed(package: str) -> bool:
    told = subprocess.run(["apt-cache", "show", package], capture_output=True, check=False)
    return told.returncode == 0


def _apt(arguments: list[str], environ: dict[str, str]) -> int:
    return subprocess.run(["apt-get", *arguments], env=environ, check=False).returncode
