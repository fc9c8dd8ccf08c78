"""Labs of a regular shape, from a few numbers."""

from typing import Any

from django.http import HttpRequest
from ninja import Body, Router
from pydantic import ValidationError

from designer.api.schemas import Shape, TopologyValues
from designer.errors import InvalidRequest
from designer.generators import GENERATORS
from designer.generators.lab import TooLarge, draw
from designer.topology.misfit import misfit
from designer.topology.sentence import Sentence, listed, say, spoken

router = Router(tags=["labs"])


@router.get("/generators", response=list[Shape])
def list_generators(request: HttpRequest) -> list[dict[str, Any]]:
    """List the shapes, each with the JSON Schema of what can be chosen of it."""
    del request
    return [
        {
            "id": name,
            "label": shape.label,
            "summary": " ".join((shape.__doc__ or "").split()),
            "options": shape.model_json_schema(),
        }
        for name, shape in GENERATORS.items()
    ]


@router.post("/generators/{shape}", response=TopologyValues)
def generate(request: HttpRequest, shape: str, options: Body[dict[str, Any]]) -> dict[str, Any]:
    """Draw a shape; nothing is stored."""
    del request
    if shape not in GENERATORS:
        raise InvalidRequest(
            say("{shape} is no shape: GET /api/generators lists them", shape=repr(shape))
        )
    try:
        return draw(GENERATORS[shape].model_validate(options)).plain()
    except ValidationError as error:
        raise InvalidRequest(_words(error)) from None
    except TooLarge as error:
        raise InvalidRequest(spoken(error)) from None


def _words(error: ValidationError) -> Sentence:
    return listed(
        say("{where}: {fault}", where=".".join(map(str, one["loc"])), fault=misfit(one))
        for one in error.errors(include_url=False)
    )
