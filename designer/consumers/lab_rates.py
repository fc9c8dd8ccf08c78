"""The traffic of a lab's links to a browser, which the host tells while somebody follows it."""

import asyncio
from typing import Any

import redis

from designer.consumers.admission import NOT_THERE
from designer.consumers.lab_events import LabEvents
from designer.services.watcher import show_interest
from designer.transport.names import rates_key

INTEREST_S = 3.0
"""The host forgets within ten seconds who does not say that he is still there."""


class LabRates(LabEvents):
    """One browser that follows the traffic of one lab."""

    @property
    def stream_key(self) -> str:
        """The stream of the lab's traffic."""
        return rates_key(str(self._lab_id))

    async def _pass_on(self, client: Any, after: int) -> int:
        """Pass on what comes, until the session or the lab is gone."""
        passing = asyncio.create_task(super()._pass_on(client, after))
        showing = asyncio.create_task(self._show_interest(client))
        try:
            done, _ = await asyncio.wait({passing, showing}, return_when=asyncio.FIRST_COMPLETED)
            return done.pop().result()
        finally:
            passing.cancel()
            showing.cancel()

    async def _show_interest(self, client: Any) -> int:
        """Say again and again that somebody looks, for as long as that one may."""
        newcomer = True
        while await self._find() is not None:
            try:
                await show_interest(client, self._lab_id, newcomer=newcomer)
                newcomer = False
            except redis.RedisError:  # it is being started again
                newcomer = True
            await asyncio.sleep(INTEREST_S)
        return NOT_THERE
