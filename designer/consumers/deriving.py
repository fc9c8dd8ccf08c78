"""The process that derives drawings for a web server: a lab's id on each line in, an answer out.

In the web server itself the edits of everybody would wait for Python's lock meanwhile. It ends
with its input, so it never outlives its web server, however that ends.
"""

import json
import logging
import os
import signal
import sys
from contextlib import suppress
from typing import Any, TextIO
from uuid import UUID

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "designer.settings")
django.setup()

from django.db import DatabaseError, close_old_connections  # noqa: E402

from designer.models import Lab, SharedDocument  # noqa: E402 (needs Django's apps)
from designer.services import documents  # noqa: E402 (as above)

logger = logging.getLogger(__name__)


def main() -> None:
    """Answer until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the web server
    with suppress(BrokenPipeError):
        answer_all(sys.stdin, sys.stdout)


def answer_all(asked: TextIO, answers: TextIO) -> None:
    """Answer line by line."""
    kept: documents.Kept = {}
    for line in iter(asked.readline, ""):
        close_old_connections()
        answers.write(f"{json.dumps(_answer(UUID(line.strip()), kept))}\n")
        answers.flush()


def _answer(lab_id: UUID, kept: documents.Kept) -> dict[str, Any]:
    try:
        return {"told": documents.check(lab_id, kept)}
    except (Lab.DoesNotExist, SharedDocument.DoesNotExist):
        return {"is_gone": True}
    except DatabaseError as error:
        return {"failed": str(error)}
    except Exception as error:
        logger.exception("deriving the drawing of lab %s", lab_id)
        return {"failed": repr(error)}


if __name__ == "__main__":
    main()
