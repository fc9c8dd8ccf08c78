"""What is wrong with a stored drawing, as people who have it open are told."""

import json
from typing import Any

from designer.models import Lab
from designer.services.drawings import problems_to_json
from designer.services.host import host_problems


def read_problems(lab: Lab) -> list[dict[str, Any]]:
    """Return what is wrong with the drawing, and what its host cannot run of it now."""
    return [*lab.problems, *problems_to_json(host_problems(lab.drawing))]


def checked_text(lab: Lab) -> str:
    """Return the revision and its problems as JSON."""
    return json.dumps({"revision": lab.revision, "problems": read_problems(lab)})
