"""What ends a start: said in one line, with what to do."""

HOST_REFUSED = 3
"""The exit status where the kernel or the host refused."""


class CannotStart(Exception):
    """The host or the kernel refused, or something that is needed is missing."""


class StopAsked(Exception):
    """A person or the system wants the processes to end."""
