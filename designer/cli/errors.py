"""What a person typed or wrote that cannot be worked with."""

from collections.abc import Iterable


class Refusal(Exception):
    """Each line says what this host refuses and what to do, ready to be printed."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))


class BadInput(Exception):
    """Each line says what is wrong and what to do, ready to be printed."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))
