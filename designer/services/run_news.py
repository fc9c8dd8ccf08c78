"""What people who have a lab open are told of its runs, whoever started them."""

import json
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder

from designer.models import UNFINISHED, Run
from designer.relay import Sort
from designer.services import documents
from designer.services.lab_state import lab_state

FIELDS = ("id", "lab_id", "kind", "status", "started_at", "finished_at", "summary", "revision")

LOOKED_AT = 8
"""So many of the newest runs can have begun or ended between two looks."""


def tell_run(run: Run) -> None:
    """Tell that a run has begun, or that its end is on record; and how the lab stands by that."""
    documents.tell(run.lab_id, Sort.RUN, _news(run).encode())


class RunsSeen:
    """What was told of a lab's runs, so that news which got lost on the way are told all the same.

    It begins with what is on record: whoever comes later reads that first.
    """

    def __init__(self, lab_id: UUID) -> None:
        self._lab_id = lab_id
        self._seen = self._look()

    def note(self, news: str) -> None:
        """Remember news that have come."""
        run = json.loads(news)["run"]
        self._seen[UUID(run["id"])] = run["status"] not in UNFINISHED

    def missed(self) -> list[str]:
        """Return the news of runs that have begun or ended and were not noted, oldest first."""
        before, self._seen = self._seen, self._look()
        changed = [pk for pk, is_over in self._seen.items() if before.get(pk) is not is_over]
        runs = Run.objects.filter(pk__in=changed).select_related("lab").order_by("generation")
        return [_news(run) for run in runs.defer("topology", "record", "cells")]

    def _look(self) -> dict[UUID, bool]:
        runs = Run.objects.filter(lab=self._lab_id).order_by("-generation")[:LOOKED_AT]
        return {run.pk: run.is_finished for run in runs.only("pk", "status")}


def _news(run: Run) -> str:
    told = {"run": {name: getattr(run, name) for name in FIELDS}, "state": lab_state(run.lab)}
    return DjangoJSONEncoder().encode(told)
