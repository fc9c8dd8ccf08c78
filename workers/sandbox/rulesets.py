"""What is written down about the raw rulesets of a lab: which text gave which tables."""

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from workers.sandbox.record import read_if_there, replace_file

FILE_NAME = "rulesets.json"


class Recorded(NamedTuple):
    """A text that was carried out, and the digest of the tables that were then there."""

    text: str = ""
    digest: str = ""


NOT_RECORDED = Recorded()


def read_rulesets(folder: Path) -> Mapping[str, Recorded]:
    """Return what is recorded of a lab, by namespace."""
    text = read_if_there(folder / FILE_NAME)
    values = json.loads(text) if text else {}
    return {name: Recorded(*words) for name, words in values.items()}


def record_rulesets(folder: Path, changed: Mapping[str, Recorded]) -> None:
    """Note what was carried out; a text that is empty is forgotten."""
    known = {**read_rulesets(folder), **changed}
    left = {name: one for name, one in known.items() if one.text}
    replace_file(folder / FILE_NAME, json.dumps(left))


def forget_rulesets(folder: Path, names: Collection[str]) -> None:
    """What is recorded of a namespace that is gone is not true of a new one of its name."""
    if known := read_rulesets(folder).keys() & set(names):
        record_rulesets(folder, dict.fromkeys(known, NOT_RECORDED))
