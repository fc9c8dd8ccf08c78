"""Formats a lab can be written in: a module each, with a label, a file name and one function.

To add one, copy the nearest module and enter it below.
"""

from collections.abc import Mapping
from typing import Protocol

from designer.exporters import containerlab, json, shell, yaml
from designer.exporters.export import Export
from designer.topology.topology import Topology


class Exporter(Protocol):
    """What a module of this package has; `{lab}` in FILENAME is the lab's name."""

    LABEL: str
    FILENAME: str

    def export(self, topology: Topology) -> Export:
        """Write a drawing that has no errors."""


EXPORTERS: Mapping[str, Exporter] = {
    "yaml": yaml,
    "json": json,
    "shell": shell,
    "containerlab": containerlab,
}
