"""A root of its own for a service: the machine's programs, and nothing else of the machine.

The process has a new mount, process and IPC namespace and is root of the lab's user namespace.
Below the new root are /usr, read-only; an /etc that is made here; a /proc of its own processes; a
few devices; and one small file system for all that is written.
"""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from workers.sandbox import linux
from workers.sandbox.names import FOLDER, HOSTS, NO_RESOLVER, resolver_file

BASE = tempfile.gettempdir()
"""Any folder will do to mount the new root on: nobody else sees it."""

ROOT_OPTIONS = "size=1m,nr_inodes=1k,mode=755"
SPACE_OPTIONS = "size=16m,nr_inodes=4k,mode=755"
PROGRAM_FOLDERS = ("bin", "sbin", "lib", "lib32", "lib64", "libx32")
DEVICES = ("null", "zero", "full", "random", "urandom", "tty")
OF_THE_MACHINE = ("alternatives", "ld.so.cache", "protocols", "services")
WRITABLE = {"tmp": 0o1777, "run": 0o755, "root": 0o700, "log": 0o755, "lib": 0o755, "shm": 0o1777}
LINKS = {"tmp": "var/tmp", "run": "var/run", "root": "var/root", "dev/shm": "/var/shm"}
NAMES = "lab"
READ_ONLY = linux.MS_RDONLY | linux.MS_NOSUID | linux.MS_NODEV
NO_PROGRAMS = linux.MS_NOSUID | linux.MS_NODEV | linux.MS_NOEXEC
ETC = {
    "passwd": "root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/usr/sbin/nologin\n",
    "group": "root:x:0:\nfrr:x:0:\nfrrvty:x:0:\nnogroup:x:65534:\n",
    "nsswitch.conf": "passwd: files\ngroup: files\nhosts: files dns\n",
}


def furnish(lab_folder: Path, number: int) -> None:
    """Move into the new root for good; `number` is that of the node's namespace."""
    names = os.open(lab_folder / FOLDER, os.O_PATH | os.O_CLOEXEC)
    has_resolver = resolver_file(lab_folder, number).exists()
    resolv = f"resolv.{number}" if has_resolver else NO_RESOLVER
    linux.mount("none", "/", None, linux.MS_REC | linux.MS_PRIVATE)
    outside = {name: _open(Path("/dev") / name) for name in DEVICES}
    linux.mount("room", BASE, "tmpfs", linux.MS_NOSUID | linux.MS_NODEV, ROOT_OPTIONS)
    root = Path(BASE)
    _bring_programs(root)
    _make_etc(root / "etc", names, {"hosts": HOSTS, "resolv.conf": resolv})
    _make_devices(root / "dev", outside)
    _make_space(root)
    (root / "proc").mkdir()
    linux.mount("proc", str(root / "proc"), "proc", NO_PROGRAMS)
    _move_in(root)


def _open(place: Path) -> int:
    return os.open(place, os.O_PATH | os.O_CLOEXEC)


def _bring_programs(root: Path) -> None:
    (root / "usr").mkdir()
    linux.mount("/usr", str(root / "usr"), None, linux.MS_BIND | linux.MS_REC)
    linux.restrict_tree(str(root / "usr"), READ_ONLY)
    for name in PROGRAM_FOLDERS:
        there, here = Path("/") / name, root / name
        if there.is_symlink():
            here.symlink_to(there.readlink())
        elif there.is_dir():
            here.mkdir()
            linux.mount(str(there), str(here), None, linux.MS_BIND | linux.MS_REC)
            linux.restrict_tree(str(here), READ_ONLY)


def _make_etc(etc: Path, names: int, links: Mapping[str, str]) -> None:
    etc.mkdir()
    for name, text in ETC.items():
        (etc / name).write_text(text)
    (etc / NAMES).mkdir()
    linux.mount(f"/proc/self/fd/{names}", str(etc / NAMES), None, linux.MS_BIND)
    for link, name in links.items():
        (etc / link).symlink_to(f"{NAMES}/{name}")
    for name in OF_THE_MACHINE:
        there, here = Path("/etc") / name, etc / name
        if there.is_dir():
            here.mkdir()
        elif there.is_file():
            here.touch()
        else:
            continue
        linux.mount(str(there), str(here), None, linux.MS_BIND)
        linux.restrict_tree(str(here), READ_ONLY)


def _make_devices(dev: Path, outside: Mapping[str, int]) -> None:
    dev.mkdir()
    for name, handle in outside.items():
        (dev / name).touch()
        linux.mount(f"/proc/self/fd/{handle}", str(dev / name), None, linux.MS_BIND)
        os.close(handle)
    (dev / "fd").symlink_to("/proc/self/fd")
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        (dev / name).symlink_to(f"/proc/self/fd/{number}")


def _make_space(root: Path) -> None:
    (root / "var").mkdir()
    linux.mount("space", str(root / "var"), "tmpfs", NO_PROGRAMS, SPACE_OPTIONS)
    for name, mode in WRITABLE.items():
        (root / "var" / name).mkdir()
        (root / "var" / name).chmod(mode)
    for link, target in LINKS.items():
        (root / link).symlink_to(target)


def _move_in(root: Path) -> None:
    old = root / "old"
    old.mkdir()
    linux.pivot_root(str(root), str(old))
    os.chdir("/")
    linux.detach("/old")
    Path("/old").rmdir()
    linux.mount("none", "/", None, linux.MS_REMOUNT | linux.MS_BIND | READ_ONLY)
