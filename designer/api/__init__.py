"""The REST API; here its parts come together, and here alone refusals become answers."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, Throttled, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from designer.api import (
    drift,
    embedding,
    exports,
    fixes,
    gallery,
    generators,
    labs,
    runs,
    session,
    sharing,
    versions,
    watching,
)
from designer.api.auth import SignedIn
from designer.api.bodies import BodyParser
from designer.api.schemas import Error
from designer.errors import DesignerError, InvalidRequest, NotFound, TooLarge, TooMany
from designer.services.drawings import problems_to_json
from designer.topology.misfit import misfit
from designer.topology.sentence import say, told
from designer.topology.topology import topology_json_schema

DESCRIPTION = """\
Draw networks and have Linux run them. Sign in with `POST /api/session`, or in the browser; every
change sends the token of `GET /api/session` in the header `X-CSRFToken`. Every refusal is
`{code, message, problems}`. What happens in a run comes over the WebSocket `/ws/runs/{id}`, one
event a message, and the same events can be read at `/api/runs/{id}/events`.
"""


class Api(NinjaAPI):
    """The REST API; its description names every endpoint as its function, and what it refuses."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Return the function's name: no two are alike."""
        return operation.view_func.__name__

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """Add the one form of every refusal."""
        schema = super().get_openapi_schema(**options)
        schema["components"]["schemas"]["Error"] = Error.model_json_schema(
            ref_template="#/components/schemas/{model}"
        )
        schema["components"]["schemas"]["Error"].pop("$defs")
        content = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
        for methods in schema["paths"].values():
            for endpoint in methods.values():
                endpoint["responses"]["default"] = {"description": "Refused", "content": content}
        return schema


api = Api(
    title="Vethwork",
    version="1",
    description=DESCRIPTION,
    auth=SignedIn(),
    parser=BodyParser(),
    urls_namespace="api",
)
PARTS = (
    session,
    gallery,
    generators,
    labs,
    runs,
    drift,
    watching,
    exports,
    fixes,
    versions,
    sharing,
    embedding,
)
for part in PARTS:
    api.add_router("", part.router)


@api.get("/topology.schema.json", auth=None, tags=["labs"])
def get_topology_schema(request: HttpRequest) -> JsonResponse:
    """Read the JSON Schema of a drawing."""
    del request
    return JsonResponse(topology_json_schema(), content_type="application/schema+json")


def answer_error(request: HttpRequest, error: DesignerError) -> HttpResponse:
    """Return a refusal as every client gets it."""
    del request
    body: dict[str, Any] = {"code": error.code, "message": error.message, **told(error.message)}
    if error.problems:
        body["problems"] = problems_to_json(error.problems)
    return JsonResponse(body, status=error.status)


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """An address that cannot be one of ours is not there; anything else is a wrong request."""
    first = error.errors[0]
    if first["loc"][0] == "path":
        return answer_error(request, NotFound(say("there is nothing at this address")))
    where = ".".join(str(step) for step in first["loc"][2:] or first["loc"])
    message = say("{where}: {fault}", where=where, fault=misfit(first))
    return answer_error(request, InvalidRequest(message))


@api.exception_handler(HttpError)
def _refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    if isinstance(error.__cause__, DesignerError):  # what our body parser refused
        return answer_error(request, error.__cause__)
    if isinstance(error, Throttled):
        return answer_error(request, TooMany(say("too many attempts: wait a minute")))
    body = {"code": HTTPStatus(error.status_code).phrase.lower(), "message": str(error)}
    return JsonResponse(body, status=error.status_code)


@api.exception_handler(RequestDataTooBig)
def _too_large(request: HttpRequest, _error: RequestDataTooBig) -> HttpResponse:
    return answer_error(request, TooLarge(say("the request is too large: split it")))


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, _error: Http404) -> HttpResponse:
    return answer_error(request, NotFound(say("there is nothing here")))


api.exception_handler(DesignerError)(answer_error)
