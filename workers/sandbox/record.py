"""Small files that are read whole and replaced whole."""

import os
from pathlib import Path


def replace_file(file: Path, text: str) -> None:
    """Readers see the former text or this one, also when this process is killed half-way."""
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    draft.write_text(text)
    draft.replace(file)


def read_if_there(file: Path) -> str | None:
    """Return a file's text, or None where there is no such file."""
    try:
        return file.read_text()
    except FileNotFoundError:
        return None
