"""Write the API's description, from which the browser side's types are made."""

import json
from typing import Any

from django.core.management.base import BaseCommand

from designer.api import api


class Command(BaseCommand):
    """Print the OpenAPI description as JSON; the socket's events are in it."""

    help = "Print the OpenAPI description of the API as JSON."
    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django has it

    def handle(self, *_: Any, **__: Any) -> None:
        """Print it so that two runs differ only where the API does."""
        text = json.dumps(api.get_openapi_schema(), indent=2, ensure_ascii=False, sort_keys=False)
        self.stdout.write(text)
