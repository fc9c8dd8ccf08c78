"""Labs: create, list, read, replace, delete."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.utils import timezone

from designer.errors import NotFound, TooMany, Unavailable
from designer.models import Lab, Role, Viewer
from designer.services import documents, runs
from designer.services.drawings import (
    merge_text,
    read_drawing,
    rename,
    require_applicable,
    require_drawing,
    require_sound_drawing,
)
from designer.services.lab_state import lab_state
from designer.services.sharing import require_role
from designer.services.stored_labs import draw
from designer.topology.address_plan import PlannedNetwork, address_plan
from designer.topology.automatic_routes import AutomaticRoutes
from designer.topology.explicit_routes import found_routes
from designer.topology.sentence import counted, say
from designer.topology.topology import Topology


def list_labs(user: Viewer) -> QuerySet[Lab]:
    """Return the labs somebody may see, without the parts that only one lab's page needs."""
    return Lab.objects.visible_to(user).select_related("owner").defer("text", "problems")


def find_lab(user: Viewer, lab_id: UUID, needed: Role = "view") -> Lab:
    """Return a lab in which somebody may do what is needed; one that is not seen is not there."""
    lab = Lab.objects.visible_to(user).filter(pk=lab_id).first()
    if lab is None:
        raise NotFound(say("there is no such lab"))
    require_role(lab, needed)
    if documents.is_behind(lab):
        role, lab = lab.role, documents.derive(lab.pk)
        lab.role = role
    return lab


def create_lab(user: User, source: str | Mapping[str, Any] | None, name: str | None) -> Lab:
    """Store a new lab from a text without errors, from values, or empty."""
    if Lab.objects.filter(owner=user, deleted_at=None).count() >= settings.MAX_LABS_PER_USER:
        most = settings.MAX_LABS_PER_USER
        raise TooMany(
            counted(
                "you have {count} lab, the most allowed here: delete it first",
                "you have {count} labs, the most allowed here: delete some first",
                count=most,
            )
        )
    document = read_drawing({} if source is None else source)
    if name is not None:
        document = rename(document, name)
    require = require_sound_drawing if isinstance(source, str) else require_drawing
    topology = require(document)
    lab = Lab(owner=user)
    lab.role = "own"
    draw(lab, topology, document.problems)
    original = source if isinstance(source, str) else ""
    changed = name is not None or not original
    lab.text = merge_text(original, topology) if changed else original
    lab.save()
    return lab


def replace_by_text(lab: Lab, revision: int, text: str) -> Lab:
    """Store the user's file as it is; one with errors is not stored."""
    document = read_drawing(text)
    require_sound_drawing(document)
    lab.text, lab.text_revision = text, revision + 1
    return documents.replace_drawing(lab, revision, document)


def replace_by_values(lab: Lab, revision: int, values: Mapping[str, Any]) -> Lab:
    """Store what the canvas holds, also while it cannot be applied as yet.

    The text follows when somebody reads it, for merging takes long and a canvas saves often.
    """
    document = read_drawing(values)
    require_drawing(document)
    return documents.replace_drawing(lab, revision, document)


def find_automatic_routes(lab: Lab) -> AutomaticRoutes:
    """Return the routes that a drawing without errors leaves to us, if it does."""
    topology = Topology.model_validate(lab.topology)
    require_applicable(topology)
    return found_routes(topology) if topology.routing is not None else {}


def find_address_plan(lab: Lab) -> tuple[PlannedNetwork, ...]:
    """Return the networks of a drawing without errors."""
    topology = Topology.model_validate(lab.topology)
    require_applicable(topology)
    return address_plan(topology)


def delete_lab(lab: Lab) -> None:
    """Delete a lab; one that may be running is hidden first and gone when its host says so."""
    if lab_state(lab) == "empty":
        lab_id = lab.pk
        lab.delete()
        documents.tell_access(lab_id)
        return
    Lab.objects.filter(pk=lab.pk).update(deleted_at=timezone.now())
    documents.tell_access(lab.pk)
    with suppress(Unavailable):  # the control worker's sweep asks again
        runs.start_destroy(lab)
