"""Rows as the API answers them."""

from collections.abc import Iterable
from typing import Any

from designer import models
from designer.services import drift, runs
from designer.services.checked import read_problems
from designer.services.lab_state import lab_state, state_after
from designer.services.texts import read_yaml


def answer_lab(lab: models.Lab, *, with_yaml: bool) -> dict[str, Any]:
    """Return a lab with its drawing."""
    return {
        "id": lab.pk,
        "name": lab.name,
        "revision": lab.revision,
        "topology": lab.topology,
        "yaml": read_yaml(lab) if with_yaml else None,
        "problems": read_problems(lab),
        "updated_at": lab.updated_at,
        "state": lab_state(lab),
        "last_runs": runs.last_runs(lab, ("apply", "matrix")),
        "role": lab.role,
    }


def answer_labs(found: Iterable[models.Lab]) -> list[dict[str, Any]]:
    """Return labs as the list shows them; two queries, however many there are."""
    listed = list(found)
    newest = runs.newest_runs(lab.pk for lab in listed)
    return [_summarise(lab, newest.get(lab.pk, [])) for lab in listed]


def _summarise(lab: models.Lab, newest: list[models.Run]) -> dict[str, Any]:
    changing = (run for run in newest if run.kind in models.CHANGING)
    return {
        "id": lab.pk,
        "name": lab.name,
        "node_count": lab.node_count,
        "link_count": lab.link_count,
        "updated_at": lab.updated_at,
        "last_run": newest[0] if newest else None,
        "state": state_after(lab, changing),
        "role": lab.role,
        "owner": lab.owner.get_username(),
    }


def answer_drift(lab: models.Lab) -> dict[str, Any]:
    """Return how a lab that runs differs from what was applied."""
    told = drift.read_drift(lab)
    if told is None:
        return {"seq": 0, "items": [], "total": 0, "edits": {}}
    items = [item.model_dump() | {"ignored": item.id in lab.ignored_drift} for item in told.items]
    return {"seq": told.seq, "items": items, "total": told.total, "edits": told.edits}
