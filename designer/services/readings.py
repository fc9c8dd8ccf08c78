"""Drawings that were read last: most of one that is read again, also after a change, is known."""

from uuid import UUID

from designer.models import Lab
from designer.topology.document import Earlier
from designer.topology.reread import reread

KEPT = 20
_kept: dict[UUID, Earlier] = {}


def earlier(lab_id: UUID) -> Earlier | None:
    """Return what a lab said when it was read last."""
    return _kept.get(lab_id)


def remember(lab_id: UUID, read: Earlier) -> None:
    """Keep what was read of a lab; the one that was read last is forgotten last."""
    _kept.pop(lab_id, None)
    _kept[lab_id] = read
    for old in list(_kept)[:-KEPT]:
        _kept.pop(old, None)


def read_stored(lab: Lab) -> None:
    """Have a lab's stored drawing read."""
    if "drawing" not in vars(lab) and (known := earlier(lab.pk)):
        is_same = known.values == lab.topology
        lab.drawing = (
            known.topology if is_same else reread(lab.topology, known.values, known.topology)
        )
    remember(lab.pk, Earlier(lab.topology, lab.drawing))
