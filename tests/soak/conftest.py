"""The whole program, and two people's browsers."""

from tests.stack.conftest import ann, bob, running, stack

__all__ = ["ann", "bob", "running", "stack"]
