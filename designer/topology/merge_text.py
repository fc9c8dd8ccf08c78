"""A changed drawing written into a person's own text, whose comments and order stay."""

from designer.topology.checks import Limits
from designer.topology.document import read_text
from designer.topology.topology import Topology
from designer.topology.yaml_text import dump_yaml, merge_yaml


def merge_text(text: str, topology: Topology, limits: Limits | None = None) -> str:
    """Return the text changed to say what the drawing says.

    One that says it already stays as it is, to the byte. What cannot be merged is written anew: a
    text that says something else is never stored.
    """
    if text and read_text(text, limits).topology == topology:
        return text
    merged = merge_yaml(text, topology.plain(), topology.complete()) if text else ""
    if merged and read_text(merged, limits).topology == topology:
        return merged
    return dump_yaml(topology.plain())
