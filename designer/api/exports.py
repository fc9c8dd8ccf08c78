"""Labs in other formats."""

import json
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router

from designer.api.auth import VISITING, visitor_of
from designer.api.export_schemas import ExportPreview, Format
from designer.exporters import EXPORTERS
from designer.exporters.export import Export
from designer.services import exports, labs
from designer.topology.sentence import told

router = Router(tags=["exports"])

LOSSES_HEADER = "X-Vethwork-Losses"


@router.get("/formats", response=list[Format])
def list_formats(request: HttpRequest) -> list[dict[str, str]]:
    """List the formats that labs can be exported to."""
    del request
    return [
        {"id": name, "label": exporter.LABEL, "filename": exporter.FILENAME}
        for name, exporter in EXPORTERS.items()
    ]


@router.get("/labs/{lab_id}/export/{format}", response=ExportPreview, auth=VISITING)
def export_lab(
    request: HttpRequest,
    lab_id: UUID,
    format: str,  # noqa: A002 - the word in the address
    preview: bool = False,
) -> Any:
    """Download a lab in another format; with `preview` see it, and what the format cannot hold.

    Only YAML and JSON take a drawing with errors. A download tells the losses in the header
    X-Vethwork-Losses, a JSON list.
    """
    lab = labs.find_lab(visitor_of(request), lab_id)
    export = exports.export_lab(lab, format)
    return _preview(export) if preview else _download(export)


def _preview(export: Export) -> dict[str, object]:
    losses = [{"text": loss, **told(loss)} for loss in export.losses]
    return {"filename": export.filename, "text": export.text, "losses": losses}


def _download(export: Export) -> HttpResponse:
    headers = {
        "Content-Disposition": f'attachment; filename="{export.filename}"',
        LOSSES_HEADER: json.dumps(export.losses),
    }
    return HttpResponse(export.text, "text/plain; charset=utf-8", headers=headers)
