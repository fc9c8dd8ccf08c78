"""The one Django application."""

from django.apps import AppConfig


class DesignerConfig(AppConfig):
    """Labs, their runs, and who may see them."""

    name = "designer"
