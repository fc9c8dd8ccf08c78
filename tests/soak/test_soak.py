"""A short soak in every run of the tests; `python -m tests.soak` is the long one."""

import pytest

from tests.soak.soak import Course, Soak
from tests.stack.browser import Browser
from tests.stack.stack import Stack

pytestmark = pytest.mark.stack

SHORT = Course(editors=5, steps=150, losses=6, restarts=1, seed=7)


def test_everybody_has_the_same_in_the_end(stack: Stack, ann: Browser, bob: Browser) -> None:
    """No edit is lost by connections that break or by a server that is killed."""
    lab = ann.new_lab(name="Soak")
    ann.post(f"/api/labs/{lab}/members", {"username": "bob", "role": "edit"}, "PUT")
    outcome = Soak(stack, [ann, bob], lab, SHORT).run()
    assert outcome.nodes > 0
    assert outcome.comments > 0
    ann.post(f"/api/labs/{lab}", None, "DELETE")
