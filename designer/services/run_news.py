"""What people who have a lab open are told of its runs, whoever started them."""

from django.core.serializers.json import DjangoJSONEncoder

from designer.models import Run
from designer.relay import Sort
from designer.services import documents
from designer.services.lab_state import lab_state

FIELDS = ("id", "lab_id", "kind", "status", "started_at", "finished_at", "summary", "revision")


def tell_run(run: Run) -> None:
    """Tell that a run has begun, or that its end is on record; and how the lab stands by that."""
    told = {"run": {name: getattr(run, name) for name in FIELDS}, "state": lab_state(run.lab)}
    documents.tell(run.lab_id, Sort.RUN, DjangoJSONEncoder().encode(told).encode())
