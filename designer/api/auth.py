"""Who may call: people with a session, from our own pages."""

from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest
from ninja.errors import HttpError
from ninja.security import SessionAuth
from ninja.throttling import SimpleRateThrottle

from designer.errors import Forbidden, NotSignedIn
from designer.models import Guest, Viewer
from designer.services.sharing import viewer_of
from designer.topology.sentence import say


class SignedIn(SessionAuth):
    """A session of an active user, and for a change the CSRF token of one of our pages."""

    def __call__(self, request: HttpRequest) -> Any:
        """Refuse as every other refusal is told."""
        try:
            return super().__call__(request)
        except HttpError:
            raise forged() from None

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        """Return who it is."""
        if user := super().authenticate(request, key):
            return user
        raise NotSignedIn(say("sign in first"))


class Visiting(SignedIn):
    """As `SignedIn`, and whoever has opened a share link: for endpoints that only tell."""

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        """Return who it is."""
        visitor = visitor_of(request)
        return visitor if isinstance(visitor, Guest) else super().authenticate(request, key)


class OwnPage(SignedIn):
    """Anybody, but for a change only from one of our pages."""

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        """Let everybody in."""
        del key
        return request.user or True


class SignInThrottle(SimpleRateThrottle):
    """Guessing passwords is slow."""

    def get_cache_key(self, request: HttpRequest) -> str:
        """Count by address."""
        return f"sign-in:{request.META.get('REMOTE_ADDR')}"


def forged() -> Forbidden:
    """Return the refusal of a change that did not come from one of our pages."""
    return Forbidden(say("the X-CSRFToken header is missing or old: GET /api/session has it"))


def visitor_of(request: HttpRequest) -> Viewer:
    """Return who called an endpoint that share links open too."""
    return viewer_of(request.user, request.session)


VISITING = Visiting()


def user_of(request: HttpRequest) -> User:
    """Return who called an endpoint that only people who are signed in reach."""
    assert isinstance(request.user, User)  # noqa: S101 - SignedIn saw to it
    return request.user
