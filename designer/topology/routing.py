"""Whether the lab's routes are found automatically."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

from designer.topology.sentence import say
from designer.topology.values import Element

AUTOMATIC = "automatic"


class Routing(Element):
    """How routes are found that the drawing does not give."""

    automatic: Literal[True] = Field(
        default=True, description="Every node gets the static routes of shortest paths."
    )
    equal_cost: bool = Field(
        default=False, description="Whether routers share packets among paths that are as short."
    )


def _parse(value: Any) -> Any:
    if value == AUTOMATIC:
        return {}
    if not isinstance(value, dict | Routing):
        message = say(
            "{value} is no way to route: write {automatic}, or leave it out",
            value=repr(str(value)[:40]),
            automatic=AUTOMATIC,
        )
        raise ValueError(message)  # noqa: TRY004 - pydantic collects ValueError
    return value


def _plain(value: Routing | None) -> Any:
    if value is None:
        return None
    return {"automatic": True, "equal_cost": True} if value.equal_cost else AUTOMATIC


RoutingText = Annotated[
    Routing,
    BeforeValidator(_parse),
    PlainSerializer(_plain),
    WithJsonSchema(
        {
            "anyOf": [
                {"const": AUTOMATIC},
                {
                    "type": "object",
                    "properties": {
                        "automatic": {"const": True},
                        "equal_cost": {"type": "boolean"},
                    },
                    "additionalProperties": False,
                },
            ]
        }
    ),
]
