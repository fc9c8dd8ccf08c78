"""Who is signed in."""

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.middleware.csrf import get_token
from ninja import Router, Status

from designer.api.auth import OwnPage, SignInThrottle, visitor_of
from designer.api.schemas import Session, SignIn
from designer.errors import NotSignedIn
from designer.services.sharing import list_shared
from designer.topology.sentence import say

router = Router(tags=["session"])
_THROTTLE = SignInThrottle(f"{settings.SIGN_INS_PER_MINUTE}/m")


@router.get("/session", response=Session, auth=None, by_alias=True)
def get_session(request: HttpRequest) -> dict[str, object]:
    """Tell who is signed in, and give the token that every change has to send back."""
    user = request.user
    known = {"id": user.pk, "name": user.username} if isinstance(user, User) else None
    return {
        "user": known,
        "csrf_token": get_token(request),
        "settings": {"host_namespace": settings.HOST_NAMESPACE},
        "shared_labs": list_shared(visitor_of(request)),
    }


@router.post("/session", response=Session, auth=OwnPage(), throttle=_THROTTLE)
def sign_in(request: HttpRequest, order: SignIn) -> dict[str, object]:
    """Sign in with a name and a password."""
    user = authenticate(request, username=order.username, password=order.password)
    if user is None:
        raise NotSignedIn(say("the name or the password is wrong"))
    login(request, user)
    return get_session(request)


@router.delete("/session", response={204: None}, auth=OwnPage())
def sign_out(request: HttpRequest) -> Status[None]:
    """Forget who was signed in."""
    logout(request)
    return Status(204, None)
