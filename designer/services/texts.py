"""A lab's text: what a person wrote last, with what was drawn since merged into it."""

from django.conf import settings

from designer.models import Lab
from designer.services.drawings import merge_text
from designer.topology.topology import Topology
from designer.topology.yaml_text import UnreadableText, load_yaml

NEVER = 0
"""The revision of a text into which no drawing was merged so far."""


def read_yaml(lab: Lab) -> str:
    """Return the user's file, with what the canvas changed since merged into it."""
    if lab.text_revision == lab.revision:
        return lab.text
    topology = Topology.model_validate(lab.topology)
    lab.text, lab.text_revision = merge_text(lab.text, topology), lab.revision
    Lab.objects.filter(pk=lab.pk, revision=lab.revision).update(
        text=lab.text, text_revision=lab.text_revision
    )
    return lab.text


def take_source(lab: Lab, source: str, *, is_redrawn: bool) -> bool:
    """Have the text of the shared document be the lab's; tell whether that says something new.

    A text that two people broke together is not taken: the last one that could be read stays.
    """
    if source in {"", lab.text} or not _is_readable(source):
        return False
    if not is_redrawn and merge_text(source, lab.drawing) == read_yaml(lab):
        return False
    lab.text, lab.text_revision = source, NEVER
    return True


def _is_readable(source: str) -> bool:
    if len(source.encode()) > settings.LIMITS.document_bytes:
        return False
    try:
        return isinstance(load_yaml(source), dict)
    except UnreadableText:
        return False
