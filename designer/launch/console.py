"""What start-up says to the person at the terminal."""

import sys


def say(text: str) -> None:
    """Print a line of start-up's own; on standard error, for standard output is a command's."""
    print(f"vethwork: {text}", file=sys.stderr, flush=True)
