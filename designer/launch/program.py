"""The one program: which part answers to a command."""

import importlib
import os
import sys
from collections.abc import Sequence

PARTS = {"up": "designer.launch.up", "test": "designer.launch.checks"}
"""The commands of start-up, and the module whose `main` carries each out."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Hand the command to start-up, to Django or to the command line."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    name = given[0] if given else "--help"
    if name in PARTS:
        return int(importlib.import_module(PARTS[name]).main(given[1:]))
    if _is_django_command(name):
        return _run_django_command(given)
    return int(importlib.import_module("designer.cli").main(given))


def _is_django_command(name: str) -> bool:
    """Whether Django has the command; where both have it (`check`), it is the command line's."""
    if name in importlib.import_module("designer.cli").COMMANDS or name.startswith("-"):
        return False
    import django  # noqa: PLC0415 (slow to import)
    from django.core.management import get_commands  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "designer.settings")
    django.setup()  # before it, an application's own commands are not listed
    return name in get_commands()


def _run_django_command(arguments: Sequence[str]) -> int:
    from django.core.management import execute_from_command_line  # noqa: PLC0415 (slow to import)

    execute_from_command_line(["vethwork", *arguments])
    return 0


if __name__ == "__main__":
    sys.exit(main())
