"""Versions that are kept by themselves: before an apply, and of edits now and then."""

from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from designer.models import Lab, LabVersion
from designer.services.thinning import worth_keeping

Reason = Literal["edits", "apply", "named", "restore"]

EDITS_APART = timedelta(minutes=10)
"""While somebody draws, a version is kept that often."""


def keep_before_edit(lab_id: UUID) -> None:
    """Keep what is stored, which is about to be replaced, unless something newer was kept lately.

    The first edit of a lab always has before it what the lab was made with.
    """
    newest = _newest(lab_id)
    if newest is not None and timezone.now() - newest.created_at < EDITS_APART:
        return
    lab = Lab.objects.filter(pk=lab_id).first()
    if lab is not None and lab.node_count + lab.link_count > 0:
        keep(lab, "edits", at=lab.updated_at)


def keep_applied(lab: Lab, values: dict[str, Any], *, live: bool) -> None:
    """Keep what is about to be applied; of edits that are applied live, as of others."""
    newest = _newest(lab.pk)
    if live and newest is not None and timezone.now() - newest.created_at < EDITS_APART:
        return
    keep(lab, "apply", values=values)


def keep(  # noqa: PLR0913 - what a version says
    lab: Lab,
    reason: Reason,
    *,
    name: str = "",
    author: User | None = None,
    at: datetime | None = None,
    values: dict[str, Any] | None = None,
) -> LabVersion:
    """Keep a drawing, unless it is the newest version already; a name is given in any case."""
    drawn = lab.topology if values is None else values
    with transaction.atomic():
        Lab.objects.select_for_update().only("pk").get(pk=lab.pk)
        newest = lab.versions.first()
        if newest is not None and newest.topology == drawn and not (name and newest.name):
            if name:
                newest.name, newest.reason, newest.author = name, reason, author
                newest.save(update_fields=["name", "reason", "author"])
            return newest
        number = lab.versions.aggregate(last=Max("number"))["last"] or 0
        version = LabVersion.objects.create(
            lab=lab,
            number=number + 1,
            name=name,
            reason=reason,
            author=author,
            created_at=at or timezone.now(),
            revision=lab.revision,
            topology=drawn,
            node_count=len(drawn.get("nodes", ())),
            link_count=len(drawn.get("links", ())),
        )
        _thin(lab, version)
    return version


def _thin(lab: Lab, newest: LabVersion) -> None:
    """Delete automatic versions that time has made needless, never the one just kept."""
    automatic = lab.versions.filter(name="")
    moments = [*automatic.values_list("created_at", flat=True)]
    kept = worth_keeping(moments, timezone.now(), settings.AUTOMATIC_VERSIONS_KEPT)
    automatic.exclude(created_at__in=kept).exclude(pk=newest.pk).delete()


def _newest(lab_id: UUID) -> LabVersion | None:
    return LabVersion.objects.filter(lab=lab_id).defer("topology").first()
