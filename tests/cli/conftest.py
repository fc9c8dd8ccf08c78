"""The program as people start it."""

from tests.installation import vethwork

__all__ = ["vethwork"]
