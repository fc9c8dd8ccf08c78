"""The browser side's types of the API, made from the API itself; run it to make them anew.

`python -m designer.launch.schema --check` only compares.
"""

import difflib
import os
import subprocess
import sys
from collections.abc import Sequence

from designer.launch.layout import CHECKOUT, ENVIRONMENT, FRONTEND

TYPES = FRONTEND / "src" / "api" / "schema.d.ts"
SHOWN_LINES = 60


def main(arguments: Sequence[str]) -> int:
    """Write the types, or say how those that are there differ."""
    made = types(description())
    if "--check" not in arguments:
        TYPES.write_text(made)
        return 0
    there = TYPES.read_text()
    if made == there:
        return 0
    difference = difflib.unified_diff(there.splitlines(), made.splitlines(), str(TYPES), "the API")
    print(*list(difference)[:SHOWN_LINES], sep="\n")
    print(f"{TYPES}: not made from this API: run: .venv/bin/python -m designer.launch.schema")
    return 1


def description() -> bytes:
    """The API's OpenAPI description, as JSON."""
    command = [str(ENVIRONMENT / "bin" / "python"), "-m", "django", "export_openapi_schema"]
    environ = {**os.environ, "DJANGO_SETTINGS_MODULE": "designer.settings"}
    return subprocess.run(
        command, cwd=CHECKOUT, env=environ, stdout=subprocess.PIPE, check=True
    ).stdout


def types(openapi: bytes) -> str:
    """The same in TypeScript."""
    command = ["npx", "--no-install", "openapi-typescript"]
    done = subprocess.run(command, cwd=FRONTEND, input=openapi, stdout=subprocess.PIPE, check=True)
    return done.stdout.decode()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
