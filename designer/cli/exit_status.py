"""What the program's exit status means."""

DONE = 0
NO = 1
"""The answer is no: a problem, a failed expectation."""

BAD_INPUT = 2
"""Wrong usage or bad input."""

REFUSED = 3
"""The kernel or the host refused."""

INTERRUPTED = 130
"""What a shell gives for Ctrl-C."""
