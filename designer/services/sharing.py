"""Who may do what in a lab: members with a role, and links that show it to whoever has them."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, cast
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from designer.errors import Conflict, Forbidden, NotFound, TooMany
from designer.models import ROLES, Guest, Lab, LabMember, LinkOpening, Role, ShareLink, Viewer
from designer.services import documents
from designer.services.tokens import new_token, token_hash
from designer.topology.sentence import Sentence, say

LINKS_KEY = "share_links"
"""Where a session has the links that its browser has opened."""

LINKS_IN_SESSION = 20

NOT_ALLOWED: dict[Role, Sentence] = {
    "view": say("you may not view it: ask an owner of the lab for the role 'view'"),
    "run": say("you may not run it: ask an owner of the lab for the role 'run'"),
    "edit": say("you may not edit it: ask an owner of the lab for the role 'edit'"),
    "own": say("you may not share or delete it: ask an owner of the lab for the role 'own'"),
}
"""What is told to whom a role is missing."""


def may(role: Role | None, needed: Role) -> bool:
    """Tell whether a role includes another."""
    return role is not None and ROLES.index(role) >= ROLES.index(needed)


def require_role(lab: Lab, needed: Role) -> None:
    """Refuse who sees the lab and may do less than is needed."""
    if not may(lab.role, needed):
        raise Forbidden(NOT_ALLOWED[needed])


def viewer_of(user: Viewer, session: Any) -> Viewer:
    """Return who looks at a lab: a user, or the guest whom the links of the session make."""
    links = session.get(LINKS_KEY, ())
    return Guest(links) if links and not user.is_authenticated else user


def list_shared(visitor: Viewer) -> list[UUID]:
    """Return the labs that share links show to a guest."""
    if not isinstance(visitor, Guest):
        return []
    return list(Lab.objects.visible_to(visitor).values_list("pk", flat=True))


def list_members(lab: Lab) -> list[tuple[User, Role]]:
    """Return the owner, and then all others with their roles."""
    others = LabMember.objects.filter(lab=lab).select_related("user")
    owner: User = lab.owner
    return [(owner, "own"), *((one.user, cast("Role", one.role)) for one in others)]


def set_member(lab: Lab, username: str, role: Role) -> None:
    """Give somebody a role in a lab, instead of the one that this person had."""
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        raise NotFound(
            say(
                "there is nobody called {username}: ask for the name of the account",
                username=repr(username),
            )
        )
    if user.pk == lab.owner_id:
        raise Conflict(say("{username} owns the lab", username=username))
    members = LabMember.objects.filter(lab=lab)
    if members.exclude(user=user).count() >= settings.MAX_MEMBERS_PER_LAB:
        most = settings.MAX_MEMBERS_PER_LAB
        raise TooMany(
            say("the lab has {most} members, the most allowed here: remove some first", most=most)
        )
    LabMember.objects.update_or_create(lab=lab, user=user, defaults={"role": role})
    documents.tell_access(lab.pk)


def remove_member(lab: Lab, user_id: int) -> None:
    """Take somebody's role away; what this person has open is closed.

    Also forgets that this person opened a link, which can be opened again while it works.
    """
    with transaction.atomic():
        roles, _ = LabMember.objects.filter(lab=lab, user=user_id).delete()
        openings, _ = LinkOpening.objects.filter(link__lab=lab, user=user_id).delete()
    if not roles and not openings:
        raise NotFound(say("there is no such member"))
    documents.tell_access(lab.pk)


def make_share_link(
    lab: Lab, valid_for: timedelta | None, embed_sites: Sequence[str] | None = None
) -> tuple[ShareLink, str]:
    """Return a new link and its token, which nobody can read again."""
    if lab.share_links.count() >= settings.MAX_SHARE_LINKS_PER_LAB:
        most = settings.MAX_SHARE_LINKS_PER_LAB
        raise TooMany(
            say("the lab has {most} links, the most allowed here: revoke some first", most=most)
        )
    token = new_token()
    expires_at = timezone.now() + valid_for if valid_for else None
    link = ShareLink.objects.create(
        lab=lab,
        token_hash=token_hash(token),
        expires_at=expires_at,
        embed_sites=None if embed_sites is None else list(dict.fromkeys(embed_sites)),
    )
    return link, token


def revoke_share_link(lab: Lab, link_id: int) -> None:
    """Have a link show nothing any more, and close what was opened by it."""
    if not ShareLink.objects.filter(lab=lab, pk=link_id).delete()[0]:
        raise NotFound(say("there is no such link"))
    documents.tell_access(lab.pk)


def find_share_link(token: str) -> ShareLink | None:
    """Return the link that a token is of, if it still shows a lab."""
    links = ShareLink.objects.valid().filter(token_hash=token_hash(token), lab__deleted_at=None)
    return links.select_related("lab").first()


def open_share_link(user: Viewer, session: Any, token: str) -> UUID | None:
    """Return the lab that a link shows as long as it works; None without one.

    Who has an account sees it under that, others in this session.
    """
    link = find_share_link(token)
    if link is None:
        return None
    if isinstance(user, User) and user.is_authenticated:
        LinkOpening.objects.get_or_create(link=link, user=user)
    else:
        opened = [one for one in session.get(LINKS_KEY, ()) if one != link.pk]
        session[LINKS_KEY] = [*opened, link.pk][-LINKS_IN_SESSION:]
    return UUID(str(link.lab_id))
