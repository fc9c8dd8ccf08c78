"""What stops a start: said in one line, with what to do."""

HOST_REFUSED = 3


class CannotStart(Exception):
    """The host or the kernel refused, or something that is needed is missing."""
