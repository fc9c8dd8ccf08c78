"""Signing in and out, by password and by link."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from designer.models import SignInLink
from designer.services import accounts
from tests.web.client import ApiClient

ANN = {"username": "ann", "password": "correct horse"}


def make_link(*words: str) -> str:
    """Return the path of a new sign-in link, as the command prints it last."""
    printed = StringIO()
    call_command("sign_in_link", *words, stdout=printed)
    address = printed.getvalue().splitlines()[-1]
    return address[address.index("/sign-in/") :]


def signed_in(client: ApiClient) -> str | None:
    """Return the name of who is signed in."""
    user = client.get("/api/session").json()["user"]
    return user["name"] if user else None


def test_password_signs_in_and_out(anonymous: ApiClient, ann: User) -> None:
    """A name and a password make a session, which ends when asked to."""
    answer = anonymous.post("/api/session", ANN)
    assert answer.json()["user"] == {"id": ann.pk, "name": "ann"}
    anonymous.token = answer.json()["csrf_token"]
    assert signed_in(anonymous) == "ann"
    assert anonymous.delete("/api/session").status_code == 204
    assert signed_in(anonymous) is None


@pytest.mark.parametrize("wrong", [{"password": "x"}, {"username": "eve"}, {"username": ""}])
def test_wrong_password_is_refused(anonymous: ApiClient, ann: User, wrong: dict[str, str]) -> None:
    """What is wrong is not told, so that nobody learns who exists."""
    answer = anonymous.post("/api/session", {**ANN, **wrong})
    assert ann.is_active
    assert (answer.status_code, answer.json()["code"]) == (401, "not-signed-in")


def test_guessing_is_slowed_down(anonymous: ApiClient, ann: User, settings: Any) -> None:
    """After some attempts in a minute even the right password has to wait."""
    assert ann.is_active
    for _ in range(settings.SIGN_INS_PER_MINUTE):
        assert anonymous.post("/api/session", {**ANN, "password": "x"}).status_code == 401
    answer = anonymous.post("/api/session", ANN)
    assert (answer.status_code, answer.json()["code"]) == (429, "too-many")


def test_first_link_makes_the_first_user(anonymous: ApiClient) -> None:
    """On a new installation the link's user is made, and may do everything."""
    answer = anonymous.get(make_link())
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert signed_in(anonymous) == "admin"
    assert User.objects.get().is_superuser


def test_link_signs_in_once(anonymous: ApiClient, ann: User) -> None:
    """A link that was used leads back to the sign-in page."""
    link = make_link("--user", "ann")
    assert ann.is_active
    assert anonymous.get(link).headers["Location"] == "/"
    again = ApiClient(None)
    assert again.get(link).headers["Location"] == "/sign-in?link=expired"
    assert signed_in(again) is None


def test_link_is_not_stored_as_it_is(ann: User) -> None:
    """Who reads the database cannot sign in with it."""
    token = accounts.make_sign_in_token(ann, timedelta(minutes=1))
    assert token not in SignInLink.objects.get().token_hash


def test_link_expires(anonymous: ApiClient, ann: User) -> None:
    """A link is good for its minutes alone."""
    assert ann.is_active
    link = make_link("--user", "ann", "--minutes", "0")
    assert anonymous.get(link).headers["Location"] == "/sign-in?link=expired"


def test_looking_at_a_link_does_not_use_it(anonymous: ApiClient, ann: User) -> None:
    """A program that only asks whether the address exists takes nothing away."""
    link = make_link("--user", "ann")
    anonymous.client.head(link)
    assert ann.is_active
    assert anonymous.get(link).headers["Location"] == "/"


def test_link_of_a_locked_out_user_is_refused(anonymous: ApiClient, ann: User) -> None:
    """A link does not let in who may not sign in any more."""
    link = make_link("--user", "ann")
    User.objects.filter(pk=ann.pk).update(is_active=False)
    assert anonymous.get(link).headers["Location"] == "/sign-in?link=expired"


def test_link_for_nobody_is_refused(ann: User) -> None:
    """A link for a user who does not exist is a mistake."""
    assert ann.is_active
    with pytest.raises(CommandError, match="eve"):
        make_link("--user", "eve")
