"""Quick fixes: what can be done about problems, and about packets that do not arrive."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from designer.api.auth import user_of
from designer.api.fix_schemas import FixesOffered, FixQuestion
from designer.services import fixes, labs
from designer.topology.fixes import Fix
from designer.topology.sentence import told

router = Router(tags=["fixes"])


@router.post("/labs/{lab_id}/fixes", response=FixesOffered)
def offer_fixes(request: HttpRequest, lab_id: UUID, order: FixQuestion) -> dict[str, Any]:
    """Ask what can be done about problems of the stored drawing, or about a way that is closed.

    Nothing is changed: the edits are for the client to make in the drawing. Each fix was tried: its
    problem is gone with it, and no other one comes of it.
    """
    lab = labs.find_lab(user_of(request), lab_id)
    wanted = [(one.code, one.element, one.message) for one in order.problems]
    found = fixes.offer_fixes(lab, wanted) if wanted else []
    way = order.way
    repairs = fixes.offer_repairs(lab, way.source, way.target, way.probe) if way else []
    return {
        "revision": lab.revision,
        "problems": [asdict(one) | {"fixes": _fixes(one.fixes)} for one in found],
        "way": _fixes(repairs),
    }


def _fixes(fixes: Iterable[Fix]) -> list[dict[str, Any]]:
    return [asdict(one) | told(one.title) for one in fixes]
