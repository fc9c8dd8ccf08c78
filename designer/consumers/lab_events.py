"""What happens to a lab by itself, to a browser: first how it is, then each change."""

from typing import Any
from uuid import UUID

from designer.consumers.event_socket import EventSocket
from designer.models import Lab
from designer.transport.names import lab_stream_key


class LabEvents(EventSocket):
    """One browser that follows one lab, for as long as it likes.

    Each event says all that the former ones did, so whoever comes new gets the last one alone.
    """

    only_last_at_first = True

    @property
    def stream_key(self) -> str:
        """The stream of the lab."""
        return lab_stream_key(str(self._lab_id))

    def look_up(self) -> Lab | None:
        """Return the lab if its user may see it."""
        return Lab.objects.visible_to(self.visitor).filter(pk=self._lab_id).first()

    def lab_of(self, found: Lab) -> UUID:
        """It is the lab itself."""
        return UUID(str(found.pk))

    @property
    def _lab_id(self) -> Any:
        return self.scope["url_route"]["kwargs"]["lab_id"]
