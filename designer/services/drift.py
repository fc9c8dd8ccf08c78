"""Drift: what somebody changed by hand in a lab that runs; revert it, adopt it, or ignore it."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from designer import streams
from designer.errors import Conflict
from designer.messages import Drifted
from designer.models import Lab, Run
from designer.services import labs, runs
from designer.services.runs import RunOrder
from designer.topology.merge_patch import apply_patch
from designer.topology.sentence import say
from designer.topology.topology import Topology

IGNORED_MAX = 1000


def read_drift(lab: Lab) -> Drifted | None:
    """Return what was told last of a lab, None where nothing ever was."""
    return streams.read_last_of_lab(lab.pk)


def ignore_drift(lab: Lab, ids: Sequence[str]) -> None:
    """Have these differences, and no others, count as none for as long as they stay as they are."""
    told = read_drift(lab)
    there = {item.id for item in told.items} if told else set()
    lab.ignored_drift = [one for one in ids if one in there][:IGNORED_MAX]
    Lab.objects.filter(pk=lab.pk).update(ignored_drift=lab.ignored_drift)


def revert_drift(lab: Lab, nodes: tuple[str, ...] | None) -> Run:
    """Apply anew what was applied last, all of it or only to some nodes."""
    applied = _last_applied(lab)
    topology = Topology.model_validate(applied.topology)
    return runs.start_run_of(lab, topology, RunOrder("apply", nodes=nodes))


def adopt_drift(lab: Lab, revision: int, nodes: Collection[str] | None) -> Lab:
    """Write what is there into the drawing, all of it or only of some nodes."""
    told = read_drift(lab)
    edits = told.edits if told else {}
    values = apply_patch(lab.topology, edits if nodes is None else _of_nodes(edits, nodes))
    return labs.replace_by_values(lab, revision, values)


def _of_nodes(edits: Mapping[str, Any], nodes: Collection[str]) -> dict[str, Any]:
    """Links that are gone are no single node's, and so are left out."""
    changed = {name: one for name, one in edits.get("nodes", {}).items() if name in nodes}
    return {"nodes": changed} if changed else {}


def _last_applied(lab: Lab) -> Run:
    done = lab.runs.filter(kind__in=("apply", "destroy"), status="succeeded")
    run = done.order_by("-generation").first()
    if run is None or run.kind == "destroy":
        raise Conflict(say("nothing of this lab runs: apply it first"))
    return run
