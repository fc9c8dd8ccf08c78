"""The document itself, as JSON."""

from designer.exporters.export import Export, file_stem
from designer.topology.topology import Topology

LABEL, FILENAME = "Vethwork JSON", "{lab}.json"


def export(topology: Topology) -> Export:
    """Write everything that is drawn; nothing is lost."""
    return Export(topology.to_json(), (), FILENAME.format(lab=file_stem(topology)))
