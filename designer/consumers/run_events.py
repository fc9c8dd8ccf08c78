"""A run's events to a browser, until its last."""

import asyncio
from typing import Any
from uuid import UUID

from designer.consumers.event_socket import FINISHED, EventSocket
from designer.models import Run
from designer.services.runs import read_recorded_events
from designer.transport.names import stream_key


class RunEvents(EventSocket):
    """One browser that follows one run."""

    @property
    def stream_key(self) -> str:
        """The stream of the run."""
        return stream_key(str(self._run_id))

    def look_up(self) -> Run | None:
        """Return the run if its user may see it."""
        return Run.objects.visible_to(self.visitor).filter(pk=self._run_id).first()

    def lab_of(self, found: Run) -> UUID:
        """The lab of the run."""
        return UUID(str(found.lab_id))

    async def find_end(self, found: Run, after: int) -> int | None:
        """A run that has ended may have left its stream: then what is on record is sent."""
        if not found.is_finished:
            return None
        for text in await asyncio.to_thread(read_recorded_events, found, after):
            await self.send(text)
        return FINISHED

    @property
    def _run_id(self) -> Any:
        return self.scope["url_route"]["kwargs"]["run_id"]
