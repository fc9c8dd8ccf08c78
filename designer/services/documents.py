"""Shared documents: their log in the database, and the drawing that is derived from them."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import transaction

from designer.models import DocumentUpdate, Lab, SharedDocument
from designer.services.drawings import problems_to_json
from designer.services.stored_labs import draw, store
from designer.shared.doubles import find_doubles
from designer.shared.from_topology import from_topology
from designer.shared.lab_document import LabDocument
from designer.shared.to_topology import to_topology
from designer.topology.document import PROBLEMS_MAX, read_values
from designer.topology.problem import Problem
from designer.topology.topology import Topology

UPDATES_KEPT = 200
"""So many are read one by one when a document is opened; more are folded into its snapshot."""


@dataclass(frozen=True, slots=True)
class Log:
    """Updates up to a number; together they are what a document lacks that was read before."""

    updates: tuple[bytes, ...]
    number: int
    derived_number: int


def open_log(lab_id: UUID) -> Log:
    """Return a lab's document, made from its drawing where nobody has opened it so far."""
    with transaction.atomic():
        lab = Lab.objects.select_for_update().get(pk=lab_id)  # of two at once, one makes it
        if not SharedDocument.objects.filter(pk=lab_id).exists():
            snapshot = from_topology(lab.topology).to_bytes()
            SharedDocument.objects.create(lab=lab, snapshot=snapshot)
    return read_log(lab_id)


def read_log(lab_id: UUID, after: int = -1) -> Log:
    """Return what came after a number; it may say again what was known."""
    with transaction.atomic():
        row = SharedDocument.objects.select_for_update().get(pk=lab_id)
        newer = DocumentUpdate.objects.filter(lab=lab_id, number__gt=after)
        updates = [bytes(data) for data in newer.values_list("data", flat=True)]
    if row.snapshot_number > after:
        updates.insert(0, bytes(row.snapshot))
    return Log(tuple(updates), row.last_number, row.derived_number)


def append_update(lab_id: UUID, data: bytes) -> int:
    """Store an update and return its number, the next one."""
    with transaction.atomic():
        row = SharedDocument.objects.select_for_update().get(pk=lab_id)
        row.last_number += 1
        row.save(update_fields=["last_number"])
        DocumentUpdate.objects.create(lab_id=lab_id, number=row.last_number, data=data)
    return row.last_number


def compact(lab_id: UUID) -> None:
    """Fold the updates into the snapshot, which forgets what was deleted."""
    with transaction.atomic():
        row = SharedDocument.objects.select_for_update().get(pk=lab_id)
        if row.last_number - row.snapshot_number <= UPDATES_KEPT:
            return
        row.snapshot = LabDocument(read_log(lab_id).updates).to_bytes()
        row.snapshot_number = row.last_number
        row.save(update_fields=["snapshot", "snapshot_number"])
        DocumentUpdate.objects.filter(lab=lab_id).delete()


def is_behind(lab: Lab) -> bool:
    """Tell whether the document has changes that the lab's drawing does not show as yet."""
    numbers = SharedDocument.objects.filter(pk=lab.pk).values_list("last_number", "derived_number")
    return any(last > derived for last, derived in numbers)


def derive(lab_id: UUID) -> Lab:
    """Have the lab's drawing say what its document says; a new revision where that is new.

    A document that is no drawing leaves the last one that was, and tells what is wrong.
    """
    lab = Lab.objects.get(pk=lab_id)
    while is_behind(lab):
        log = read_log(lab_id)
        drawn = _read(LabDocument(log.updates))
        with transaction.atomic():
            row = SharedDocument.objects.select_for_update().get(pk=lab_id)
            lab = Lab.objects.get(pk=lab_id)
            if row.derived_number < log.number:
                _store(lab, row, drawn, log.number)
    return lab


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What a document says; `faults` are the problems that keep it from being a drawing."""

    topology: Topology | None
    problems: tuple[Problem, ...]
    faults: tuple[Problem, ...]


def _read(document: LabDocument) -> _Drawn:
    read = read_values(to_topology(document), settings.LIMITS)
    doubles = tuple(find_doubles(document))
    oversize = [problem for problem in read.problems if problem.code == "too-large"]
    if read.topology is None or oversize:
        return _Drawn(None, (), (*doubles, *read.problems))
    return _Drawn(read.topology, read.problems, doubles)


def _store(lab: Lab, row: SharedDocument, drawn: _Drawn, number: int) -> None:
    before = (lab.topology, lab.problems)
    problems = (*drawn.faults, *drawn.problems)[:PROBLEMS_MAX]
    if drawn.topology is None:
        lab.problems = problems_to_json(problems)
    else:
        draw(lab, drawn.topology, problems)
    if (lab.topology, lab.problems) != before:
        store(lab, lab.revision)
    row.derived_number, row.faults = number, problems_to_json(drawn.faults)
    row.save(update_fields=["derived_number", "faults"])
