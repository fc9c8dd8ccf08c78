"""Versions of a lab's drawing: list, name, read, compare, restore, fork."""

from dataclasses import asdict
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status

from designer import models
from designer.api.answers import answer_lab
from designer.api.auth import user_of
from designer.api.schemas import Lab
from designer.api.version_schemas import (
    Comparison,
    Version,
    VersionDrawing,
    VersionFork,
    VersionNaming,
    VersionRestoring,
)
from designer.services import labs, versions
from designer.topology.sentence import told

router = Router(tags=["versions"])

Which = Annotated[str, Query(max_length=20)]


@router.get("/labs/{lab_id}/versions", response=list[Version])
def list_versions(request: HttpRequest, lab_id: UUID) -> list[dict[str, Any]]:
    """List what the drawing once was, newest first: kept by itself, or under a name."""
    lab = labs.find_lab(user_of(request), lab_id)
    return [_answer(one) for one in versions.list_versions(lab)]


@router.post("/labs/{lab_id}/versions", response={201: Version})
def keep_drawing(
    request: HttpRequest, lab_id: UUID, order: VersionNaming
) -> Status[dict[str, Any]]:
    """Keep what is stored now under a name; without one it is thinned out in time."""
    user = user_of(request)
    return Status(
        201, _answer(versions.keep_drawing(labs.find_lab(user, lab_id, "edit"), order.name, user))
    )


@router.get("/labs/{lab_id}/versions/{number}", response=VersionDrawing)
def get_version(request: HttpRequest, lab_id: UUID, number: int) -> dict[str, Any]:
    """Read a version with its drawing, also as a file."""
    lab = labs.find_lab(user_of(request), lab_id)
    version = versions.find_version(lab, number)
    yaml = versions.read_yaml(lab, version)
    return {**_answer(version), "topology": version.topology, "yaml": yaml}


@router.patch("/labs/{lab_id}/versions/{number}", response=Version)
def rename_version(
    request: HttpRequest, lab_id: UUID, number: int, order: VersionNaming
) -> dict[str, Any]:
    """Give a version a name, or take it away: without one it is thinned out in time."""
    lab = labs.find_lab(user_of(request), lab_id, "edit")
    return _answer(versions.rename(lab, number, order.name))


@router.delete("/labs/{lab_id}/versions/{number}", response={204: None})
def delete_version(request: HttpRequest, lab_id: UUID, number: int) -> Status[None]:
    """Forget a version."""
    versions.delete_version(labs.find_lab(user_of(request), lab_id, "edit"), number)
    return Status(204, None)


@router.post("/labs/{lab_id}/versions/{number}/restore", response=Lab)
def restore_version(
    request: HttpRequest, lab_id: UUID, number: int, order: VersionRestoring
) -> dict[str, Any]:
    """Draw a version again, over the revision that you name; what was drawn is kept as one too."""
    user = user_of(request)
    lab = versions.restore(labs.find_lab(user, lab_id, "edit"), number, order.revision, user)
    return answer_lab(lab, with_yaml=False)


@router.post("/labs/{lab_id}/versions/{number}/fork", response={201: Lab})
def fork_version(
    request: HttpRequest, lab_id: UUID, number: int, order: VersionFork
) -> Status[dict[str, Any]]:
    """Make a new lab of your own out of a version."""
    user = user_of(request)
    made = versions.fork(labs.find_lab(user, lab_id), number, order.name, user)
    return Status(201, answer_lab(made, with_yaml=True))


@router.get("/labs/{lab_id}/comparison", response=Comparison)
def compare_versions(
    request: HttpRequest, lab_id: UUID, before: Which, after: Which = versions.DRAWN
) -> dict[str, Any]:
    """Tell what lies between two drawings: numbers of versions, `drawn`, or `running`."""
    found = versions.compare(labs.find_lab(user_of(request), lab_id), before, after)
    drawings = {"before": found.before.plain(), "after": found.after.plain()}
    changes = [asdict(one) | told(one.title) for one in found.changes]
    return {**drawings, "changes": changes}


def _answer(version: models.LabVersion) -> dict[str, Any]:
    author = version.author
    return {
        "number": version.number,
        "name": version.name,
        "reason": version.reason,
        "author": author.get_username() if author is not None else None,
        "created_at": version.created_at,
        "revision": version.revision,
        "node_count": version.node_count,
        "link_count": version.link_count,
    }
