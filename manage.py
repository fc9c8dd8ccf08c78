#!/usr/bin/env python3
"""Run Vethwork from a checkout: `up`, `test` and every command of `vethwork`.

A bare Python is enough: the environment is made the first time and kept up to date.
"""

import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)


def main() -> int:
    """Make the environment what the lock files say, then run the command inside it."""
    if sys.version_info < OLDEST_PYTHON:
        print("manage.py: needs Python 3.11 or newer: run it with that", file=sys.stderr)
        return 3
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    from designer.launch import environment, program  # noqa: PLC0415 (after the version check)

    environment.enter(sys.argv[1:])
    return program.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
