"""What a worker says at the terminal: its own words, and of Celery's only what went wrong."""

import logging
from typing import Any

from celery.signals import after_setup_logger

CHATTY = ("celery.worker.strategy", "celery.app.trace")
"""They say of each task that it came and that it went."""


def quieten() -> None:
    """Have the workers of this process leave out what is said of each task."""
    after_setup_logger.connect(_quieten, weak=False)


def _quieten(**_: Any) -> None:
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
