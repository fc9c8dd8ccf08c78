"""Who is let in at a socket, and how many sockets each may have."""

from collections import Counter
from typing import Any

from django.conf import settings

from designer.models import Guest, Viewer
from designer.services.sharing import viewer_of

NOT_SIGNED_IN = 4401
NOT_THERE = 4404
TOO_MANY = 4429


def visitor_at(scope: dict[str, Any]) -> Viewer:
    """Return who opens a socket; this reads the session, so it blocks."""
    return viewer_of(scope["user"], scope["session"])


def is_session_there(scope: dict[str, Any]) -> bool:
    """Tell whether the session has not ended since; this blocks."""
    session = scope["session"]
    return bool(session.session_key and session.exists(session.session_key))


class Admission:
    """Counts the sockets of one kind in this process, by user; all who came by a link are one."""

    def __init__(self) -> None:
        self._open: Counter[object] = Counter()

    def is_full(self, visitor: Viewer) -> bool:
        """Tell whether somebody has as many sockets as are allowed."""
        is_guest = isinstance(visitor, Guest)
        most = settings.MAX_SOCKETS_PER_LINK if is_guest else settings.MAX_SOCKETS_PER_USER
        return self._open[_key(visitor)] >= most

    def enter(self, visitor: Viewer) -> None:
        """Count a socket."""
        self._open[_key(visitor)] += 1

    def leave(self, visitor: Viewer) -> None:
        """Count it no longer."""
        self._open[_key(visitor)] -= 1
        self._open += Counter()  # forgets those who have none


def _key(visitor: Viewer) -> object:
    return visitor.links if isinstance(visitor, Guest) else visitor.pk
