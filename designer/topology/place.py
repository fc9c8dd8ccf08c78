"""Points and sizes on the canvas, in pixels."""

import math
from typing import Annotated

from pydantic import AfterValidator, Field, PlainSerializer

from designer.topology.sentence import say
from designer.topology.values import whole

POSITION_MAX = 1_000_000.0
EXTENT_MIN, EXTENT_MAX = 20, 100_000


def _finite(value: float) -> float:
    if not math.isfinite(value) or abs(value) > POSITION_MAX:
        message = say("{value} is too far out: keep positions within a million", value=value)
        raise ValueError(message)
    return value


Coordinate = Annotated[float, AfterValidator(_finite), PlainSerializer(whole)]
Place = tuple[Coordinate, Coordinate]
Extent = Annotated[float, Field(ge=EXTENT_MIN, le=EXTENT_MAX), PlainSerializer(whole)]
