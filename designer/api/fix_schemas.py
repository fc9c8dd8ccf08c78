"""What is asked and answered about quick fixes."""

from typing import Annotated, Any

from ninja import Schema
from pydantic import Field

from designer.api.schemas import Order, Told

PROBLEMS_MAX = 25
"""Each costs some looks at the whole drawing."""


class KnownProblem(Order):
    """A problem as it was told."""

    code: Annotated[str, Field(max_length=100)]
    element: Annotated[str, Field(max_length=500)]
    message: Annotated[str, Field(max_length=5000)]


class ClosedWay(Order):
    """Who did not reach which address, and how it asked."""

    source: Annotated[str, Field(max_length=100)]
    target: Annotated[str, Field(max_length=100)] = Field(description="An address.")
    probe: Annotated[str, Field(max_length=20)] = "ping"


class FixQuestion(Order):
    """What is to be fixed: problems, a way, or both."""

    problems: Annotated[list[KnownProblem], Field(max_length=PROBLEMS_MAX)] = Field(default=[])
    way: ClosedWay | None = None


class FixEdit(Schema):
    """One change of one element."""

    element: str = Field(
        description="Path of the element as in problems; `-` as its last step: one more at the"
        " list's end. Places in lists are those before any of the edits."
    )
    change: dict[str, Any] | None = Field(
        description="A merge patch of it (RFC 7396); null: it is removed."
    )


class Fix(Told):
    """Edits that are made together, and what a person reads on their button."""

    title: str
    edits: list[FixEdit]


class ProblemFixes(Schema):
    """What can be done about one problem; the best comes first."""

    code: str
    element: str
    message: str
    fixes: list[Fix]


class FixesOffered(Schema):
    """What can be done; positions in paths are those of the drawing of this revision."""

    revision: int
    problems: list[ProblemFixes]
    way: list[Fix] = Field(description="What would make the packets arrive.")
