"""Options of a command; what is wrong with them is said in one line."""

import argparse
import sys
from typing import Any, NoReturn

from designer.cli.exit_status import BAD_INPUT


class Parser(argparse.ArgumentParser):
    """As argparse has it, without abbreviations and without the usage in front of each error."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        """End with the status of wrong usage."""
        print(f"{self.prog}: {message}: see {self.prog} --help", file=sys.stderr)
        sys.exit(BAD_INPUT)
