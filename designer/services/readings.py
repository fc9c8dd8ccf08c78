"""Drawings that were read last: most of one that is read again, also after a change, is known."""

from typing import TypeVar
from uuid import UUID

from designer.models import Lab
from designer.topology.document import Earlier
from designer.topology.reread import reread

Kept = TypeVar("Kept")

KEPT = 20
_kept: dict[UUID, Earlier] = {}


def earlier(lab_id: UUID) -> Earlier | None:
    """Return what a lab said when it was read last."""
    return _kept.get(lab_id)


def remember(lab_id: UUID, read: Earlier) -> None:
    """Keep what was read of a lab; the one that was read last is forgotten last."""
    keep_newest(_kept, lab_id, read, KEPT)


def keep_newest(kept: dict[UUID, Kept], lab_id: UUID, one: Kept, most: int) -> None:
    """Keep what was used of a lab just now, and of so many labs that were used last."""
    kept.pop(lab_id, None)
    kept[lab_id] = one
    for old in list(kept)[:-most]:
        kept.pop(old, None)


def read_stored(lab: Lab) -> None:
    """Have a lab's stored drawing read."""
    if "drawing" not in vars(lab) and (known := earlier(lab.pk)):
        is_same = known.values == lab.topology
        lab.drawing = (
            known.topology if is_same else reread(lab.topology, known.values, known.topology)
        )
    remember(lab.pk, Earlier(lab.topology, lab.drawing))
