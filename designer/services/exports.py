"""Labs in other formats."""

from dataclasses import replace

from designer.errors import NotFound
from designer.exporters import EXPORTERS
from designer.exporters.export import Export
from designer.models import Lab
from designer.services.drawings import require_applicable
from designer.services.texts import read_yaml
from designer.topology.sentence import say
from designer.topology.topology import Topology

DOCUMENTS = {"yaml", "json"}
"""The document itself, which one may take home half done."""


def export_lab(lab: Lab, name: str) -> Export:
    """Return a lab in a format; as YAML it is the user's file, comments and all."""
    if name not in EXPORTERS:
        raise NotFound(say("{name} is no format: GET /api/formats lists them", name=repr(name)))
    topology = Topology.model_validate(lab.topology)
    if name not in DOCUMENTS:
        require_applicable(topology)
    export = EXPORTERS[name].export(topology)
    return replace(export, text=read_yaml(lab)) if name == "yaml" else export
