"""Shared documents: their log in the database, and the drawing that is derived from them."""

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from pycrdt import merge_updates

from designer import relay
from designer.errors import TopologyHasProblems
from designer.models import DocumentUpdate, Lab, SharedDocument
from designer.relay import NUMBER_BYTES, Sort
from designer.services import readings
from designer.services.checked import checked_text
from designer.services.drawings import problems_to_json
from designer.services.stored_labs import draw, stale, store
from designer.services.texts import read_yaml, take_source
from designer.shared.bring import bring
from designer.shared.doubles import find_doubles
from designer.shared.from_topology import from_topology
from designer.shared.lab_document import LabDocument
from designer.shared.logged_document import LoggedDocument
from designer.shared.to_topology import DrawingReader
from designer.topology.document import PROBLEMS_MAX, Document, Earlier, read_values
from designer.topology.problem import Problem
from designer.topology.topology import Topology

UPDATES_KEPT = 200
"""So many are read one by one when a document is opened; more are folded into its snapshot."""

DOCUMENTS_KEPT = 8
"""One of 1000 nodes takes some 13 MB."""

Kept = dict[UUID, LoggedDocument]
"""Documents that one thread has read, the one it read last at the end."""


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
            document = from_topology(lab.topology)
            document.write(read_yaml(lab))
            SharedDocument.objects.create(lab=lab, snapshot=document.to_bytes())
    return read_log(lab_id)


def read_log(lab_id: UUID, after: int = -1) -> Log:
    """Return what came after a number; it may say again what was known."""
    stored = SharedDocument.objects.values_list("last_number", "derived_number")
    last_number, derived_number = stored.get(pk=lab_id)
    if last_number <= after:
        return Log((), last_number, derived_number)  # SQLite would lock out whoever writes
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


def derive(lab_id: UUID, kept: Kept | None = None) -> Lab:
    """Have the lab's drawing say what its document says; a new revision where that is new.

    A document that is no drawing leaves the last one that was, and tells what is wrong. What is
    `kept` of documents need not be read anew.
    """
    lab = Lab.objects.get(pk=lab_id)
    while is_behind(lab):
        logged = _caught_up(lab_id, {} if kept is None else kept)
        drawn = _read(lab_id, logged.reader)
        with transaction.atomic():
            lab = Lab.objects.select_for_update().get(pk=lab_id)
            row = SharedDocument.objects.get(pk=lab_id)
            if row.derived_number < logged.number:
                _enter(lab, row, drawn, logged.number)
    return lab


def _caught_up(lab_id: UUID, kept: Kept) -> LoggedDocument:
    """Return a document as its log has it now; it is not kept where that fails."""
    logged = kept.pop(lab_id, None) or LoggedDocument()
    log = read_log(lab_id, logged.number)
    logged.take(log.updates, log.number)
    readings.keep_newest(kept, lab_id, logged, DOCUMENTS_KEPT)
    return logged


def check(lab_id: UUID, kept: Kept) -> str:
    """Derive the drawing, and return what browsers are told of it."""
    compact(lab_id)
    return checked_text(derive(lab_id, kept))


def replace_drawing(lab: Lab, revision: int, drawing: Document) -> Lab:
    """Store another drawing over the revision that was seen.

    Where people have the lab open it goes through their document, and they see it at once.
    """
    with transaction.atomic():
        Lab.objects.select_for_update().get(pk=lab.pk)  # nobody opens the document meanwhile
        row = SharedDocument.objects.filter(pk=lab.pk).first()
        if row is None:
            draw(lab, _require(drawing), drawing.problems)
            return store(lab, revision)
        if row.last_number > row.derived_number:
            raise stale()
        _bring(lab, revision, row, _require(drawing))
    tell(lab.pk, Sort.CHECKED, checked_text(lab).encode())
    return lab


def _require(drawing: Document) -> Topology:
    if drawing.topology is None:
        raise ValueError("this is no drawing")
    return drawing.topology


def _bring(lab: Lab, revision: int, row: SharedDocument, topology: Topology) -> None:
    document = LabDocument(read_log(lab.pk).updates)
    number = row.derived_number
    is_written = lab.text_revision == revision + 1
    text_update = document.write(lab.text) if is_written else None
    if updates := [one for one in (bring(document, topology.plain()), text_update) if one]:
        update = merge_updates(*updates)
        number = append_update(lab.pk, update)
        numbered = number.to_bytes(NUMBER_BYTES) + update
        transaction.on_commit(partial(tell, lab.pk, Sort.UPDATE, numbered))
    drawn = _read(lab.pk, DrawingReader(document))
    if drawn.topology is not None:
        draw(lab, drawn.topology, (*drawn.faults, *drawn.problems))
    store(lab, revision)
    faults = problems_to_json(drawn.faults)
    SharedDocument.objects.filter(pk=lab.pk).update(derived_number=number, faults=faults)


def tell(lab_id: UUID, sort: Sort, body: bytes = b"") -> None:
    """Tell all who have the lab open; without Redis they see it in the database before long."""
    with suppress(*relay.LOST):
        relay.publish(lab_id, sort, body)


def tell_access(lab_id: UUID) -> None:
    """Have all who follow the lab looked at again: somebody may see it no longer, or do less."""
    tell(lab_id, Sort.ACCESS)
    with suppress(*relay.LOST):
        relay.publish_access(lab_id)


def require_no_faults(lab: Lab) -> None:
    """Refuse a lab whose document is at present no drawing: what is stored is an older one."""
    for faults in SharedDocument.objects.filter(pk=lab.pk).values_list("faults", flat=True):
        if faults:
            problems = [Problem.from_plain(fault) for fault in faults]
            raise TopologyHasProblems(problems[0].message, problems)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What a document says; `faults` are the problems that keep it from being a drawing."""

    topology: Topology | None
    problems: tuple[Problem, ...]
    faults: tuple[Problem, ...]
    source: str


def _read(lab_id: UUID, reader: DrawingReader) -> _Drawn:
    said = reader.read()
    read = _reread(lab_id, said.values)
    doubles = tuple(find_doubles(said.nodes))
    oversize = [problem for problem in read.problems if problem.code == "too-large"]
    if read.topology is None or oversize:
        faults = (*doubles, *read.problems)[:PROBLEMS_MAX]
        return _Drawn(None, (), faults, "")
    return _Drawn(read.topology, read.problems, doubles, str(reader.document.source))


def _reread(lab_id: UUID, values: dict[str, Any]) -> Document:
    """Read a drawing; of a lab that is being edited most of it was read before."""
    read = read_values(values, settings.LIMITS, readings.earlier(lab_id))
    if read.topology is not None:
        readings.remember(lab_id, Earlier(values, read.topology))
    return read


def _enter(lab: Lab, row: SharedDocument, drawn: _Drawn, number: int) -> None:
    before = (lab.topology, lab.problems)
    problems = (*drawn.faults, *drawn.problems)[:PROBLEMS_MAX]
    if drawn.topology is None:
        lab.problems = problems_to_json(problems)
    else:
        draw(lab, drawn.topology, problems)
    is_redrawn = (lab.topology, lab.problems) != before
    if take_source(lab, drawn.source, is_redrawn=is_redrawn) or is_redrawn:
        store(lab, lab.revision)
    row.derived_number, row.faults = number, problems_to_json(drawn.faults)
    row.save(update_fields=["derived_number", "faults"])
