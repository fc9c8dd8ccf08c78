"""The document itself, as YAML."""

from designer.exporters.export import Export, file_stem
from designer.topology.topology import Topology
from designer.topology.yaml_text import dump_yaml

LABEL, FILENAME = "Vethwork YAML", "{lab}.yaml"


def export(topology: Topology) -> Export:
    """Write everything that is drawn; nothing is lost."""
    return Export(dump_yaml(topology.plain()), (), FILENAME.format(lab=file_stem(topology)))
