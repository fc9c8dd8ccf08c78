"""The rooms of this process: one for each lab that somebody here has open, and no longer."""

import asyncio
from uuid import UUID

from designer.consumers.room import Room, Seat

_rooms: dict[UUID, tuple[Room, "asyncio.Task[None]"]] = {}


async def enter(lab: UUID, seat: Seat) -> Room:
    """Return the lab's room, which stays until the last has left it."""
    if lab not in _rooms:
        room = Room(lab)
        _rooms[lab] = room, asyncio.create_task(room.open())
    room, opening = _rooms[lab]
    room.seats.add(seat)
    try:
        await asyncio.shield(opening)
    except BaseException:
        await leave(room, seat)
        raise
    return room


async def leave(room: Room, seat: Seat) -> None:
    """A room without anybody hears nothing, so it is dropped: who comes next reads it anew."""
    room.seats.discard(seat)
    if not room.seats and _rooms.get(room.lab, (None,))[0] is room:
        del _rooms[room.lab]
        await room.close()
