"""Commands in a node, and what they say."""

import os
from collections.abc import Sequence

from workers.sandbox.exec import run_in_node

STANDARD_OUTPUT, STANDARD_ERROR = 1, 2


def say(lab: str, node: str, command: str | Sequence[str]) -> tuple[int, str]:
    """Run a command in a node as a user would; return its exit status and all it says."""
    words = ["sh", "-c", command] if isinstance(command, str) else command
    reading, writing = os.pipe()
    kept = {standard: os.dup(standard) for standard in (STANDARD_OUTPUT, STANDARD_ERROR)}
    for standard in kept:
        os.dup2(writing, standard)
    os.close(writing)
    try:
        status = run_in_node(lab, node, words)
    finally:
        for standard, copy in kept.items():
            os.dup2(copy, standard)
            os.close(copy)
    with os.fdopen(reading) as pipe:
        return status, pipe.read()
