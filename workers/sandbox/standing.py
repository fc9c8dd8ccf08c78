"""Work that has to be done standing in a network namespace, in a thread that ends there."""

from collections.abc import Callable, Iterable
from threading import Thread
from typing import TypeVar

from workers.sandbox import linux

Result = TypeVar("Result")


def in_thread(work: Callable[[], Result]) -> Result:
    """Call in a thread of its own, so that no namespace the work enters outlives it."""
    results: list[Result] = []
    failures: list[BaseException] = []

    def call() -> None:
        try:
            results.append(work())
        except BaseException as failure:  # noqa: BLE001 - raised again in the caller's thread
            failures.append(failure)

    thread = Thread(target=call, name="standing")
    thread.start()
    thread.join()
    if failures:
        raise failures[0]
    return results[0]


def standing_in(namespace_fd: int, work: Callable[[], Result]) -> Result:
    """Call with the network namespace entered; processes it starts are in it too."""
    return standing_in_each([(namespace_fd, work)])[0]


def standing_in_each(tasks: Iterable[tuple[int, Callable[[], Result]]]) -> list[Result]:
    """Call each with its network namespace entered, one after the other in one thread."""
    waiting = list(tasks)

    def visit() -> list[Result]:
        results = []
        for namespace_fd, work in waiting:
            linux.setns(namespace_fd, linux.CLONE_NEWNET)
            results.append(work())
        return results

    return in_thread(visit) if waiting else []
