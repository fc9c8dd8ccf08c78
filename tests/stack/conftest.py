"""The whole program, started once for the tests that need it."""

from collections.abc import Iterator

import pytest

from tests.stack.browser import Browser
from tests.stack.stack import Stack


@pytest.fixture(scope="session")
def running() -> Iterator[Stack]:
    """Give the program, which every test leaves as it found it."""
    stack = Stack()
    try:
        stack.start()
        stack.command("sign_in_link")
        make = "from django.contrib.auth.models import User; User.objects.create_user('bob')"
        stack.command("shell", "--no-imports", "-c", make)
        yield stack
    finally:
        for name in ("web", "control", "host"):
            print(f"--- {name}\n{stack.log(name)[-4000:]}")  # noqa: T201 - pytest shows it
        stack.stop()


@pytest.fixture
def stack(running: Stack) -> Stack:
    """Give the program with all its processes up."""
    assert set(running.processes) == {"web", "control", "host"}
    return running


@pytest.fixture(scope="session")
def ann(running: Stack) -> Browser:
    """Give the first user's browser."""
    return Browser(running, "admin")


@pytest.fixture(scope="session")
def bob(running: Stack) -> Browser:
    """Give another user's browser."""
    return Browser(running, "bob")


@pytest.fixture
def lab(ann: Browser) -> Iterator[str]:
    """Give a lab of two hosts at one bridge, which is gone afterwards."""
    lab = ann.new_lab(gallery="two-hosts-one-bridge")
    yield lab
    ann.post(f"/api/labs/{lab}", None, "DELETE")
