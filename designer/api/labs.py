"""Labs: list, create, read, replace, delete, check."""

from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Status

from designer.api.answers import answer_lab, answer_labs
from designer.api.auth import VISITING, user_of, visitor_of
from designer.api.bodies import YAML_TYPES
from designer.api.schemas import (
    AutomaticRoutes,
    Check,
    CheckedDrawing,
    Lab,
    LabCreation,
    LabReplacement,
    LabSummary,
    PlannedNetwork,
    Problems,
)
from designer.errors import InvalidRequest
from designer.gallery import GALLERY
from designer.services import labs
from designer.services.drawings import problems_to_json, read_drawing
from designer.services.host import host_problems
from designer.services.texts import read_yaml
from designer.topology.document import with_lines
from designer.topology.explicit_routes import destination_text
from designer.topology.sentence import say

router = Router(tags=["labs"])

_TEXT = {"application/yaml": {"schema": {"type": "string"}}}
AS_YAML = {"requestBody": {"content": _TEXT}}
"""Where a drawing is sent, its file may be sent as it is."""


@router.get("/labs", response=list[LabSummary])
def list_labs(request: HttpRequest) -> list[dict[str, Any]]:
    """List your labs, the one changed last first."""
    return answer_labs(labs.list_labs(user_of(request)))


@router.post("/labs", response={201: Lab}, openapi_extra=AS_YAML)
def create_lab(request: HttpRequest, order: LabCreation) -> Status[dict[str, Any]]:
    """Create a lab: from the gallery, from values, from text (also as application/yaml), or empty.

    A text with errors is refused; values may have some, as a drawing on the canvas may.
    """
    lab = labs.create_lab(user_of(request), _source(order), order.name)
    return Status(201, answer_lab(lab, with_yaml=True))


def _source(order: LabCreation) -> str | dict[str, Any] | None:
    if order.gallery is None:
        return order.source
    if order.gallery not in GALLERY:
        raise InvalidRequest(
            say(
                "{gallery} is not in the gallery: GET /api/gallery lists it",
                gallery=repr(order.gallery),
            )
        )
    return GALLERY[order.gallery].text


@router.get("/labs/{lab_id}", response=Lab, auth=VISITING)
def get_lab(
    request: HttpRequest,
    lab_id: UUID,
    yaml: Annotated[
        bool,
        Query(description="Whether to send the file, which takes long for what was just drawn."),
    ] = True,
) -> Any:
    """Read a lab; with `Accept: application/yaml` its file alone, the revision in `ETag`."""
    lab = labs.find_lab(visitor_of(request), lab_id)
    if request.get_preferred_type(["application/json", *YAML_TYPES]) in YAML_TYPES:
        headers = {"ETag": f'"{lab.revision}"', "Vary": "Accept"}
        return HttpResponse(read_yaml(lab), "application/yaml", headers=headers)
    return answer_lab(lab, with_yaml=yaml)


@router.put("/labs/{lab_id}", response=Lab, openapi_extra=AS_YAML)
def replace_lab(request: HttpRequest, lab_id: UUID, order: LabReplacement) -> dict[str, Any]:
    """Replace a lab's drawing, unless it was changed since the revision that you name.

    As JSON, or as application/yaml with the revision in `If-Match`. A text is kept as it is and
    refused when it has errors. Values are merged into the text, whose comments stay; they are
    stored with their problems, for a drawing on the canvas is often half done.
    """
    lab = labs.find_lab(user_of(request), lab_id, "edit")
    if order.yaml is not None:
        stored = labs.replace_by_text(lab, order.revision, order.yaml)
        return answer_lab(stored, with_yaml=True)
    if order.topology is None:
        raise InvalidRequest(say("send a topology or a yaml"))
    return answer_lab(labs.replace_by_values(lab, order.revision, order.topology), with_yaml=False)


@router.delete("/labs/{lab_id}", response={204: None})
def delete_lab(request: HttpRequest, lab_id: UUID) -> Status[None]:
    """Delete a lab, its runs, and what runs of it on the host."""
    labs.delete_lab(labs.find_lab(user_of(request), lab_id, "own"))
    return Status(204, None)


@router.get("/labs/{lab_id}/routes", response=AutomaticRoutes, auth=VISITING)
def list_automatic_routes(request: HttpRequest, lab_id: UUID) -> dict[str, Any]:
    """Tell by node which routes `routing: automatic` gives; nothing where the lab has none.

    A drawing with errors is refused, as a run of it would be.
    """
    lab = labs.find_lab(visitor_of(request), lab_id)
    return {
        name: [
            {
                "destination": destination_text(route.destination),
                "hops": [
                    {"interface": way.interface, "gateway": str(way.gateway)} for way in route.ways
                ],
            }
            for route in routes
        ]
        for name, routes in labs.find_automatic_routes(lab).items()
    }


@router.get("/labs/{lab_id}/addresses", response=list[PlannedNetwork], auth=VISITING)
def list_addresses(request: HttpRequest, lab_id: UUID) -> list[dict[str, Any]]:
    """Tell the address plan: the networks, and who has which address in each.

    A drawing with errors is refused, as a run of it would be.
    """
    lab = labs.find_lab(visitor_of(request), lab_id)
    return [
        {
            "network": str(planned.network),
            "addresses": [
                {
                    "node": one.end.node,
                    "interface": one.end.interface,
                    "address": str(one.address),
                    "automatic": one.automatic,
                }
                for one in planned.addresses
            ],
        }
        for planned in labs.find_address_plan(lab)
    ]


@router.post("/labs/{lab_id}/check", response=Problems, auth=VISITING)
def check_lab(request: HttpRequest, lab_id: UUID) -> dict[str, Any]:
    """Tell everything that is wrong with a stored lab, with lines of its YAML."""
    lab = labs.find_lab(visitor_of(request), lab_id)
    return _problems(read_yaml(lab))


@router.post("/check", response=CheckedDrawing, openapi_extra=AS_YAML)
def check_drawing(request: HttpRequest, order: Check) -> dict[str, Any]:
    """Tell everything that is wrong with a drawing, and store nothing."""
    del request
    if order.source is None:
        raise InvalidRequest(say("send a topology or a yaml"))
    return _checked(order.source)


def _problems(source: str | dict[str, Any]) -> dict[str, Any]:
    """Return what is wrong with a drawing, and what the host cannot run of it."""
    return {"problems": _checked(source)["problems"]}


def _checked(source: str | dict[str, Any]) -> dict[str, Any]:
    document = read_drawing(source)
    found = document.problems
    if document.topology is not None:
        lacked = host_problems(document.topology)
        found += with_lines(source, lacked) if isinstance(source, str) else lacked
    understood = document.topology.plain() if document.topology else None
    return {"problems": problems_to_json(found), "topology": understood}
