"""What is wrong with a stored drawing, as people who have it open are told."""

import json
from typing import Any

from designer.models import Lab
from designer.services.drawings import problems_to_json
from designer.services.host import host_problems
from designer.services.lab_state import lab_state
from designer.services.readings import read_stored


def read_problems(lab: Lab) -> list[dict[str, Any]]:
    """Return what is wrong with the drawing, and what its host cannot run of it now."""
    read_stored(lab)
    return [*lab.problems, *problems_to_json(host_problems(lab.drawing))]


def checked_text(lab: Lab) -> str:
    """Return the revision, its problems and whether it is what runs, as JSON."""
    told = {"revision": lab.revision, "problems": read_problems(lab), "state": lab_state(lab)}
    return json.dumps(told)
