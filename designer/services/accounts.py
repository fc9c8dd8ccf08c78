"""Who a person is: users, passwords and links that sign in once."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from designer.models import SignInLink
from designer.services.tokens import new_token, token_hash

FIRST_USER = "admin"


def first_user() -> User:
    """Return the user who was there first, made now where there is none."""
    user = User.objects.filter(is_active=True).order_by("pk").first()
    return user or User.objects.create_superuser(FIRST_USER)


def make_sign_in_token(user: User, valid_for: timedelta) -> str:
    """Return a token that signs the user in once; links that have expired are forgotten."""
    now = timezone.now()
    SignInLink.objects.filter(expires_at__lt=now).delete()
    token = new_token()
    SignInLink.objects.create(user=user, token_hash=token_hash(token), expires_at=now + valid_for)
    return token


@transaction.atomic
def redeem_sign_in_token(token: str) -> User | None:
    """Return whom the token signs in, and forget it; None for one that is used or too old."""
    links = SignInLink.objects.filter(token_hash=token_hash(token), expires_at__gt=timezone.now())
    link = links.select_for_update().select_related("user").first()
    if link is None or not links.delete()[0] or not link.user.is_active:
        return None
    return link.user
