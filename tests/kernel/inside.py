"""Doing something as a process that has entered the holder's namespaces: there is no way back."""

import os
import pickle
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from workers.sandbox import linux
from workers.sandbox.host import enter

Result = TypeVar("Result")


def inside(run_dir: Path, work: Callable[[], Result]) -> Result:
    """Call in a child process with its labs at hand; its failure fails the test."""
    return in_child(lambda: _entered(run_dir, work))


def inside_host_namespace(run_dir: Path, work: Callable[[], Result]) -> Result:
    """Call where labs may use the host's namespace, which an empty one stands in for."""

    def enter_and_work() -> Result:
        linux.unshare(linux.CLONE_NEWNET)
        enter(run_dir, host_namespace=True)
        return work()

    return in_child(enter_and_work)


def _entered(run_dir: Path, work: Callable[[], Result]) -> Result:
    enter(run_dir)
    return work()


def in_child(work: Callable[[], Result]) -> Result:
    """Call in a child process and return what it returns."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _answer(work, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    assert answer, "the child process died"
    good, value = pickle.loads(answer)  # noqa: S301 - our own child's
    assert good, value
    return value  # type: ignore[no-any-return]


def _answer(work: Callable[[], object], writing: int) -> None:
    try:
        answer = (True, work())
    except BaseException:  # noqa: BLE001 - the parent fails with it
        answer = (False, traceback.format_exc())
    try:
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(pickle.dumps(answer))
    finally:
        os._exit(0)
