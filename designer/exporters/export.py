"""What an exporter gives: a text, what it could not hold, and a name for the file."""

import re
from dataclasses import dataclass

from designer.topology.sentence import Sentence
from designer.topology.topology import Topology

_NAME_MAX = 60


@dataclass(frozen=True, slots=True)
class Export:
    """A lab in another format; each loss is a sentence for the person who asked for it."""

    text: str
    losses: tuple[Sentence, ...]
    filename: str


def file_stem(topology: Topology) -> str:
    """Return the lab's name as every file system and tool takes it: a-z, 0-9 and dashes."""
    words = re.findall(r"[a-z0-9]+", topology.name.lower())
    return "-".join(words)[:_NAME_MAX].strip("-") or "lab"
