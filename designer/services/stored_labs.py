"""A lab's row: what is drawn is entered, and written over the revision that was seen."""

from collections.abc import Sequence

from django.utils import timezone

from designer.errors import StaleRevision
from designer.models import Lab
from designer.services import version_log
from designer.services.drawings import problems_to_json
from designer.topology.problem import Problem
from designer.topology.sentence import say
from designer.topology.topology import Topology

DRAWN = ("name", "topology", "problems", "node_count", "link_count")


def draw(lab: Lab, topology: Topology, problems: Sequence[Problem]) -> None:
    """Enter what is drawn, and what is wrong with it."""
    lab.name = topology.name
    lab.topology, lab.drawing = topology.plain(), topology
    lab.problems = problems_to_json(tuple(problems))
    lab.node_count, lab.link_count = len(topology.nodes), len(topology.links)


def store(lab: Lab, revision: int) -> Lab:
    """Write only over the revision that the user saw."""
    version_log.keep_before_edit(lab.pk)
    lab.revision, lab.updated_at = revision + 1, timezone.now()
    fields = (*DRAWN, "text", "text_revision", "revision", "updated_at")
    values = {field: getattr(lab, field) for field in fields}
    if not Lab.objects.filter(pk=lab.pk, revision=revision, deleted_at=None).update(**values):
        raise stale()
    return lab


def stale() -> StaleRevision:
    """Return the refusal of a change of what is no longer there."""
    return StaleRevision(
        say("the lab was changed elsewhere: load it again, then repeat your change")
    )
