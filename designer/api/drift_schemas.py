"""What is asked and answered about drift."""

from typing import Annotated, Any

from ninja import Schema
from pydantic import Field

from designer.api.schemas import Order
from designer.messages import DriftItem
from designer.topology.values import NodeName


class DriftDifference(DriftItem):
    """One difference, and whether its user wants to hear of it."""

    ignored: bool


class Drift(Schema):
    """How a lab that runs differs from what was applied, as the event numbered `seq` told it."""

    seq: int
    items: list[DriftDifference]
    total: int
    edits: dict[str, Any] = Field(
        description="What adopting changes in the drawing that was applied, as a merge patch"
        " (RFC 7396)."
    )


class DriftReversion(Order):
    """What is to be as it was applied."""

    nodes: list[NodeName] | None = Field(default=None, description="Left out: everything.")


class DriftAdoption(Order):
    """What is to be drawn as it is, and the revision of the drawing that this changes."""

    revision: Annotated[int, Field(ge=1)]
    nodes: list[NodeName] | None = Field(
        default=None, description="Left out: everything, links that are gone included."
    )


class DriftIgnoring(Order):
    """Which differences are to be ignored: these, and no others."""

    items: Annotated[list[str], Field(max_length=1000)]
