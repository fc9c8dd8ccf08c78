"""What browsers are told of a drawing when it was derived from its document."""

import json
from uuid import UUID

from designer.models import Lab
from designer.services import documents, labs


def check(lab_id: UUID) -> str:
    """Derive the drawing, and return its revision and problems as JSON text."""
    documents.compact(lab_id)
    return checked_text(documents.derive(lab_id))


def checked_text(lab: Lab) -> str:
    """Return a revision and what is wrong with it."""
    return json.dumps({"revision": lab.revision, "problems": labs.read_problems(lab)})
