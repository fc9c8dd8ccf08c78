"""Sockets that look again at once when somebody's rights in their lab were changed.

One connection to Redis serves all of a process; what it misses, each socket sees by itself later.
"""

import asyncio
import logging
from collections.abc import Callable
from uuid import UUID

from designer import relay

LookAgain = Callable[[], None]

WAIT_S = 2.0
RETRY_S = 0.5

logger = logging.getLogger(__name__)
_followers: dict[UUID, set[LookAgain]] = {}
_listening: asyncio.Task[None] | None = None


def enter(lab: UUID, look_again: LookAgain) -> None:
    """Have a socket called when rights in a lab are changed."""
    global _listening  # noqa: PLW0603 - one task a process, as long as somebody is there
    _followers.setdefault(lab, set()).add(look_again)
    if _listening is None or _listening.done():
        _listening = asyncio.create_task(_listen())


def leave(lab: UUID, look_again: LookAgain) -> None:
    """Call it no longer."""
    followers = _followers.get(lab, set())
    followers.discard(look_again)
    if not followers:
        _followers.pop(lab, None)


async def _listen() -> None:
    client = relay.open_client()
    try:
        while _followers:
            try:
                await _pass_on(client)
            except relay.LOST as error:
                logger.info("rights are looked at later: %s", error)
                await asyncio.sleep(RETRY_S)
    finally:
        await client.aclose()


async def _pass_on(client: object) -> None:
    async with relay.listen_access(client) as hear:
        while _followers:
            if lab := await hear(WAIT_S):
                for look_again in list(_followers.get(lab, ())):
                    look_again()
