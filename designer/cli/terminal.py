"""What people see: aligned columns, and colours where there is a terminal to show them."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

_CODES = {"good": "32", "bad": "31", "warning": "33", "faint": "2", "strong": "1"}
_GAP = "  "


def complain(line: str) -> None:
    """Print a line to standard error; whatever was typed, it stays one line."""
    print(plain(line), file=sys.stderr)


def plain(text: str) -> str:
    """Return a text that moves no cursor and changes no colour, whoever wrote it."""
    return "".join(one if one.isprintable() else repr(one)[1:-1] for one in text)


def paint(text: str, look: str, stream: TextIO | None = None) -> str:
    """Return the text in a colour if the stream is a terminal and nobody asked for none."""
    stream = stream or sys.stdout
    if not look or not stream.isatty() or os.environ.get("NO_COLOR"):
        return text
    return f"\x1b[{_CODES[look]}m{text}\x1b[0m"


def width() -> int:
    """Return how many characters fit in a line; where nobody knows, enough for most tables."""
    return shutil.get_terminal_size((120, 24)).columns


def columns(rows: Iterable[Sequence[str]], looks: Sequence[str] = ()) -> Iterator[str]:
    """Yield the rows as lines with aligned columns, painted column by column."""
    table = [list(row) for row in rows]
    sizes = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = [f"{cell:<{size}}" for cell, size in zip(row, sizes, strict=True)]
        cells[-1] = row[-1]
        painted = [
            paint(cell, look) for cell, look in zip(cells, _filled(looks, len(cells)), strict=True)
        ]
        yield _GAP.join(painted).rstrip()


def _filled(looks: Sequence[str], count: int) -> list[str]:
    return [*looks, *[""] * count][:count]


def count(number: int, noun: str) -> str:
    """Return the number with its noun, such as `1 node` or `3 nodes`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
