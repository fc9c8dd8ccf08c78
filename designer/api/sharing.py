"""Who else may do what in a lab: members and share links."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from ninja import Router, Status

from designer import models
from designer.api.auth import user_of
from designer.api.sharing_schemas import (
    Member,
    MemberOrder,
    NewShareLink,
    ShareLink,
    ShareLinkOrder,
)
from designer.services import labs, sharing

router = Router(tags=["sharing"])


@router.get("/labs/{lab_id}/members", response=list[Member])
def list_members(request: HttpRequest, lab_id: UUID) -> list[dict[str, Any]]:
    """List who may do what in a lab, the owner first."""
    lab = labs.find_lab(user_of(request), lab_id)
    return [
        {
            "user": {"id": user.pk, "name": user.get_username()},
            "role": role,
            "is_owner": user.pk == lab.owner_id,
        }
        for user, role in sharing.list_members(lab)
    ]


@router.put("/labs/{lab_id}/members", response=list[Member])
def set_member(request: HttpRequest, lab_id: UUID, order: MemberOrder) -> list[dict[str, Any]]:
    """Give somebody a role in a lab, instead of the one that this person has."""
    lab = labs.find_lab(user_of(request), lab_id, "own")
    sharing.set_member(lab, order.username, order.role)
    return list_members(request, lab_id)


@router.delete("/labs/{lab_id}/members/{user_id}", response={204: None})
def remove_member(request: HttpRequest, lab_id: UUID, user_id: int) -> Status[None]:
    """Take somebody's role away, which closes what this person has open; anybody may leave."""
    user = user_of(request)
    lab = labs.find_lab(user, lab_id, "view" if user_id == user.pk else "own")
    sharing.remove_member(lab, user_id)
    return Status(204, None)


@router.get("/labs/{lab_id}/share-links", response=list[ShareLink])
def list_share_links(request: HttpRequest, lab_id: UUID) -> list[models.ShareLink]:
    """List the links that show a lab; what opens it is told once, when a link is made."""
    return list(labs.find_lab(user_of(request), lab_id, "own").share_links.all())


@router.post("/labs/{lab_id}/share-links", response={201: NewShareLink})
def make_share_link(
    request: HttpRequest, lab_id: UUID, order: ShareLinkOrder
) -> Status[dict[str, Any]]:
    """Make a link that shows a lab to whoever has it, without an account."""
    lab = labs.find_lab(user_of(request), lab_id, "own")
    valid_for = None if order.valid_for_s is None else timedelta(seconds=order.valid_for_s)
    link, token = sharing.make_share_link(lab, valid_for, order.embed_sites)
    embed_url = None if link.embed_sites is None else f"{settings.PUBLIC_URL}/embed/{token}"
    told = {
        "id": link.pk,
        "created_at": link.created_at,
        "expires_at": link.expires_at,
        "embed_sites": link.embed_sites,
    }
    addresses = {"url": f"{settings.PUBLIC_URL}/share/{token}", "embed_url": embed_url}
    return Status(201, told | addresses)


@router.delete("/labs/{lab_id}/share-links/{link_id}", response={204: None})
def revoke_share_link(request: HttpRequest, lab_id: UUID, link_id: int) -> Status[None]:
    """Have a link show nothing any more, and close what was opened by it."""
    sharing.revoke_share_link(labs.find_lab(user_of(request), lab_id, "own"), link_id)
    return Status(204, None)
