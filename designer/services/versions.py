"""Versions of a lab's drawing: listed, named, compared, restored, made labs of their own."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import QuerySet

from designer.errors import Conflict, InvalidRequest, NotFound, TooMany
from designer.models import Lab, LabVersion
from designer.services import labs, version_log
from designer.services.drawings import merge_text
from designer.services.readings import read_stored
from designer.topology.changes import Change, find_changes
from designer.topology.reread import reread
from designer.topology.sentence import say
from designer.topology.topology import NAME_MAX, Topology

DRAWN, RUNNING = "drawn", "running"
"""Beside the numbers of versions: what is stored now, and what was applied last."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two drawings, and what became of the one in the other."""

    before: Topology
    after: Topology
    changes: tuple[Change, ...]


def list_versions(lab: Lab) -> QuerySet[LabVersion]:
    """Return a lab's versions, newest first, without their drawings."""
    return lab.versions.defer("topology").select_related("author")


def find_version(lab: Lab, number: int) -> LabVersion:
    """Return one version."""
    version = lab.versions.filter(number=number).first()
    if version is None:
        raise NotFound(
            say("this lab has no version {number}: it may have been thinned out", number=number)
        )
    return version


def keep_drawing(lab: Lab, name: str, author: User) -> LabVersion:
    """Keep what is stored now under a name; without one, until time has thinned it out."""
    if not name:
        return version_log.keep(lab, "restore", author=author)
    _require_room(lab)
    return version_log.keep(lab, "named", name=_checked(name), author=author)


def rename(lab: Lab, number: int, name: str) -> LabVersion:
    """Give a version a name, by which it is kept for good; without one it is thinned in time."""
    version = find_version(lab, number)
    if name and not version.name:
        _require_room(lab)
    version.name = _checked(name) if name else ""
    version.save(update_fields=["name"])
    return version


def _require_room(lab: Lab) -> None:
    most = settings.MAX_NAMED_VERSIONS
    if lab.versions.exclude(name="").count() >= most:
        raise TooMany(
            say("{most} versions of this lab have names, the most allowed: delete some", most=most)
        )


def _checked(name: str) -> str:
    if not name.strip() or not name.isprintable() or len(name) > NAME_MAX:
        raise InvalidRequest(
            say(
                "{name} is no name: use one line of up to {most} characters",
                name=repr(name),
                most=NAME_MAX,
            )
        )
    return name.strip()


def delete_version(lab: Lab, number: int) -> None:
    """Forget a version."""
    find_version(lab, number).delete()


def read_yaml(lab: Lab, version: LabVersion) -> str:
    """Return a version as a file, with the comments of the lab's file that still have a place."""
    return merge_text(lab.text, Topology.model_validate(version.topology))


def compare(lab: Lab, before: str, after: str) -> Comparison:
    """Return what lies between two versions, the running and the drawn one among them."""
    read_stored(lab)
    old, new = _drawing(lab, before), _drawing(lab, after)
    return Comparison(old, new, find_changes(old, new))


def _drawing(lab: Lab, which: str) -> Topology:
    if which == DRAWN:
        return lab.drawing
    if which == RUNNING:
        return _running(lab)
    if not which.isdecimal() or len(which) > 9:  # noqa: PLR2004 - as many digits as a row number has
        raise InvalidRequest(
            say(
                "{which} is no version: name a number, {drawn} or {running}",
                which=repr(which),
                drawn=DRAWN,
                running=RUNNING,
            )
        )
    return _read(lab, find_version(lab, int(which)).topology)


def _read(lab: Lab, values: dict[str, Any]) -> Topology:
    """Read what the lab once was, of which it still is a good part."""
    return reread(values, lab.topology, lab.drawing)


def _running(lab: Lab) -> Topology:
    done = lab.runs.filter(kind__in=("apply", "destroy"), status="succeeded")
    run = done.order_by("-generation").first()
    if run is None or run.kind == "destroy":
        raise Conflict(say("nothing of this lab runs: apply it first"))
    return _read(lab, run.topology)


def restore(lab: Lab, number: int, revision: int, author: User) -> Lab:
    """Draw a version again; what was drawn until now is kept as a version too."""
    version = find_version(lab, number)
    version_log.keep(lab, "restore", author=author)
    return labs.replace_by_values(lab, revision, {**version.topology, "name": lab.name})


def fork(lab: Lab, number: int, name: str | None, user: User) -> Lab:
    """Make a lab of one's own out of a version."""
    text = read_yaml(lab, find_version(lab, number))
    title = name if name is not None else f"{lab.name[: NAME_MAX - 6]} copy"
    document = Topology.model_validate(find_version(lab, number).topology)
    made = labs.create_lab(user, document.plain(), title)
    made.text = merge_text(text, made.drawing)
    made.save(update_fields=["text"])
    return made
