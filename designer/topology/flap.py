"""A flap: a cable that is cut and mended again, some times."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from designer.topology.sentence import say
from designer.topology.values import Element

TIMES_MAX = 20
PHASE_MS_MIN, PHASE_MS_MAX = 10, 5000
WHOLE_MS_MAX = 20_000
"""Meanwhile nobody else can change the lab."""

PhaseMs = Annotated[int, Field(ge=PHASE_MS_MIN, le=PHASE_MS_MAX)]


class Flap(Element):
    """How often, and for how long each time; at the end the cable is as it is drawn."""

    times: Annotated[int, Field(ge=1, le=TIMES_MAX)] = 3
    down_ms: PhaseMs = 500
    up_ms: PhaseMs = 500

    @model_validator(mode="after")
    def _is_short(self) -> Self:
        whole_ms = self.times * (self.down_ms + self.up_ms)
        if whole_ms > WHOLE_MS_MAX:
            message = say(
                "{whole} ms are more than {most} in all: fewer times, or shorter ones",
                whole=whole_ms,
                most=WHOLE_MS_MAX,
            )
            raise ValueError(message)
        return self
