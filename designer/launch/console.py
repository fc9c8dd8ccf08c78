"""What the person at the terminal sees: start-up's own words, and each process's lines."""

import os
import sys
from contextlib import suppress

OWN_NAME = "vethwork"
COLOURS = (36, 33, 35, 32, 34, 31)
"""Cyan, yellow, magenta, green, blue, red: readable on dark and on light."""


def say(text: str) -> None:
    """Print a line of start-up's own; on standard error, for standard output is a command's."""
    print(f"{OWN_NAME}: {text}", file=sys.stderr, flush=True)


class Console:
    """Lines of several processes in one terminal, each after the name of who wrote it."""

    def __init__(self, names: tuple[str, ...]) -> None:
        width = max(len(name) for name in (OWN_NAME, *names))
        coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        self._labels = {
            name: _label(name.ljust(width), COLOURS[place % len(COLOURS)] if coloured else 0)
            for place, name in enumerate((OWN_NAME, *names))
        }

    def say(self, text: str) -> None:
        """Print a line of start-up's own."""
        self.show(OWN_NAME, text)

    def show(self, name: str, line: str) -> None:
        """Print a process's line; what would steer the terminal is shown, not sent.

        A terminal that was closed is no reason to leave processes behind.
        """
        with suppress(OSError):
            label = self._labels.get(name) or _label(name, 0)
            print(f"{label} {_harmless(line)}", flush=True)


def _label(text: str, colour: int) -> str:
    return f"\x1b[{colour}m{text} |\x1b[0m" if colour else f"{text} |"


def _harmless(line: str) -> str:
    return "".join(c if c.isprintable() or c == "\t" else repr(c)[1:-1] for c in line)
